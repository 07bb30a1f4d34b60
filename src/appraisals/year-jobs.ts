import type { Acting } from '../database/acting.ts'
import { registersDocx } from '../documents/appraisal-form.ts'
import { decidedWords, sheetWords, summaryDocx, summaryName } from '../documents/appraisal-summary.ts'
import type { Chapter, YearAsked, YearPaper } from '../documents/year-contract.ts'
import { peopleOnPaper, roundsOf } from './paper-store.ts'
import { formOf, summaryOf } from './papers.ts'
import { type Round, takingPart } from './round.ts'
import { stepsOf } from './steps.ts'
import { readRound } from './store.ts'

/** The round of the year: a branch has one, its groups have none. */
const rounds = async (tx: Acting, { units, year }: YearAsked): Promise<Round[]> => {
  const found: Round[] = []
  for (const id of await roundsOf(tx, units, year)) {
    const round = await readRound(tx, id)
    if (round) found.push(round)
  }
  return found
}

/** How the round went and how many of each grade; who got which is the person's and the committee's, not the book's. */
export const appraisalChapters = async (tx: Acting, asked: YearAsked): Promise<Chapter[]> => {
  const blocks = (await rounds(tx, asked)).flatMap((round) => {
    const summary = summaryOf(round, asked.organName)
    const names = takingPart(round).map(({ name }) => name)
    return [
      ...(round.unitId === asked.unitId ? [] : [{ kind: 'heading' as const, text: round.unitName }]),
      {
        kind: 'table' as const,
        title: `${round.forYear}年度民主评议的步骤`,
        head: ['步骤', '情况'],
        widths: [16, 40],
        rows: stepsOf(round).map(({ title, note }) => [title, note]),
      },
      { kind: 'text' as const, text: sheetWords(summary) },
      round.decidedOn === null
        ? { kind: 'gap' as const, text: '组织评定' }
        : { kind: 'text' as const, text: decidedWords(summary) },
      { kind: 'text' as const, text: `参加评议${names.length}人：${names.join('、')}。` },
    ]
  })
  return [{ id: 'appraisals', title: '民主评议党员', blocks }]
}

/** Closed rounds as papers: the summary and everyone's form, without the words that members wrote of themselves. */
export const appraisalPapers = async (tx: Acting, asked: YearAsked): Promise<YearPaper[]> => {
  const papers: YearPaper[] = []
  for (const round of (await rounds(tx, asked)).filter(({ closedOn }) => closedOn !== null)) {
    const summary = summaryOf(round, asked.organName)
    const on = round.decidedOn ?? round.rosterOn
    const people = await peopleOnPaper(tx, round.id, round.path, on)
    const forms = takingPart(round).map((seat) => {
      const known = people.find(({ personId }) => personId === seat.personId)
      const handedIn = seat.paperOn !== null || seat.selfOn !== null
      return formOf(round, seat, known, asked.organName, handedIn ? 'apart' : null)
    })
    const of = { series: 'appraisals' as const, on, author: round.unitName }
    papers.push(
      {
        ...of,
        title: summaryName(summary),
        fileName: `${summaryName(summary)}.docx`,
        bytes: () => summaryDocx(summary),
      },
      {
        ...of,
        title: `${round.unitName}${round.forYear}年度民主评议党员登记表`,
        fileName: `${round.unitName}${round.forYear}年度民主评议党员登记表.docx`,
        bytes: () => registersDocx(forms),
      },
    )
  }
  return papers
}
