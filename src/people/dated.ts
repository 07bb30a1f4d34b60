import { z } from 'zod'
import { type Cell, isNothing, tightOf } from './cell.ts'
import { isCalendarDay } from './identity-number.ts'

/** A day or a month of the calendar; a month stands on its first day and says so. */
export const DatedDay = z.object({ on: z.iso.date(), precision: z.enum(['day', 'month']) })
export type DatedDay = z.infer<typeof DatedDay>

/** What a cell of a date column holds: a day, nothing, or something that is no day, with the reason. */
export type DatedReading = { dated: DatedDay | null; doubt?: string } | { fault: string }

/**
 * What the whole column tells about cells that hold only part of a date.
 * `tenth`: which month `1998.1` means, since a spreadsheet shortens the number 1998.10 to 1998.1; null when it cannot be told.
 * `thisYear` decides the century of two-digit years.
 */
export type DatedColumn = { tenth: 1 | 10 | null; thisYear: number }

const PARTS = /^(\d{4}|\d{2})[-./年](\d{1,2})(?:[-./月](\d{1,2})?日?)?$/
const EIGHT = /^(\d{4})(\d{2})(\d{2})$/
const SIX = /^((?:19|20)\d{2})(\d{2})$/
const CLOCK = /[T ]?\d{1,2}:\d{2}(:\d{2}(\.\d+)?Z?)?$/
const HAN_DIGITS: Record<string, string> = {
  〇: '0',
  零: '0',
  '○': '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

export const readDated = (cell: Cell | undefined, column: DatedColumn): DatedReading => {
  if (cell === null || cell === undefined) return { dated: null }
  if (typeof cell === 'object') return fromDay(cell.day, cell.precision)
  const text = tightOf(cell)
  if (isNothing(text) || text === '0') return { dated: null }
  if (/^\d{5}(\.\d+)?$/.test(text)) return fromSerial(Number(text))
  const written = hanToDigits(text.replace(CLOCK, ''))
  if (isShortTenth(written)) return fromTenth(cell, written, column)
  const parts = PARTS.exec(written) ?? EIGHT.exec(written) ?? SIX.exec(written)
  if (parts) return fromParts(text, parts, column)
  if (/^(19|20)\d{2}年?$/.test(written)) return { fault: `「${text}」只有年份,请写到月` }
  return { fault: `「${text}」看不出是哪一天` }
}

const fromParts = (
  text: string,
  [, year, month, day]: RegExpExecArray,
  column: DatedColumn,
): DatedReading => {
  const full = year!.length === 4 ? Number(year) : centuryOf(Number(year), column.thisYear)
  const on = `${full}-${month!.padStart(2, '0')}-${(day ?? '1').padStart(2, '0')}`
  if (!isCalendarDay(on)) return { fault: `「${text}」不是日历上的日子` }
  const reading = fromDay(on, day ? 'day' : 'month')
  if (year!.length === 4) return reading
  return { ...reading, doubt: `「${text}」的年份只有两位，按 ${full} 年收` }
}

const fromDay = (on: string, precision: DatedDay['precision']) => ({
  dated: { on: precision === 'month' ? `${on.slice(0, 7)}-01` : on, precision },
})

/** Spreadsheet serials count days from 1899-12-30; those of May 1927 to 2100 have five digits. */
const fromSerial = (serial: number): DatedReading => {
  if (serial < 10_000 || serial > 73415) return { fault: `「${serial}」看不出是哪一天` }
  const at = new Date((Math.floor(serial) - 25569) * 86_400_000)
  return fromDay(at.toISOString().slice(0, 10), 'day')
}

const isShortTenth = (text: string): boolean => /^\d{4}\.1$/.test(text)

const fromTenth = (cell: Cell, text: string, { tenth }: DatedColumn): DatedReading => {
  const year = text.slice(0, 4)
  if (tenth === 10) {
    return {
      ...fromDay(`${year}-10-01`, 'month'),
      doubt: `「${text}」按 ${year} 年 10 月收（表格会把 ${year}.10 缩成 ${year}.1）`,
    }
  }
  if (tenth === 1) return fromDay(`${year}-01-01`, 'month')
  if (typeof cell === 'string')
    return { ...fromDay(`${year}-01-01`, 'month'), doubt: `「${text}」按 ${year} 年 1 月收` }
  return { fault: `「${text}」分不清是 1 月还是 10 月，请写成 ${year}-01 或 ${year}-10` }
}

/** Which month `1998.1` means in this column: October where months are written 01 to 09, January where 10 stands in full. */
export const tenthOf = (cells: Iterable<Cell | undefined>): 1 | 10 | null => {
  let padded = false
  for (const cell of cells) {
    const text = typeof cell === 'object' ? '' : tightOf(cell)
    if (/^\d{4}\.10$/.test(text)) return 1
    if (/^\d{4}\.0[1-9]$/.test(text)) padded = true
  }
  return padded ? 10 : null
}

const centuryOf = (year: number, thisYear: number): number =>
  2000 + year > thisYear ? 1900 + year : 2000 + year

/** 一九九八年七月十二日 → 1998年7月12日. Text with other words in it is left as it is. */
const hanToDigits = (text: string): string => {
  if (!/^[〇零○一二三四五六七八九]{2,4}年/.test(text)) return text
  const numbered = text.replace(/[一二三]?十[一二三四五六七八九]?/g, (tens) => {
    const [high, low] = tens.split('十') as [string, string]
    return `${high ? HAN_DIGITS[high] : 1}${low ? HAN_DIGITS[low] : 0}`
  })
  return numbered.replace(/[〇零○一二三四五六七八九]/g, (digit) => HAN_DIGITS[digit]!)
}

/** True when both may name the same time: equal days, or a month and a day within it. */
export const agrees = (one: DatedDay, other: DatedDay): boolean =>
  one.precision === 'day' && other.precision === 'day'
    ? one.on === other.on
    : one.on.slice(0, 7) === other.on.slice(0, 7)

/** True when `one` is surely earlier, however the days within its month fall. */
export const surelyBefore = (one: DatedDay, other: DatedDay): boolean =>
  one.precision === 'day' && other.precision === 'day'
    ? one.on < other.on
    : one.on.slice(0, 7) < other.on.slice(0, 7)
