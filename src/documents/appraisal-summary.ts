import type { FormCounts } from './appraisal-form.ts'
import { boxed, cell, label } from './boxes.ts'
import { blank, closing, paragraphs, subtitle, title, typeset } from './typeset.ts'
import { dateWords, GAP, orGap } from './wording.ts'

/** 汇总: sheets, everyone's votes and grade, who decided, and when each was told. */
export type AppraisalSummary = {
  organName: string
  unitName: string
  forYear: number
  entitled: number
  polledOn: string | null
  sheets: { issued: number; returned: number; valid: number } | null
  /** Where only the total was kept. */
  totals: FormCounts | null
  decidedBy: string | null
  decidedOn: string | null
  considered: readonly string[]
  people: readonly SummaryRow[]
  /** Members who took part without a grade, and why. */
  ungraded: readonly { name: string; because: string }[]
}

export type SummaryRow = {
  name: string
  counts: FormCounts | null
  grade: string | null
  toldOn: string | null
}

export const summaryName = ({ unitName, forYear }: AppraisalSummary): string =>
  `${unitName}${forYear}年度民主评议党员汇总表`

export const summaryDocx = (summary: AppraisalSummary): Promise<Uint8Array> =>
  typeset(summaryName(summary), summary.unitName, [
    ...title('民主评议党员', '汇总表'),
    subtitle(`（${summary.unitName}，${summary.forYear}年度）`),
    ...paragraphs(sheetWords(summary)),
    boxed(
      [5, 3, 3, 3, 4, 3, 5, 11],
      [
        {
          boxes: ['姓名', '优秀', '合格', '基本\n合格', '不合格', '弃权', '等次', '告知本人'].map((head) =>
            label(head),
          ),
          head: true,
        },
        ...summary.people.map((row) => ({
          boxes: [
            cell(row.name, { align: 'center' as const }),
            ...figures(row).map((figure) => cell(figure, { align: 'center' as const })),
            cell(orGap(row.grade), { align: 'center' as const }),
            cell(row.toldOn ? dateWords(row.toldOn) : GAP, { align: 'center' as const }),
          ],
        })),
      ],
    ),
    blank(),
    ...paragraphs(decidedWords(summary)),
    ...(summary.ungraded.length > 0
      ? paragraphs(
          `参加评议不评等次：${summary.ungraded.map(({ name, because }) => `${name}（${because}）`).join('；')}。`,
        )
      : []),
    closing(summary.unitName, 2),
    ...(summary.decidedOn ? [closing(dateWords(summary.decidedOn), 2)] : []),
  ])

/** A person's votes as a table has them; where they are not kept, a dash. */
export const figures = ({ counts }: SummaryRow): string[] =>
  counts
    ? [
        counts.excellent,
        counts.qualified,
        counts.basicallyQualified,
        counts.unqualified,
        counts.abstained,
      ].map(String)
    : ['–', '–', '–', '–', '–']

export const sheetWords = ({ entitled, polledOn, sheets, totals }: AppraisalSummary): string => {
  if (sheets === null) return `应投测评票${entitled}人，测评${GAP}。`
  const held = `${polledOn ? dateWords(polledOn) : ''}民主测评，应投${entitled}人，发出${sheets.issued}张，收回${sheets.returned}张，有效${sheets.valid}张。`
  return totals
    ? `${held}票少，只列合计：优秀${totals.excellent}，合格${totals.qualified}，基本合格${totals.basicallyQualified}，不合格${totals.unqualified}，弃权${totals.abstained}。`
    : held
}

export const decidedWords = ({ decidedBy, decidedOn, considered, people }: AppraisalSummary): string => {
  const count = (grade: string) => people.filter((row) => row.grade === grade).length
  const grades = ['优秀', '合格', '基本合格', '不合格'].map((grade) => `${grade}${count(grade)}人`).join('，')
  const weighed = considered.length > 0 ? `结合${considered.join('、')}，` : ''
  return `${decidedOn ? dateWords(decidedOn) : GAP}由${orGap(decidedBy)}根据测评情况，${weighed}评定：${grades}。`
}
