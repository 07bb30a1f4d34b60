import { type Cell, isNothing, textOf, tightOf } from './cell.ts'
import { FIELD_NAMES, type Field } from './columns.ts'
import { agrees, type DatedColumn, type DatedDay, readDated } from './dated.ts'
import { ethnicityOf } from './ethnicities.ts'
import { type IdentityNumber, isIdentityFault, LOST, readIdentityNumber } from './identity-number.ts'
import type { Column } from './layout.ts'
import type { Doubt, RosterPerson } from './roster.ts'
import { type DaysOfLife, isUnordered, judgeDays } from './roster-days.ts'
import { readName } from './roster-name.ts'
import { groupKey, readPosts } from './roster-posts.ts'
import { type Admission, readStatus } from './roster-status.ts'

/** What is the same for every row of a sheet. */
export type RowContext = {
  columns: ReadonlyMap<Field, Column[]>
  dates: Record<'birth' | 'joined' | 'becameFull', DatedColumn>
  today: DatedDay
  /** Known groups by their key; empty when none were given, and then any group is accepted. */
  groups: ReadonlyMap<string, string>
  /** Taken for people whose sheet does not state their status. */
  presumed: Admission
}

/** A person with doubts, or the reasons why the row must go back. */
export type PersonReading = { person: RosterPerson; doubts: Doubt[]; reasons: string[] }

/** The longest text of each field that the register keeps. */
const LONGEST: Partial<Record<Field, number>> = { education: 30, nativePlace: 60, work: 60, remark: 500 }

/** Reads one row; every fault is named, so that the sheet need not travel twice. */
export const readPerson = (row: readonly Cell[], context: RowContext): PersonReading => {
  const doubts: Doubt[] = []
  const reasons: string[] = []
  const header = (field: Field): string => context.columns.get(field)?.[0]?.header || FIELD_NAMES[field]
  const doubt = (field: Field, message: string): void => void doubts.push({ field, message })
  const cellOf = (field: Field): Cell => row[context.columns.get(field)?.[0]?.index ?? -1] ?? null
  const text = (field: Field): string | null => {
    const parts = (context.columns.get(field) ?? [])
      .map(({ index }) => textOf(row[index]))
      .filter((part) => !isNothing(part))
    const whole = [...new Set(parts)].join(' ')
    const longest = LONGEST[field] ?? 100
    if (whole.length <= longest) return whole || null
    doubt(field, `「${header(field)}」超过 ${longest} 个字，没有收`)
    return null
  }
  const dated = (field: 'birth' | 'joined' | 'becameFull'): DatedDay | null => {
    if (field === 'becameFull' && /预备|未转|未到期|待转/.test(tightOf(cellOf(field)))) return null
    const reading = readDated(cellOf(field), context.dates[field])
    if ('fault' in reading) {
      reasons.push(`${header(field)}${reading.fault}`)
      return null
    }
    if (reading.doubt) doubt(field, reading.doubt)
    return reading.dated
  }

  const named = readName(textOf(cellOf('name')))
  reasons.push(...named.reasons)
  doubts.push(...named.doubts)
  const identity = readIdentity(cellOf('identityNumber'), reasons)
  const sex = sexOf(tightOf(cellOf('sex')) || named.sex, identity, doubt)
  const days: DaysOfLife = {
    birth: birthOf(dated('birth'), identity, doubt),
    joined: dated('joined'),
    becameFull: dated('becameFull'),
  }
  const membership = readStatus(
    {
      category: tightOf(cellOf('category')) || named.category,
      standing: tightOf(cellOf('standing')),
      becameFull: tightOf(cellOf('becameFull')),
    },
    {
      ...days,
      today: context.today,
      asksBecameFull: context.columns.has('becameFull'),
      presumed: context.presumed,
    },
  )
  doubts.push(...membership.doubts)
  reasons.push(...membership.reasons)
  const judged = judgeDays(days, context.today)
  doubts.push(...judged.doubts)
  reasons.push(...judged.reasons)
  if (context.columns.has('joined') && !days.joined && reasons.length === 0)
    doubt('joined', `没有${header('joined')}`)

  const partyPost = text('partyPost')
  const posts = readPosts(partyPost ?? '')
  for (const unknown of posts.unknown)
    doubt('partyPost', `党内职务「${unknown}」不是本支部设的职务，没有收为职务`)

  const person: RosterPerson = {
    name: named.name,
    identityNumber: identity?.number ?? null,
    sex,
    ethnicity: ethnicOf(tightOf(cellOf('ethnicity')), doubt),
    birth: days.birth,
    education: text('education'),
    nativePlace: text('nativePlace'),
    status: membership.status,
    joined: days.joined,
    becameFull: keptBecameFull(days.joined, membership.becameFull),
    branch: text('branch'),
    group: groupOf(text('group'), context.groups, doubt),
    posts: posts.posts,
    partyPost,
    work: text('work'),
    phone: phoneOf(textOf(cellOf('phone')), doubt),
    remark: text('remark'),
  }
  return { person, doubts, reasons }
}

const keptBecameFull = (joined: DatedDay | null, becameFull: DatedDay | null): DatedDay | null =>
  joined && becameFull && isUnordered(joined, becameFull) ? null : becameFull

type SayDoubt = (field: Field, message: string) => void

const readIdentity = (cell: Cell, reasons: string[]): IdentityNumber | null => {
  const text = tightOf(cell)
  // An exported roster shows masked numbers; handed in again they say nothing.
  if (isNothing(text) || text.includes('*')) return null
  if (typeof cell === 'number' && cell >= 1e15) {
    reasons.push(LOST)
    return null
  }
  const reading = readIdentityNumber(text)
  if (!isIdentityFault(reading)) return reading
  reasons.push(reading.fault)
  return null
}

const sexOf = (text: string, identity: IdentityNumber | null, doubt: SayDoubt): RosterPerson['sex'] => {
  const said = /^女/.test(text) ? 'female' : /^男/.test(text) ? 'male' : null
  if (!said && !isNothing(text)) doubt('sex', `性别「${text}」未能识别`)
  if (said && identity && said !== identity.sex) doubt('sex', '性别与身份证号第 17 位不一致')
  return said ?? identity?.sex ?? null
}

/** The identity number supplies the day where the sheet has none or only its month. */
const birthOf = (
  written: DatedDay | null,
  identity: IdentityNumber | null,
  doubt: SayDoubt,
): DatedDay | null => {
  if (!identity) return written
  const known: DatedDay = { on: identity.birth, precision: 'day' }
  if (!written || agrees(written, known)) return known
  doubt('birth', `出生日期与身份证号中的 ${identity.birth} 不一致，按表中所写收`)
  return written
}

const ethnicOf = (text: string, doubt: SayDoubt): string | null => {
  if (isNothing(text)) return null
  const known = ethnicityOf(text)
  if (!known) doubt('ethnicity', `民族「${text.slice(0, 20)}」未能识别，没有收`)
  return known
}

const groupOf = (
  name: string | null,
  groups: ReadonlyMap<string, string>,
  doubt: SayDoubt,
): string | null => {
  if (name === null) return null
  const known = groups.get(groupKey(name))
  if (!known && groups.size > 0) doubt('group', `支部里没有「${name}」这个小组`)
  return known ?? name
}

const MOBILE = /^1\d{10}$/
const LANDLINE = /^(0\d{2,3})?[2-9]\d{6,7}$/

const phoneOf = (text: string, doubt: SayDoubt): string | null => {
  if (isNothing(text)) return null
  const [first, ...more] = text.split(/[、,，;；/]+| +(?=1\d{10})/).filter(Boolean)
  const digits = (first ?? '')
    .replace(/^(\+|00)86/, '')
    .replace(/[-\s()（）]|\.0$/g, '')
    .replace(/^86(?=1\d{10}$)/, '')
  if (!MOBILE.test(digits) && !LANDLINE.test(digits)) {
    doubt('phone', `电话「${text.slice(0, 40)}」位数不对，没有收`)
    return null
  }
  if (more.length > 0) doubt('phone', '写了不止一个电话，收了第一个')
  return digits
}
