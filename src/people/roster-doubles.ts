import type { Field } from './columns.ts'
import { agrees, type DatedDay } from './dated.ts'
import type { Double, HandedBack, RosterPerson, RosterRow } from './roster.ts'

export type Settled = { rows: RosterRow[]; doubles: Double[]; handedBack: HandedBack[] }

/** Fields of a person that are one value each, in the words of the columns. */
export const COMPARED = [
  'name',
  'identityNumber',
  'sex',
  'ethnicity',
  'birth',
  'education',
  'nativePlace',
  'joined',
  'becameFull',
  'branch',
  'group',
  'partyPost',
  'work',
  'phone',
  'remark',
] as const satisfies readonly (Field & keyof RosterPerson)[]

/**
 * Takes each person once. Rows of one identity number are one person, if their names agree; if not, both go back, since
 * either may be wrong. Without a number, the same name, birth and phone are one person; a like name alone is only a doubt.
 */
export const settleDoubles = (rows: RosterRow[], cellsOf: (row: number) => string[]): Settled => {
  const settled: Settled = { rows: [], doubles: [], handedBack: [] }
  const clashing = clashes(rows)
  const byNumber = new Map<string, number>()
  const byName = new Map<string, number[]>()
  for (const row of rows) {
    const { name, identityNumber } = row.person
    const clash = identityNumber && clashing.get(identityNumber)
    if (clash) {
      const others = clash.filter((other) => other !== row.row).join('、')
      settled.handedBack.push({
        row: row.row,
        cells: cellsOf(row.row),
        reasons: [`身份证号与第 ${others} 行相同，姓名却不同`],
      })
      continue
    }
    const namesakes = byName.get(name) ?? []
    const at =
      (identityNumber && byNumber.get(identityNumber)) ??
      namesakes.find((index) => isSame(settled.rows[index]!.person, row.person))
    if (typeof at === 'number') {
      settled.doubles.push(doubleOf(settled.rows[at]!, row))
      settled.rows[at] = completed(settled.rows[at]!, row)
      if (identityNumber) byNumber.set(identityNumber, at)
      continue
    }
    const alike = namesakes.find((index) => isAlike(settled.rows[index]!.person, row.person))
    const doubt = {
      field: 'name' as const,
      message: `与第 ${alike === undefined ? 0 : settled.rows[alike]!.row} 行姓名、出生时间相同，请核对是不是同一人`,
    }
    const next = settled.rows.push(alike === undefined ? row : { ...row, doubts: [...row.doubts, doubt] }) - 1
    if (identityNumber) byNumber.set(identityNumber, next)
    byName.set(name, [...namesakes, next])
  }
  return settled
}

/** Identity numbers that stand beside more than one name, with the rows concerned. */
const clashes = (rows: readonly RosterRow[]): ReadonlyMap<string, number[]> => {
  const first = new Map<string, string>()
  const clashing = new Map<string, number[]>()
  for (const { person } of rows) {
    if (!person.identityNumber) continue
    const name = first.get(person.identityNumber)
    if (name === undefined) first.set(person.identityNumber, person.name)
    else if (name !== person.name) clashing.set(person.identityNumber, [])
  }
  for (const { row, person } of rows) clashing.get(person.identityNumber ?? '')?.push(row)
  return clashing
}

const isSame = (one: RosterPerson, other: RosterPerson): boolean => {
  if (one.identityNumber && other.identityNumber) return false
  const sure =
    one.birth && other.birth && agrees(one.birth, other.birth) && one.phone && one.phone === other.phone
  return Boolean(sure) || differing(one, other, true).length === 0
}

const isAlike = (one: RosterPerson, other: RosterPerson): boolean =>
  !(one.identityNumber && other.identityNumber) &&
  one.birth !== null &&
  other.birth !== null &&
  agrees(one.birth, other.birth)

/** Fields in which two rows contradict each other; with `exactly` also those that only one of them has. */
const differing = (one: RosterPerson, other: RosterPerson, exactly = false): Field[] =>
  COMPARED.filter((field) => {
    const [here, there] = [one[field], other[field]]
    if (here === null || there === null) return exactly && here !== there
    return typeof here === 'string' ? here !== there : !agrees(here, there as DatedDay)
  })

const doubleOf = (first: RosterRow, again: RosterRow): Double => {
  const numbers = first.person.identityNumber && first.person.identityNumber === again.person.identityNumber
  const differs = differing(first.person, again.person)
  const births = first.person.birth && again.person.birth && first.person.phone
  const by = numbers ? 'identity-number' : births ? 'name-birth-and-phone' : 'whole-row'
  return { row: again.row, sameAs: first.row, name: first.person.name, by, differs }
}

/** The first row's values stand; what it lacks the later row may supply, and contradictions are told. */
const completed = (first: RosterRow, again: RosterRow): RosterRow => {
  const told = differing(first.person, again.person).map((field) => ({
    field,
    message: `第 ${again.row} 行是同一人，这一项却写得不同，按第 ${first.row} 行收`,
  }))
  const lacking = Object.entries(again.person).filter(
    ([key, value]) => value !== null && first.person[key as keyof RosterPerson] === null,
  )
  return {
    ...first,
    person: { ...first.person, ...Object.fromEntries(lacking) },
    doubts: [...first.doubts, ...told],
  }
}
