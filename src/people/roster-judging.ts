import { FIELD_NAMES } from './columns.ts'
import { surelyBefore } from './dated.ts'
import type { Double, HandedBack, RosterReading, RosterRow } from './roster.ts'
import { type Comparison, compare, type Decided } from './roster-compare.ts'
import { type Branch, comparable, isGone, type Known } from './roster-known.ts'
import { groupKey } from './roster-posts.ts'

/** All that judging a sheet's people against the register asks. */
export type Register = {
  branch: Branch
  known: readonly Known[]
  /** Units outside the branch where an identity number of the sheet stands already, by its digest. */
  elsewhere: ReadonlyMap<string, string>
  /** The digest of an identity number in hexadecimal. */
  digestOf: (identityNumber: string) => string
  decided: Decided
  /** A row's cells as text, for the sheet that goes back. */
  cellsOf: (row: number) => string[]
}

export type Judged = {
  rows: JudgedRow[]
  handedBack: HandedBack[]
  doubles: Double[]
  /** Rows that nothing tells apart from people of the same name, with those people. */
  unsure: { row: RosterRow; candidates: string[] }[]
  /** Known people of whom the sheet says nothing. */
  unmentioned: string[]
}

/** A row that can be taken; `known` is the person it is about, if the register holds her. */
export type JudgedRow = {
  row: RosterRow
  known: Known | null
  comparison: Exclude<Comparison, { outcome: 'unsure' }>
}

/** Finds who on the sheet is already known, and hands back what the register contradicts. */
export const judge = (reading: RosterReading, register: Register): Judged => {
  const { branch, known, cellsOf, digestOf, decided } = register
  const handedBack = [...reading.handedBack]
  const back = ({ row }: RosterRow, reason: string): void => {
    handedBack.push({ row, cells: cellsOf(row), reasons: [reason] })
  }
  const rows = reading.rows.filter((row) => {
    const reason = misplaced(row, branch) ?? standsElsewhere(row, register)
    if (reason) back(row, reason)
    return reason === null
  })

  const groupNames = new Map(branch.groups.map(({ id, name }) => [id, name]))
  const comparables = known.map((one) => comparable(one, groupNames))
  const compared = compare(rows, comparables, digestOf, decided)
  const byId = new Map(known.map((one) => [one.id, one]))
  const judged: Judged = {
    rows: [],
    handedBack,
    doubles: reading.doubles,
    unsure: [],
    unmentioned: compared.unmentioned,
  }
  rows.forEach((row, index) => {
    const comparison = compared.rows[index]!
    if (comparison.outcome === 'unsure') {
      judged.unsure.push({ row, candidates: comparison.candidates })
      back(
        row,
        `名册里有 ${comparison.candidates.length} 位同名的人，分不清是哪一位；请补上身份证号或出生日期`,
      )
      return
    }
    const one = comparison.outcome === 'new' ? null : byId.get(comparison.id)!
    const reason = one && contradiction(row, one)
    if (reason) back(row, reason)
    else judged.rows.push({ row, known: one, comparison })
  })
  handedBack.sort((one, other) => one.row - other.row)
  return judged
}

/** Names of the branch that a sheet may write: with or without the organ before it. */
const isNameOf = (name: string, written: string): boolean => written.endsWith(name) || name.endsWith(written)

const misplaced = ({ person }: RosterRow, branch: Branch): string | null => {
  const written = person.branch
  if (written === null || isNameOf(branch.name, written)) return null
  const other = branch.others.find((name) => isNameOf(name, written))
  return other ? `所在党支部写作「${other}」，不是「${branch.name}」；请导入到那个支部` : null
}

const standsElsewhere = ({ person }: RosterRow, { elsewhere, digestOf }: Register): string | null => {
  if (elsewhere.size === 0 || !person.identityNumber) return null
  const unit = elsewhere.get(digestOf(person.identityNumber))
  return unit ? `身份证号已在「${unit}」的名册上；如已调来，请先办理组织关系转接` : null
}

/** Why a row about a known person cannot be taken although it is sound by itself. */
const contradiction = ({ person }: RosterRow, known: Known): string | null => {
  if (isGone(known)) return '名册上已登记转出或出党；如已转回，请先在个人信息里登记'
  const joined = person.joined ?? (known.joinedOn && { on: known.joinedOn, precision: known.joinedPrecision })
  const full = person.becameFull ?? (known.fullOn && { on: known.fullOn, precision: known.fullPrecision })
  if (!joined || !full || !(surelyBefore(full, joined) || full.on < joined.on)) return null
  return `${FIELD_NAMES.becameFull}早于${FIELD_NAMES.joined}（一处在表上，一处在名册上），请核对`
}

/** What the sheet calls the branch, where that resembles its name in nothing; null where it does or says nothing. */
export const otherBranchName = ({ rows }: RosterReading, { name }: Branch): string | null => {
  const written = new Set(rows.map(({ person }) => person.branch).filter((each) => each !== null))
  if (written.size === 0 || [...written].some((each) => isNameOf(name, each))) return null
  return [...written].slice(0, 3).join('、')
}

/** The groups that the sheet names and the branch lacks, each in its first spelling. */
export const missingGroups = (rows: readonly JudgedRow[], { groups }: Branch): string[] => {
  const known = new Set(groups.map(({ name }) => groupKey(name)))
  const missing = new Map<string, string>()
  for (const { row } of rows) {
    const { group } = row.person
    if (group === null || known.has(groupKey(group))) continue
    if (!missing.has(groupKey(group))) missing.set(groupKey(group), group)
  }
  return [...missing.values()]
}
