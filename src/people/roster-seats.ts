import { TERMS } from '../glossary.ts'
import type { RosterPost } from './roster.ts'
import type { Branch } from './roster-known.ts'

/** Someone on the sheet with the posts it names; a new person already has the id that she will get. */
export type Candidate = {
  row: number
  personId: string
  posts: readonly RosterPost[]
  groupId: string | null
}

export type Appointment = { personId: string; unitId: string; post: RosterPost; since: string }

export type Seated = {
  given: Appointment[]
  /** The posts that each row gains. */
  gains: ReadonlyMap<number, RosterPost[]>
  /** Why a post on the sheet was not given, by row. */
  doubts: ReadonlyMap<number, string[]>
}

/** Posts of which a unit may have several holders. */
const SEVERAL: ReadonlySet<RosterPost> = new Set(['deputy-secretary', 'committee-member'])

/**
 * Gives the posts that a sheet names, but only those that nobody in the unit holds: whoever holds one now was elected or
 * appointed, and a list does not unseat her. They begin with the running term, where it is known.
 */
export const seat = (candidates: readonly Candidate[], branch: Branch, today: string): Seated => {
  const given: Appointment[] = []
  const gains = new Map<number, RosterPost[]>()
  const doubts = new Map<number, string[]>()
  const running = branch.seats.filter(({ until }) => until === null || until >= today)
  const keyOf = ({ unitId, post }: { unitId: string; post: RosterPost }) => `${unitId} ${post}`
  const holders = Map.groupBy(running, keyOf)
  const former = new Set(branch.seats.map((held) => `${keyOf(held)} ${held.personId}`))
  const taken = new Map<string, number>()
  const doubt = (row: number, message: string) => doubts.set(row, [...(doubts.get(row) ?? []), message])

  for (const { row, personId, posts, groupId } of candidates) {
    for (const post of posts) {
      const unitId = post === 'group-leader' ? groupId : branch.id
      if (unitId === null) {
        doubt(row, '写明是党小组长，却没有写在哪个党小组，没有收为职务')
        continue
      }
      const key = keyOf({ unitId, post })
      const held = holders.get(key) ?? []
      if (held.some((one) => one.personId === personId)) continue
      const first = taken.get(key)
      if (held.length > 0) doubt(row, occupied(post, held[0]?.personName ?? null))
      else if (first !== undefined && !SEVERAL.has(post))
        doubt(row, `第 ${first} 行也写作${TERMS[post]}，按第 ${first} 行收`)
      else {
        const again = former.has(`${key} ${personId}`)
        given.push({ personId, unitId, post, since: again ? today : (branch.electedOn ?? today) })
        gains.set(row, [...(gains.get(row) ?? []), post])
        taken.set(key, row)
      }
    }
  }
  return { given, gains, doubts }
}

const occupied = (post: RosterPost, holder: string | null): string =>
  `${TERMS[post]}现由${holder ?? '他人'}担任，没有按表改任；确已改任的，请在任职登记中办理`
