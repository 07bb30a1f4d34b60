import type { Acting } from '../database/acting.ts'
import { handoverDocx, handoverName } from '../documents/handover-sheet.ts'
import { HANDOVER_TAGS } from '../documents/handover-tags.ts'
import { filled } from '../documents/template.ts'
import { dateWords } from '../documents/wording.ts'
import type { Chapter, YearAsked, YearPaper } from '../documents/year-contract.ts'
import { templateFor } from '../files/store.ts'
import { isRefusal } from '../kernel/outcome.ts'
import { postName } from './post-name.ts'
import { type HandoverRow, handovers } from './store.ts'

/** The sheets of the year that both have signed. One statement. */
const signedIn = async (tx: Acting, { units, year }: YearAsked): Promise<(HandoverRow & { on: string })[]> =>
  (await handovers(tx)).flatMap((sheet) => {
    const on = [sheet.from.signedOn ?? '', sheet.to.signedOn ?? ''].sort().at(-1) ?? ''
    return sheet.stage === 'signed' && units.includes(sheet.unitId) && on.startsWith(`${year}-`)
      ? [{ ...sheet, on }]
      : []
  })

export const handoversChapters = async (tx: Acting, asked: YearAsked): Promise<Chapter[]> => {
  const sheets = await signedIn(tx, asked)
  const head = ['职务', '移交人', '任至', '接任人', '到任', '签字', '监交人']
  const rows = sheets.map((sheet) => [
    `${sheet.unitId === asked.unitId ? '' : sheet.unitName}${postName(sheet.unitName, sheet.post)}`,
    sheet.fromName,
    dateWords(sheet.endsOn),
    sheet.toName,
    dateWords(sheet.beginsOn),
    dateWords(sheet.on),
    sheet.witnessName ?? '',
  ])
  return [
    {
      id: 'handovers',
      title: '工作交接',
      blocks:
        rows.length === 0
          ? []
          : [{ kind: 'table', title: '工作交接', head, widths: [20, 10, 16, 10, 16, 16, 10], rows }],
    },
  ]
}

/** Each signed sheet as it stood. Two statements. */
export const handoversPapers = async (tx: Acting, asked: YearAsked): Promise<YearPaper[]> => {
  const sheets = await signedIn(tx, asked)
  const own = await templateFor(tx, asked.unitId, 'handover-template')
  return sheets.map((sheet) => {
    const data = {
      ...sheet,
      organName: asked.organName,
      postName: postName(sheet.unitName, sheet.post),
      ledgers: sheet.content.ledgers,
      places: sheet.content.places,
    }
    return {
      series: 'handovers',
      on: sheet.on,
      title: handoverName(data),
      author: sheet.fromName,
      fileName: `${sheet.on} ${handoverName(data)}.docx`,
      bytes: async () => {
        const bytes = await filled(own, HANDOVER_TAGS, data, handoverDocx)
        return isRefusal(bytes) ? handoverDocx(data) : bytes
      },
    }
  })
}
