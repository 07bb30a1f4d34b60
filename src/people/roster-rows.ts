import { type Cell, isNothing, textOf, tightOf } from './cell.ts'
import { type Field, plainHeader } from './columns.ts'
import type { HeaderRow } from './header-row.ts'
import type { Column } from './layout.ts'
import type { PassedOver } from './roster.ts'

const TOTAL = /^(合计|总计|小计|共计|总人数|总数|人数|共\d+[人名]|合计:?\d+[人名]?)/
const SIGNATURE =
  /^(填表|制表|填报|审核|经办|负责人|签字|签名|盖章|公章|联系人|单位负责人|(党)?支部书记签|报送|日期)[^:：]{0,6}([:：]|$)/
const NOTE = /^(注|备注|说明|填表说明|填写说明)([:：\d一]|$)/
const SECTION = /^第?[一二三四五六七八九十\d]{1,3}(党小组|小组|组)([(（].*[)）])?[:：]?$/

/** Why a row below the header is no person: blank, a total, a signature, a note, a heading; null when it should be read. */
export const passedOver = (
  cells: readonly Cell[],
  fields: ReadonlyMap<Field, Column[]>,
  header: HeaderRow | null,
): PassedOver['why'] | null => {
  const filled: string[] = []
  for (const cell of cells) {
    const text = tightOf(cell)
    if (text !== '') filled.push(text)
  }
  const first = filled[0]
  if (first === undefined) return 'blank'
  const name = tightOf(cells[fields.get('name')?.[0]?.index ?? -1])
  const values = valuesBeside(cells, fields)
  if (TOTAL.test(first) || TOTAL.test(name)) return 'total'
  if (filled.length === 1 && SECTION.test(first)) return 'section'
  if (SIGNATURE.test(first) && values < 3) return 'signature'
  if (NOTE.test(first) && values < 3) return 'note'
  if (header && repeats(cells, header)) return 'header'
  if (name !== '' && !isNothing(name)) return null
  return valueless(filled, values)
}

/** A row without name: preprinted numbers are blank, a lone text is a note, anything else is somebody whose name is missing. */
const valueless = (filled: string[], values: number): PassedOver['why'] | null => {
  if (filled.every((text) => /^\d{1,4}$/.test(text) || isNothing(text))) return 'blank'
  if (filled.some((text) => SIGNATURE.test(text)) && values < 3) return 'signature'
  return filled.length === 1 && values < 2 && !/^\d{17}[\dX]$/i.test(filled[0]!) ? 'note' : null
}

const valuesBeside = (cells: readonly Cell[], fields: ReadonlyMap<Field, Column[]>): number => {
  let values = 0
  for (const [field, columns] of fields) {
    if (field !== 'name' && columns.some(({ index }) => !isNothing(textOf(cells[index])))) values++
  }
  return values
}

/** Tables printed over several pages carry their header again on each. */
const repeats = (cells: readonly Cell[], { labels }: HeaderRow): boolean => {
  let same = 0
  for (let index = 0; index < labels.length; index++) {
    if (labels[index] && plainHeader(cells[index]) === labels[index]) same++
  }
  return same >= 2 && same >= labels.filter(Boolean).length / 2
}

/** The group that a heading row inside the table names for the people below it. */
export const sectionGroup = (cells: readonly Cell[]): string | null => {
  const text = cells.map(tightOf).find(Boolean) ?? ''
  return text.replace(/[(（].*|[:：]$/g, '') || null
}
