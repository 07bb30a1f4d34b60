import type { Paragraph } from 'docx'
import { boxed, cell, label, type Row } from './boxes.ts'
import { closingIndents } from './notice.ts'
import { blank, closing, heading, paragraphs, salutation, subtitle, title, typeset } from './typeset.ts'
import { dateWords, GAP, orGap } from './wording.ts'

/** A problem on the list; those of persons are not on paper, only how many there are. */
export type LifeProblem = {
  forYear: number
  about: 'branch' | 'committee'
  problem: string
  measure: string | null
  ownerName: string | null
  dueOn: string | null
  doneText: string | null
  closedOn: string | null
}

/** A round of 组织生活会 as its papers tell it. */
export type LifePaper = {
  organName: string
  unitName: string
  forYear: number
  form: 'members' | 'committee' | 'groups'
  topic: string
  meetOn: string | null
  studies: readonly { material: string; on: string | null; done: boolean }[]
  /** Of the branch and the committee; opinions about persons are theirs alone. */
  opinions: readonly { source: string; about: 'branch' | 'committee'; text: string }[]
  /** How many opinions there were of each kind, those about persons too. */
  opinionCounts: { shared: number; personal: number }
  members: number
  talked: number
  handedIn: number
  check: { text: string; finalOn: string | null } | null
  sittings: readonly {
    unitName: string
    heldOn: string
    hostName: string | null
    entitled: number
    present: number
  }[]
  remarks: { selves: number; between: number }
  problems: readonly LifeProblem[]
  personalProblems: number
  promises: { forYear: number; problems: readonly LifeProblem[] } | null
  reportSentOn: string | null
  reportSentTo: string | null
}

export const FORM_ON_PAPER = {
  members: '支部党员大会',
  committee: '支部委员会会议',
  groups: '党小组会',
} as const

export const SOURCE_ON_PAPER: Readonly<Record<string, string>> = {
  member: '党员',
  masses: '群众',
  superior: '上级党组织',
  served: '服务对象',
  box: '意见箱',
}

const named =
  (what: string) =>
  ({ unitName, forYear }: LifePaper) =>
    `${unitName}${forYear}年度组织生活会${what}`

export const lifePlanName = named('方案')
export const lifeOpinionsName = named('征求意见汇总')
export const lifeCheckName = ({ unitName, forYear }: LifePaper) =>
  `${committeeOf(unitName)}${forYear}年度对照检查`
export const lifeRectificationName = named('整改清单')
export const lifeReportName = ({ unitName, forYear }: LifePaper) =>
  `${unitName}关于${forYear}年度组织生活会情况的报告`

/** 某某支部委员会, without saying 支部 twice. */
const committeeOf = (unitName: string): string => `${unitName.replace(/支部$/, '')}支部委员会`

/** 方案: what is settled so far, and nothing else. */
export const lifePlanDocx = (data: LifePaper): Promise<Uint8Array> =>
  typeset(lifePlanName(data), data.unitName, [
    ...title(data.unitName, `${data.forYear}年度组织生活会方案`),
    blank(),
    heading(1, '一、主题'),
    ...paragraphs(data.topic),
    heading(1, '二、时间和形式'),
    ...paragraphs(`${dayOrGap(data.meetOn)}召开，采用${FORM_ON_PAPER[data.form]}形式。`),
    heading(1, '三、会前学习'),
    ...listed(data.studies.map(studyWords)),
    heading(1, '四、上年度整改情况'),
    ...promiseWords(data),
    blank(),
    ...signed(data.unitName, GAP),
  ])

/** 意见汇总: by whom they concern, with the kind of source and never a name. */
export const lifeOpinionsDocx = (data: LifePaper): Promise<Uint8Array> => {
  const of = (about: LifePaper['opinions'][number]['about']) =>
    listed(
      data.opinions
        .filter((opinion) => opinion.about === about)
        .map(({ source, text }) => `${text}（${SOURCE_ON_PAPER[source] ?? source}）`),
    )
  return typeset(lifeOpinionsName(data), data.unitName, [
    ...title(data.unitName, `${data.forYear}年度组织生活会征求意见汇总`),
    blank(),
    heading(1, '一、对支部的意见'),
    ...of('branch'),
    heading(1, '二、对支部委员会的意见'),
    ...of('committee'),
    heading(1, '三、对个人的意见'),
    ...paragraphs(`${data.opinionCounts.personal}条，只反馈给本人，不列入本汇总。`),
  ])
}

/** 支委会对照检查, as it was written; a draft says so. */
export const lifeCheckDocx = (data: LifePaper): Promise<Uint8Array> =>
  typeset(lifeCheckName(data), data.unitName, [
    ...title(committeeOf(data.unitName), `${data.forYear}年度对照检查`),
    ...(data.check?.finalOn ? [] : [subtitle('（草稿）')]),
    blank(),
    ...paragraphs(orGap(data.check?.text)),
    blank(),
    ...signed(committeeOf(data.unitName), dayOrGap(data.check?.finalOn ?? null)),
  ])

/** 整改清单: one line a problem, with what became of it. */
export const lifeRectificationDocx = (data: LifePaper): Promise<Uint8Array> =>
  typeset(lifeRectificationName(data), data.unitName, [
    ...title(data.unitName, `${data.forYear}年度组织生活会整改清单`),
    blank(),
    boxed(
      [8, 32, 36, 16, 22, 42],
      [HEAD, ...(data.problems.length > 0 ? data.problems.map(problemRow) : [NONE])],
    ),
    ...(data.personalProblems > 0
      ? paragraphs(`另有个人的整改事项${data.personalProblems}项，由本人办理，不列入本清单。`)
      : []),
  ])

const HEAD: Row = {
  head: true,
  boxes: ['序号', '问题', '整改措施', '责任人', '完成日期', '办理情况'].map((text) => label(text)),
}
const NONE: Row = { boxes: [cell(GAP, { across: 6, align: 'center' })] }

const problemRow = (problem: LifeProblem, at: number): Row => ({
  boxes: [
    cell(String(at + 1), { align: 'center' }),
    cell(problem.problem),
    cell(orGap(problem.measure)),
    cell(orGap(problem.ownerName), { align: 'center' }),
    cell(dayOrGap(problem.dueOn), { align: 'center' }),
    cell(outcomeWords(problem)),
  ],
})

/** 情况报告 to the Party organisation above: what is recorded, in the order of the clause. */
export const lifeReportDocx = (data: LifePaper): Promise<Uint8Array> =>
  typeset(lifeReportName(data), data.unitName, [
    ...title(data.unitName, `关于${data.forYear}年度组织生活会情况的报告`),
    blank(),
    salutation(`${orGap(data.reportSentTo)}：`),
    heading(1, '一、会前准备'),
    ...paragraphs(preparationWords(data)),
    heading(1, '二、召开情况'),
    ...heldWords(data),
    heading(1, '三、查摆的问题和整改措施'),
    ...listed(data.problems.map(promisedWords)),
    ...(data.personalProblems > 0
      ? paragraphs(`另有个人的整改事项${data.personalProblems}项，由本人办理。`)
      : []),
    heading(1, '四、上年度整改情况'),
    ...promiseWords(data),
    blank(),
    ...signed(data.unitName, dayOrGap(data.reportSentOn)),
  ])

/** Study, opinions, talks, check and notes, in one sentence each and in numbers that are recorded. */
export const preparationWords = (data: LifePaper): string => {
  const done = data.studies.filter((study) => study.done).map(({ material }) => material)
  const { shared, personal } = data.opinionCounts
  return [
    done.length > 0 ? `会前学习${done.join('、')}。` : `会前学习${GAP}。`,
    shared + personal > 0
      ? `征求到意见${shared + personal}条，其中对支部和支部委员会${shared}条、对个人${personal}条。`
      : `征求意见${GAP}。`,
    data.talked > 0 ? `党员${data.members}人，登记谈心谈话的${data.talked}人。` : `谈心谈话${GAP}。`,
    data.check?.finalOn
      ? `支部委员会对照检查于${dateWords(data.check.finalOn)}定稿。`
      : `支部委员会对照检查${GAP}。`,
    data.handedIn > 0 ? `交来发言提纲${data.handedIn}份。` : '',
  ].join('')
}

const heldWords = ({ form, sittings, remarks }: LifePaper): Paragraph[] => {
  if (sittings.length === 0) return paragraphs(GAP)
  const gatherings = sittings.map(
    ({ unitName, heldOn, hostName, entitled, present }) =>
      `${dateWords(heldOn)}，${unitName}以${FORM_ON_PAPER[form]}形式召开，${orGap(hostName)}主持，应到${entitled}人，实到${present}人。`,
  )
  const said =
    remarks.selves + remarks.between > 0
      ? `登记自我批评${remarks.selves}人、相互批评${remarks.between}条。`
      : `批评和自我批评${GAP}。`
  return [...gatherings, said].flatMap((text) => paragraphs(text))
}

export const promisedWords = (problem: LifeProblem): string =>
  `${problem.problem}。整改措施：${orGap(problem.measure)}；责任人：${orGap(problem.ownerName)}；完成日期：${dayOrGap(problem.dueOn)}。`

/** What became of it. */
export const outcomeWords = ({ doneText, closedOn }: LifeProblem): string =>
  closedOn ? `${dateWords(closedOn)}销号。${orGap(doneText)}` : doneText ? `未销号。${doneText}` : '未销号'

const promiseWords = ({ promises }: LifePaper): Paragraph[] => {
  if (promises === null) return paragraphs('没有上年度的整改清单。')
  const closed = promises.problems.filter(({ closedOn }) => closedOn !== null).length
  const open = promises.problems.length - closed
  return [
    ...paragraphs(
      `${promises.forYear}年度整改${promises.problems.length}项，已销号${closed}项，未销号${open}项。`,
    ),
    ...(promises.problems.length > 0
      ? listed(promises.problems.map((problem) => `${problem.problem}：${outcomeWords(problem)}`))
      : []),
  ]
}

export const studyWords = ({ material, on, done }: LifePaper['studies'][number]): string =>
  `${material}（${on ? dateWords(on) : GAP}${done ? '，已学' : ''}）`

export const dayOrGap = (on: string | null): string => (on === null ? GAP : dateWords(on))

/** 1. 2. 3., or a gap. */
const listed = (texts: readonly string[]): Paragraph[] =>
  texts.length === 0 ? paragraphs(GAP) : texts.flatMap((text, at) => paragraphs(`${at + 1}.${stopped(text)}`))

const stopped = (text: string): string => (/[。！？；]$/.test(text) ? text : `${text}。`)

const signed = (name: string, date: string): Paragraph[] => {
  const indents = closingIndents(name, date)
  return [closing(name, indents.name), closing(date, indents.date)]
}
