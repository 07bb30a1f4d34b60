import { type Cell, isNothing, tightOf } from './cell.ts'
import type { Field } from './columns.ts'
import { ethnicityOf } from './ethnicities.ts'

/** How a cell of the field looks, for fields whose values can be told by themselves. */
const LOOKS: Partial<Record<Field, (text: string) => boolean>> = {
  // An exported roster shows them masked.
  identityNumber: (text) => /^\d{17}[\dXx]$|^\d{15}$|^\d{6}\*{8}\d{3}[\dXx]$/.test(text),
  phone: (text) => /^(\+?86)?1\d{2}[- ]?\d{4}[- ]?\d{4}$/.test(text),
  sex: (text) => /^[男女]性?$/.test(text),
  ethnicity: (text) => text.endsWith('族') && ethnicityOf(text) !== null,
  category: (text) => /^(正式|预备|中共)(预备)?(党员)?$/.test(text),
  partyPost: (text) => /书记|委员|组长/.test(text) && text.length <= 20,
  group: (text) => /^.{0,6}(党小组|小组)$|^第?[一二三四五六七八九十\d]+组$/.test(text),
  joined: looksDated,
  becameFull: (text) => looksDated(text) || /预备/.test(text),
  birth: looksDated,
  name: (text) => /^[\p{Script=Han}·〇]{2,12}([(（].{1,6}[)）])?$/u.test(text) || /^[A-Za-z .]+$/.test(text),
}

/** Fields that no other column could hold by accident. */
const UNMISTAKABLE = [
  'identityNumber',
  'phone',
  'sex',
  'ethnicity',
  'category',
] as const satisfies readonly Field[]

const SAMPLED = 200

/** Of the cells that hold anything, the share that looks like the field; null for too few cells or fields that have no look. */
export const shareOf = (field: Field, cells: readonly Cell[]): number | null => {
  const looks = LOOKS[field]
  const filled = cells.map(tightOf).filter((text) => !isNothing(text))
  if (!looks || filled.length < 2) return null
  return filled.filter(looks).length / filled.length
}

/** The field that the cells betray by themselves, whatever the header says. */
export const fieldByContent = (cells: readonly Cell[]): Field | null =>
  UNMISTAKABLE.find((field) => (shareOf(field, cells) ?? 0) >= 0.8) ?? null

/** The first filled cells of a column below the header. */
export const sampleOf = (rows: readonly Cell[][], from: number, index: number): Cell[] => {
  const sample: Cell[] = []
  for (let row = from; row < rows.length && sample.length < SAMPLED; row++) {
    const cell = rows[row]![index] ?? null
    if (tightOf(cell) !== '') sample.push(cell)
  }
  return sample
}

function looksDated(text: string): boolean {
  return /^(19|20)\d{2}[-./年]?\d{1,2}([-./月]\d{1,2})?[日月]?$|^\d{5}$|^\d{8}$/.test(text)
}
