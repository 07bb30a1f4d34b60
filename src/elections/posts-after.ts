import { COMMITTEE_POSTS, type Post } from '../kernel/access.ts'
import { day } from '../kernel/day.ts'
import type { Election, Result } from './facts.ts'

export type HeldPost = {
  id: string
  personId: string
  personName: string
  post: Post
  since: string
  until: string | null
  version: number
}

export type Begin = { personId: string; name: string; post: Post; since: string }
export type End = HeldPost & { endsOn: string }

/** Which posts end and begin for whom when a result is put into effect. */
export type PostsAfter = {
  ends: End[]
  begins: Begin[]
  stays: HeldPost[]
  /** Posts of the committee that this election does not touch. */
  left: HeldPost[]
  /** Why it cannot be done so: two secretaries, or a post that somebody is already to take later. */
  clashes: { personName: string; post: Post; since: string; why: 'second-secretary' | 'later' }[]
}

/** 分工: what a member of the committee may be charged with. The first three are posts of their own. */
export const DUTIES = [
  'organization',
  'publicity',
  'discipline',
  'united-front',
  'mass-work',
  'youth',
] as const
export type Duty = (typeof DUTIES)[number]

const POSTS_OF_DUTY: ReadonlySet<string> = new Set(['organization', 'publicity', 'discipline'])

type Elected = Pick<Result, 'personId' | 'name' | 'head' | 'duties' | 'approvedOn'>

/**
 * The posts that a result gives: her office, and the duties that are posts; a member without either is a committee member.
 * Once the unit above has answered, an office it did not approve is not taken up.
 */
export const postsOf = (
  { head, duties, approvedOn }: Elected,
  { form, isAnswered }: { form: Election['form']; isAnswered: boolean },
): Post[] => {
  const office = head !== null && (!isAnswered || approvedOn !== null) ? [head] : []
  const charged = duties.filter((duty) => POSTS_OF_DUTY.has(duty)) as Post[]
  const named = [...office, ...charged]
  return named.length > 0 || form === 'direct' ? named : ['committee-member']
}

type Asked = Pick<Election, 'kind' | 'form'> & { results: readonly Elected[]; isAnswered: boolean }

/**
 * What changes from the day on. At a renewal the posts of the old committee end the day before, unless the same person was
 * elected to the same post: that one goes on. At a by-election only what is empty is filled. Posts of group leaders, of the
 * unit above and of whoever runs the system are no part of a committee and are never touched; nor are posts taken up since.
 */
export const postsAfter = (election: Asked, held: readonly HeldPost[], on: string): PostsAfter => {
  const running = held.filter(({ post, until }) => isOfCommittee(post) && (until === null || until >= on))
  const wanted = election.results.flatMap((result) =>
    result.personId === null
      ? []
      : postsOf(result, election).map((post) => ({ personId: result.personId!, name: result.name, post })),
  )
  const isWanted = ({ personId, post }: { personId: string; post: Post }): boolean =>
    wanted.some((each) => each.personId === personId && each.post === post)
  const others = running.filter((each) => !isWanted(each))
  const ends = others
    .filter((each) => each.since < on && endsWith(election, each, wanted))
    .map((each) => ({ ...each, endsOn: dayBefore(on) }))
  const taken = wanted.map((each) => takingUp(each, running, on))
  const left = others.filter(({ id }) => !ends.some((end) => end.id === id))
  const hasSecretary = wanted.some(({ post }) => post === 'secretary')
  const second = hasSecretary ? left.filter(({ post }) => post === 'secretary') : []
  return {
    ends,
    begins: taken.flatMap(({ begin }) => begin ?? []),
    stays: running.filter(isWanted),
    left,
    clashes: [
      ...taken.flatMap(({ later }) => (later ? [{ ...clashOf(later), why: 'later' as const }] : [])),
      ...second.map((each) => ({ ...clashOf(each), why: 'second-secretary' as const })),
    ],
  }
}

type Wanted = { personId: string; name: string; post: Post }

/** At a by-election nobody leaves; but a member who is given an office or a duty is no longer one without. */
const endsWith = ({ kind }: Asked, held: HeldPost, wanted: readonly Wanted[]): boolean =>
  kind === 'renewal' ||
  (held.post === 'committee-member' && wanted.some(({ personId }) => personId === held.personId))

/** Her post goes on, begins on the day, or after the day to which it was registered already. */
const takingUp = (
  { personId, name, post }: Wanted,
  running: readonly HeldPost[],
  on: string,
): { begin?: Begin; later?: HeldPost } => {
  const own = running.filter((each) => each.personId === personId && each.post === post)
  const now = own.find(({ since }) => since <= on)
  const [later] = own.filter((each) => each !== now)
  if (later) return now ? {} : { later }
  if (now?.until === null) return {}
  const since = now?.until ? day(now.until).add({ days: 1 }).toString() : on
  return { begin: { personId, name, post, since } }
}

const clashOf = ({ personName, post, since }: HeldPost) => ({ personName, post, since })

/** The posts of the committee when the result is in effect, each once however often it is registered. */
export const committeeAfter = ({ stays, begins, left }: PostsAfter): Post[] => [
  ...new Map(
    [...stays, ...begins, ...left].map(({ personId, post }) => [`${personId} ${post}`, post] as const),
  ).values(),
]

const isOfCommittee = (post: Post): boolean => (COMMITTEE_POSTS as readonly Post[]).includes(post)

export const dayBefore = (on: string): string => day(on).subtract({ days: 1 }).toString()
