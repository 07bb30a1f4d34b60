import { day, dayOf, isDay, readable } from '../kernel/day.ts'

/** Stands where something was not recorded: a gap is seen, and never filled in. */
export const GAP = '〔未记〕'

export const orGap = (text: string | null | undefined): string => text?.trim() || GAP

/**
 * Text that a document or a calendar can hold: line breaks stay, other control characters would make a .docx unreadable or
 * end a line of a calendar where none should end.
 */
export const printable = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/(?!\n)[\p{Cc}\ufffe\uffff]/gu, ' ')

/** 2026年11月25日（周三）, as paper writes it: full-width, no blanks. */
export const dayWords = (on: string): string => readable(day(on)).replace(' (', '（').replace(')', '）')

/** 2026年11月25日, for signatures and dates of issue. */
export const dateWords = (on: string): string => dayWords(on).replace(/（.*）/, '')

/** The calendar day of a day or of an instant, in the organ's zone. */
export const dayIn = (text: string): string =>
  isDay(text) ? text : dayOf(Temporal.Instant.from(text)).toString()

const halfOf = (hour: number): string => {
  if (hour < 12) return '上午'
  if (hour === 12) return '中午'
  return hour < 18 ? '下午' : '晚上'
}

const clock = (hour: number, minute: number): string =>
  `${hour > 12 ? hour - 12 : hour}:${String(minute).padStart(2, '0')}`

/** 下午3:00 from `15:00`; the half of the day is left out where `after` already named it. */
export const clockWords = (time: string, after?: string): string => {
  const at = Temporal.PlainTime.from(time)
  const half = halfOf(at.hour)
  const named = after !== undefined && halfOf(Temporal.PlainTime.from(after).hour) === half
  return `${named ? '' : half}${clock(at.hour, at.minute)}`
}

/** 2026年11月25日（周三）下午3:00至4:30. */
export const timeWords = (on: string, from: string, to: string | null): string =>
  `${dayWords(on)}${clockWords(from)}${to === null ? '' : `至${clockWords(to, from)}`}`

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 一 … 九十九, for headings. */
export const numeral = (count: number): string => {
  const tens = Math.floor(count / 10)
  const ones = count % 10
  if (tens === 0) return DIGITS[ones] ?? ''
  return `${tens === 1 ? '' : DIGITS[tens]}十${ones === 0 ? '' : DIGITS[ones]}`
}

const KIND_NAMES: Readonly<Record<string, string>> = {
  'general-meeting': '支部党员大会',
  'committee-meeting': '支部委员会会议',
  'group-meeting': '党小组会',
  lecture: '党课',
  'theme-day': '主题党日',
  'life-meeting': '组织生活会',
}

export const kindName = (kind: string): string => KIND_NAMES[kind] ?? '会议'

/** 支部党员大会暨党课; one gathering may be several kinds. */
export const kindsName = (kinds: readonly string[]): string => kinds.map(kindName).join('暨')

/** What follows a unit's name, without saying 支部 twice: 某某党支部 and 党员大会 for 支部党员大会. */
export const kindsAfter = (unitName: string, kinds: readonly string[]): string => {
  const name = kindsName(kinds)
  if (/(支部|总支)$/.test(unitName) && name.startsWith('支部')) return name.slice(2)
  return unitName.endsWith('党小组') && name.startsWith('党小组') ? name.slice(3) : name
}

const FIELDS: Readonly<Record<string, string>> = {
  title: '会议名称',
  place: '地点',
  points: '发言要点',
  differing: '不同意见',
  attendance: '到会情况',
  resolution: '决议',
  heldOn: '会议日期',
  other: '其他',
}

/** How paper calls the part of a record that an amendment changed. */
export const amendedField = (field: string): string => FIELDS[field] ?? field
