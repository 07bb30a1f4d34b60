import type { Acting } from '../database/acting.ts'
import {
  dayOrGap,
  type LifePaper,
  type LifeProblem,
  lifeCheckDocx,
  lifeCheckName,
  lifePlanDocx,
  lifePlanName,
  lifeRectificationDocx,
  lifeRectificationName,
  lifeReportDocx,
  lifeReportName,
  outcomeWords,
  preparationWords,
} from '../documents/life-paper.ts'
import { rectificationSheetName, rectificationXlsx } from '../documents/life-sheet.ts'
import { orGap } from '../documents/wording.ts'
import type { Block, Chapter, YearAsked, YearPaper } from '../documents/year-contract.ts'
import { papersOf } from './paper-store.ts'

/** The year's rounds without their opinions, whose words are sealed and stay so. One statement. */
const roundsOf = async (tx: Acting, { units, year }: YearAsked): Promise<LifePaper[]> =>
  (await papersOf(tx, { units, year })).map((row) => ({ ...row, opinions: [] }))

/** 组织生活会 in the branch book: how it was prepared and held, in numbers, and what is being put right. */
export const lifeMeetingChapters = async (tx: Acting, asked: YearAsked): Promise<Chapter[]> => {
  const blocks = (await roundsOf(tx, asked)).flatMap(blocksOf)
  return [{ id: 'life-meetings', title: '组织生活会', blocks }]
}

const blocksOf = (round: LifePaper): Block[] => [
  { kind: 'heading', text: `${round.unitName}${round.forYear}年度组织生活会` },
  { kind: 'text', text: `主题：${round.topic}。${preparationWords(round)}` },
  ...(round.sittings.length > 0
    ? round.sittings.map(
        ({ unitName, heldOn, hostName, entitled, present }): Block => ({
          kind: 'text',
          text: `${dayOrGap(heldOn)}，${unitName}召开，${orGap(hostName)}主持，应到${entitled}人，实到${present}人。登记自我批评${round.remarks.selves}人、相互批评${round.remarks.between}条。`,
        }),
      )
    : [{ kind: 'gap' as const, text: '组织生活会的会议记录' }]),
  ...(round.problems.length > 0
    ? [listOf(`${round.forYear}年度组织生活会整改`, round.problems)]
    : [{ kind: 'gap' as const, text: '查摆的问题和整改措施' }]),
  ...(round.promises && round.promises.problems.length > 0
    ? [listOf(`${round.promises.forYear}年度整改的结果`, round.promises.problems)]
    : []),
]

const listOf = (title: string, problems: readonly LifeProblem[]): Block => ({
  kind: 'table',
  title,
  head: ['序号', '问题', '整改措施', '责任人', '完成日期', '办理情况'],
  widths: [6, 28, 30, 10, 16, 32],
  rows: problems.map((problem, at) => [
    String(at + 1),
    problem.problem,
    orGap(problem.measure),
    orGap(problem.ownerName),
    dayOrGap(problem.dueOn),
    outcomeWords(problem),
  ]),
})

/** Plan, final check report, list, sheet and report; never opinions, outlines or who said what to whom. */
export const lifeMeetingPapers = async (tx: Acting, asked: YearAsked): Promise<YearPaper[]> =>
  (await roundsOf(tx, asked)).flatMap((round) => {
    const held = round.sittings.at(-1)?.heldOn
    const on = held ?? round.meetOn ?? `${round.forYear}-12-31`
    const paper = (title: string, ending: string, bytes: () => Promise<Uint8Array>, day = on): YearPaper => ({
      series: 'life-meetings',
      on: day,
      title,
      author: round.unitName,
      fileName: `${title}${ending}`,
      bytes,
    })
    return [
      paper(lifePlanName(round), '.docx', () => lifePlanDocx(round)),
      ...(round.check?.finalOn
        ? [paper(lifeCheckName(round), '.docx', () => lifeCheckDocx(round), round.check.finalOn)]
        : []),
      ...(round.problems.length > 0
        ? [
            paper(lifeRectificationName(round), '.docx', () => lifeRectificationDocx(round)),
            paper(rectificationSheetName(round), '.xlsx', () => rectificationXlsx(round)),
          ]
        : []),
      ...(held
        ? [paper(lifeReportName(round), '.docx', () => lifeReportDocx(round), round.reportSentOn ?? on)]
        : []),
    ]
  })
