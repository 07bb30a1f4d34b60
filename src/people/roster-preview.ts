import { TERMS } from '../glossary.ts'
import { FIELD_NAMES } from './columns.ts'
import type { DatedDay } from './dated.ts'
import { maskIdentityNumber } from './identity-number.ts'
import type { Doubt, RosterReading, RosterRow } from './roster.ts'
import type { Change } from './roster-compare.ts'
import { type RosterPreview, SHOWN_MOST, type ShownRow, type UnsureRow } from './roster-contract.ts'
import { type Judged, otherBranchName } from './roster-judging.ts'
import { type Branch, dated, type Known } from './roster-known.ts'
import type { Outcome, Plan } from './roster-plan.ts'
import { NOT_STATED } from './roster-status.ts'

type Told = { reading: RosterReading; judged: Judged; plan: Plan; branch: Branch; known: readonly Known[] }

/** What accepting the sheet would do, in words, with at most so many rows of each list. */
export const previewOf = (
  { reading, judged, plan, branch, known }: Told,
  { digest, basis }: { digest: string; basis: string },
): RosterPreview => {
  const { kind, encoding, sheet, sheets, headerRow, columns, obstacle, passedOver } = reading
  const counted = countOutcomes(plan.outcomes)
  const names = new Map(known.map((one) => [one.id, one]))
  return {
    ...{ kind, encoding, sheet, sheets, headerRow, columns, obstacle, digest, basis },
    otherBranch: otherBranchName(reading, branch),
    counts: {
      taken: plan.outcomes.length,
      ...counted,
      handedBack: judged.handedBack.length,
      doubles: judged.doubles.length,
      passedOver: passedOver.length,
      unmentioned: judged.unmentioned.length,
    },
    groups: plan.groups.map(({ name }) => name),
    rows: plan.outcomes
      .toSorted((one, other) => weight(one) - weight(other) || one.row.row - other.row.row)
      .slice(0, SHOWN_MOST)
      .map(shownRow),
    unsure: judged.unsure.slice(0, SHOWN_MOST).map((one) => unsureRow(one, names, branch)),
    handedBack: judged.handedBack.slice(0, SHOWN_MOST).map(({ row, cells, reasons }) => ({
      row,
      name: nameIn(cells, reading),
      reasons: reasons.map(withoutNumbers),
    })),
    doubles: judged.doubles.slice(0, SHOWN_MOST),
    passedOver: passedOver.slice(0, SHOWN_MOST),
    unmentioned: judged.unmentioned.slice(0, SHOWN_MOST).map((id) => names.get(id)?.name ?? ''),
  }
}

const countOutcomes = (outcomes: readonly Outcome[]) => {
  const counts = { new: 0, changed: 0, same: 0, doubtful: 0, open: 0 }
  for (const one of outcomes) {
    counts[one.outcome] += 1
    if (doubtsOf(one).length > 0) counts.doubtful += 1
    if (one.isOpen) counts.open += 1
  }
  return counts
}

/** All that is to be looked at in a row. A status that is not stated is known to the register, or asked once for everyone. */
const doubtsOf = ({ row, doubts }: Outcome): Doubt[] => [
  ...row.doubts.filter(({ message }) => message !== NOT_STATED),
  ...doubts.map((message) => ({ field: 'partyPost' as const, message })),
]

/** Doubts are looked at first, then changes, then new people. */
const weight = (one: Outcome): number =>
  doubtsOf(one).length > 0 ? 0 : { changed: 1, new: 2, same: 3 }[one.outcome]

const shownRow = (one: Outcome): ShownRow => {
  const { row, outcome, changes } = one
  const { identityNumber, name, sex, status, birth, joined, becameFull, group, partyPost } = row.person
  return {
    row: row.row,
    person: { name, sex, status, birth, joined, becameFull, group, partyPost },
    masked: identityNumber && maskIdentityNumber(identityNumber),
    outcome,
    changes: changes.map(shownChange),
    doubts: doubtsOf(one).map(({ field, message }) => ({ field, message: withoutNumbers(message) })),
  }
}

const CHANGE_NAMES: Partial<Record<Change['field'], string>> = {
  status: '党籍状态',
  posts: '党内职务',
  birth: FIELD_NAMES.birth,
}

const shownChange = ({ field, was, now }: Change) => ({
  field: CHANGE_NAMES[field] ?? (FIELD_NAMES as Record<string, string>)[field] ?? field,
  was: was === null ? null : inWords(was),
  now: inWords(now),
})

const SEXES: Record<string, string> = { female: '女', male: '男' }

const DAY = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/

/** Days as they are read, codes such as `on-probation` or `secretary、organization` in Chinese; other values as they are. */
const inWords = (value: string): string => {
  const [, year, month, day] = DAY.exec(value) ?? []
  if (year) return `${year}年${Number(month)}月${day ? `${Number(day)}日` : ''}`
  return value
    .split('、')
    .map((part) => SEXES[part] ?? (TERMS as Record<string, string>)[part] ?? part)
    .join('、')
}

const unsureRow = (
  { row, candidates }: { row: RosterRow; candidates: string[] },
  known: ReadonlyMap<string, Known>,
  branch: Branch,
): UnsureRow => {
  const { name, birth, group, work, phone } = row.person
  return {
    row: row.row,
    name,
    says: tellingApart(birth, group, work, phone),
    candidates: candidates.slice(0, 20).map((id) => {
      const one = known.get(id)!
      const groupId = one.memberships.at(-1)?.groupId
      const groupName = branch.groups.find((group) => group.id === groupId)?.name ?? null
      return {
        id,
        says: tellingApart(dated(one.bornOn, one.bornPrecision), groupName, one.occupation, one.phone),
      }
    }),
  }
}

const tellingApart = (
  birth: DatedDay | null,
  group: string | null,
  work: string | null,
  phone: string | null,
): string => {
  const born = birth && `${birth.precision === 'month' ? birth.on.slice(0, 7) : birth.on} 出生`
  return [born, group, work, phone].filter(Boolean).join('，') || '没有别的信息'
}

const nameIn = (cells: readonly string[], { columns }: RosterReading): string => {
  const column = columns.find(({ field }) => field === 'name')
  return withoutNumbers((column && cells[column.index])?.slice(0, 40) ?? '')
}

/** Words that quote a cell may quote an identity number that stood in a wrong column. */
const withoutNumbers = (words: string): string =>
  words.replace(/\d{17}[\dXx]/g, (number) => maskIdentityNumber(number))
