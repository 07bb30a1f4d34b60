import type { Paragraph, Table } from 'docx'
import { BLOCK_ACROSS, boxed, cell, label, type Row } from './boxes.ts'
import type { PaperCard, PaperFacts, PaperResult, PaperRound } from './election-facts.ts'
import { type ElectionPaper, gatheringOn, whatWords } from './election-paper.ts'
import { dutiesWords } from './election-plenary.ts'
import { committeeOf, electionWords, postOf } from './election-posts.ts'
import { meetingOf, people, roundsIn, sheets, validOf, votersOf } from './election-rounds.ts'
import { closingIndents } from './notice.ts'
import { blank, closing, labelled, paragraphs, type Stretch, salutation, subtitle, title } from './typeset.ts'
import { dateWords, GAP, orGap } from './wording.ts'

/** 选举结果报告: to the unit above, with the table of those elected. */
export const resultReport: ElectionPaper = {
  name: (facts) => `关于${facts.unitName}${whatWords(facts)}结果的报告`,
  stretches: (facts) => [{ children: letterOf(facts) }, tableOf(facts)],
  awaits: ({ results }) => (results.length > 0 ? null : '还没有选出结果。'),
}

const letterOf = (facts: PaperFacts): (Paragraph | Table)[] => {
  const step = facts.steps['result-report']
  return [
    ...title(`关于${facts.unitName}`, `${whatWords(facts)}结果的报告`),
    ...(step?.number ? [subtitle(step.number)] : []),
    blank(),
    salutation(`${orGap(step?.byWhom ?? facts.superior)}：`),
    ...meetingWords(facts).flatMap((text) => paragraphs(text)),
    ...resultWords(facts).flatMap((text) => paragraphs(text)),
    ...paragraphs(askWords(facts)),
    ...paragraphs('附件：当选人员名册'),
    blank(),
    ...signed(facts.unitName, dayOr(step?.doneOn)),
  ]
}

export const dayOr = (on: string | null | undefined): string => (on ? dateWords(on) : GAP)

const signed = (name: string, date: string): Paragraph[] => {
  const indents = closingIndents(name, date)
  return [closing(name, indents.name), closing(date, indents.date)]
}

/** When each body met, how many were due and came, and what its last ballots were. */
const meetingWords = (facts: PaperFacts): string[] =>
  (['members', 'committee'] as const).flatMap((body) => {
    const gathering = gatheringOn(facts, body)
    if (!gathering) return []
    const due = gathering.seats.filter(({ entitled }) => entitled)
    const came = due.filter(({ state }) => state === 'present').length
    const rounds = roundsIn({ gatherings: [gathering] }, ['member', 'secretary', 'deputy-secretary'])
    return [
      `${dateWords(gathering.heldOn)}，召开${meetingOf(facts, gathering)}。应到会${votersOf(facts, gathering)}${due.length}人，实到${came}人。${rounds
        .map(
          ({ round }) =>
            `${electionWords(facts)[round.role]}选举${round.ordinal > 1 ? `第${round.ordinal}次投票` : ''}发出选票${sheets(round.issued)}，收回${sheets(round.returned)}，有效${sheets(validOf(round))}，作废${sheets(round.void)}。`,
        )
        .join('')}`,
    ]
  })

export const resultWords = (facts: PaperFacts): string[] => {
  const words = electionWords(facts)
  const named = (head: PaperResult['head']): string =>
    facts.results
      .filter((result) => result.head === head)
      .map(({ name }) => name)
      .join('、')
  const [secretary, deputies] = [named('secretary'), named('deputy-secretary')]
  const committee =
    facts.form === 'committee'
      ? [
          `选举产生${committeeOf(facts)}${words.member}${people(facts.results.length)}（按姓氏笔画为序）：${facts.results.map(({ name }) => name).join('、')}。`,
        ]
      : []
  const heads = [
    secretary ? `选举${secretary}为${words.secretary}` : `${words.secretary}${GAP}`,
    ...(deputies ? [`${deputies}为${words['deputy-secretary']}`] : []),
  ]
  return [...committee, `${heads.join('，')}。`]
}

/** Members are told of, heads are approved (支部工作条例 art. 21); where a line has no such rule, the result is reported. */
const askWords = ({ line, form }: PaperFacts): string => {
  if (line !== 'party') return '现将选举结果报上。'
  return form === 'committee'
    ? '现将选举结果报上，委员请予备案，书记、副书记请予批准。'
    : '现将选举结果报上，书记、副书记请予批准。'
}

const HEADS = [
  '序号',
  '姓名',
  '性别',
  '出生年月',
  '民族',
  '入党时间',
  '学历',
  '工作岗位',
  '当选职务',
  '分工',
  '得票',
]
const OTHERS = HEADS.filter((head) => head !== '入党时间')

const tableOf = (facts: PaperFacts): Stretch => {
  const isParty = facts.line === 'party'
  return {
    across: true,
    children: [
      ...title(facts.unitName, '当选人员名册'),
      boxed(
        [8, 16, 9, 20, 12, ...(isParty ? [20] : []), 16, 36, 18, 28, 24],
        [
          { head: true, boxes: (isParty ? HEADS : OTHERS).map((head) => label(head)) },
          ...facts.results.map(
            (result, at): Row => ({
              height: 10,
              boxes: cellsOf(facts, result, at).map((text) => cell(text, { align: 'center' })),
            }),
          ),
        ],
        { block: BLOCK_ACROSS, points: 10.5 },
      ),
      ...paragraphs('得票为赞成票，括号内为应到会、实到会人数。'),
    ],
  }
}

const SEX = { female: '女', male: '男' } as const

const cellsOf = (facts: PaperFacts, result: PaperResult, at: number): string[] => {
  const { card } = result
  return [
    String(at + 1),
    result.name,
    card?.sex ? SEX[card.sex] : GAP,
    monthOf(card?.bornOn),
    orGap(card?.ethnicity),
    ...(facts.line === 'party' ? [monthOf(card?.joinedOn)] : []),
    orGap(card?.education),
    orGap(card?.occupation),
    postOf(facts, result),
    dutiesWords(result) || '无',
    votesFor(facts, result),
  ]
}

const monthOf = (on: PaperCard['bornOn'] | undefined): string =>
  on ? `${on.slice(0, 4)}.${on.slice(5, 7)}` : GAP

/** From the ballots that elected her: 委员24票（29，26）. */
const votesFor = (facts: PaperFacts, { name, memberRoundId, headRoundId }: PaperResult): string => {
  const rounds = roundsIn(facts, ['member', 'secretary', 'deputy-secretary']).map(({ round }) => round)
  const told = [memberRoundId, headRoundId].flatMap((id) => {
    const round = rounds.find((each) => each.id === id)
    return round ? [votesIn(facts, round, name)] : []
  })
  return told.join('\n') || GAP
}

const votesIn = (facts: PaperFacts, round: PaperRound, name: string): string => {
  const approve = round.names.find((each) => each.name === name)?.approve ?? null
  return `${electionWords(facts)[round.role]}${approve ?? GAP}票（${round.entitled ?? GAP}，${round.present ?? GAP}）`
}

/** 选举结果批复登记: what came, never what it says. */
export const resultReply: ElectionPaper = {
  name: ({ unitName }) => `${unitName}选举结果批复登记`,
  stretches: (facts) => {
    const step = facts.steps['result-reply']
    const approved = facts.results.filter(({ approvedOn }) => approvedOn !== null)
    return [
      {
        children: [
          ...title(facts.unitName, '选举结果批复登记'),
          blank(),
          boxed(
            [30, 90],
            [
              replyRow('来文单位', orGap(step?.byWhom ?? facts.superior)),
              replyRow('文号', orGap(step?.number)),
              replyRow('日期', dayOr(step?.doneOn)),
              replyRow(
                '对应的报告',
                `${dayOr(facts.steps['result-report']?.doneOn)}　${facts.steps['result-report']?.number ?? ''}`,
              ),
              replyRow(
                '批准的职务',
                approved
                  .map((result) => `${result.name}：${postOf(facts, result)}（${dayOr(result.approvedOn)}）`)
                  .join('\n') || GAP,
              ),
              replyRow('到任日期', dayOr(facts.effectiveOn)),
              replyRow('备注', step?.note ?? '无'),
            ],
          ),
          ...paragraphs('批复原件附后；本表只作登记，内容以原件为准。'),
        ],
      },
    ]
  },
  awaits: ({ steps }) => (steps['result-reply'] ? null : '还没有登记上级的批复。'),
}

const replyRow = (what: string, says: string): Row => ({ height: 12, boxes: [label(what), cell(says)] })

/** 选举结果公告. */
export const publicNotice: ElectionPaper = {
  name: (facts) => `${facts.unitName}${whatWords(facts)}结果公告`,
  stretches: (facts) => {
    const step = facts.steps['public-notice']
    const gathering = gatheringOn(facts, 'members')
    return [
      {
        children: [
          ...title(facts.unitName, `${whatWords(facts)}结果公告`),
          ...(step?.number ? [subtitle(step.number)] : []),
          blank(),
          ...paragraphs(
            `${dayOr(gathering?.heldOn ?? facts.electedOn)}，${facts.unitName}召开${electionWords(facts).meeting}进行${whatWords(facts)}，结果公布如下。`,
          ),
          ...resultWords(facts).flatMap((text) => paragraphs(text)),
          ...approvalWords(facts),
          ...(facts.effectiveOn ? labelled('到任日期', dateWords(facts.effectiveOn)) : []),
          blank(),
          ...signed(facts.unitName, dayOr(step?.doneOn)),
        ],
      },
    ]
  },
  awaits: ({ results }) => (results.length > 0 ? null : '还没有选出结果。'),
}

const approvalWords = (facts: PaperFacts): Paragraph[] => {
  const reply = facts.steps['result-reply']
  if (!reply) return []
  const number = reply.number ? `（${reply.number}）` : ''
  return paragraphs(`${dateWords(reply.doneOn)}，${orGap(reply.byWhom ?? facts.superior)}批复${number}。`)
}
