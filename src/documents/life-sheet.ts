import { type LifePaper, type LifeProblem, lifeRectificationName, outcomeWords } from './life-paper.ts'
import { type RuledSheet, ruled, sheetsXlsx } from './ruled-sheet.ts'
import { GAP, orGap } from './wording.ts'

/** 整改台账 as a sheet: the round's own, and what became of last year's. */
export const rectificationXlsx = (data: LifePaper): Promise<Uint8Array> => {
  const sheets = [{ name: `${data.forYear}年度`, problems: data.problems }]
  if (data.promises) sheets.push({ name: `${data.promises.forYear}年度`, problems: data.promises.problems })
  return sheetsXlsx(
    sheets.map(({ name, problems }) =>
      ruled({
        name,
        title: `${data.unitName}${name}组织生活会整改台账`,
        organName: data.organName,
        columns: COLUMNS,
        rows: problems,
      }),
    ),
    data.unitName,
  )
}

export const rectificationSheetName = (data: LifePaper): string =>
  lifeRectificationName(data).replace('清单', '台账')

const COLUMNS: RuledSheet<LifeProblem>['columns'] = [
  { header: '序号', width: 6, centred: true, of: (_, at) => at + 1 },
  { header: '查摆年度', width: 10, centred: true, of: ({ forYear }) => forYear },
  {
    header: '谁的问题',
    width: 10,
    centred: true,
    of: ({ about }) => (about === 'branch' ? '支部' : '支委会'),
  },
  { header: '问题', width: 30, of: ({ problem }) => problem },
  { header: '整改措施', width: 32, of: ({ measure }) => orGap(measure) },
  { header: '责任人', width: 10, centred: true, of: ({ ownerName }) => orGap(ownerName) },
  { header: '完成日期', width: 12, centred: true, day: true, of: ({ dueOn }) => dueOn ?? GAP },
  { header: '办理情况', width: 36, of: outcomeWords },
  { header: '销号日期', width: 12, centred: true, day: true, of: ({ closedOn }) => closedOn ?? '' },
]
