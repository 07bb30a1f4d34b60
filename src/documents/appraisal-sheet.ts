import type { AppraisalSummary } from './appraisal-summary.ts'
import { figures, sheetWords, summaryName } from './appraisal-summary.ts'
import { ruled, sheetsXlsx } from './ruled-sheet.ts'
import { GAP } from './wording.ts'

/** 汇总表 as a sheet: a line a person, by strokes. */
export const summaryXlsx = (summary: AppraisalSummary): Promise<Uint8Array> =>
  sheetsXlsx(
    [
      ruled({
        name: '汇总表',
        title: `${summaryName(summary)}（${sheetWords(summary)}）`,
        organName: summary.organName,
        rows: summary.people,
        columns: [
          { header: '姓名', width: 12, centred: true, of: ({ name }) => name },
          ...['优秀票', '合格票', '基本合格票', '不合格票', '弃权票'].map((header, at) => ({
            header,
            width: 11,
            centred: true as const,
            of: (row: AppraisalSummary['people'][number]) => (row.counts ? Number(figures(row)[at]) : '–'),
          })),
          { header: '等次', width: 12, centred: true, of: ({ grade }) => grade ?? GAP },
          { header: '告知本人', width: 14, centred: true, day: true, of: ({ toldOn }) => toldOn ?? GAP },
        ],
      }),
    ],
    summary.organName,
  )
