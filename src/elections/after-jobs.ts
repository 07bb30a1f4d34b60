import type { Acting } from '../database/acting.ts'
import { type HandoverRow, handovers } from '../handovers/store.ts'
import { postsOf } from '../people/post-store.ts'
import { book } from '../rules/book.ts'
import { rulesStanding } from '../rules/standing.ts'
import { committeeTold, isAnswered, missingOf, proposedDay, resultTold } from './after.ts'
import type { AfterElection } from './after-contract.ts'
import * as store from './after-store.ts'
import type { Election } from './facts.ts'
import { gatheringOf } from './gathering.ts'
import { committeeAfter, dayBefore, type HeldPost, type PostsAfter, postsAfter } from './posts-after.ts'
import { isParty } from './steps.ts'
import { titleOf } from './titles.ts'
import { rosterOn } from './voter-store.ts'

const NOTHING: PostsAfter = { ends: [], begins: [], stays: [], left: [], clashes: [] }

/** What the result would change from the day on, and what stands against it. */
export const effectOf = (
  election: Election,
  held: readonly HeldPost[],
  full: readonly string[] | null,
  on: string | null,
  today: string,
) => {
  const { results, kind, form, unitKind, choices } = election
  const ruleOf = rulesStanding(book, choices, election.electedOn ?? today)
  const changes =
    on === null || !isParty(unitKind)
      ? NOTHING
      : postsAfter({ results, kind, form, isAnswered: isAnswered(election) }, held, on)
  const committee = committeeAfter(changes)
  const judged = [...resultTold(election, ruleOf), ...committeeTold(election, committee, ruleOf)]
  return { changes, judged, missing: missingOf(election, changes, committee, ruleOf, full) }
}

/** Every post of the unit, as the day's change is reckoned from; none where offices here are no posts. */
export const heldIn = (tx: Acting, { unitId, unitPath, unitKind }: Election): Promise<HeldPost[]> =>
  isParty(unitKind)
    ? postsOf(tx, { id: unitId, path: unitPath }, { on: '1900-01-01', ever: true, groups: false })
    : Promise.resolve([])

/** Who is a full member of the unit on the day; null where offices here are no posts, or there is no day yet. */
export const fullOn = async (
  tx: Acting,
  { unitPath, unitKind }: Election,
  on: string | null,
): Promise<string[] | null> =>
  on !== null && isParty(unitKind)
    ? (await rosterOn(tx, unitPath, on)).flatMap(({ personId, status }) =>
        status === 'full' ? personId : [],
      )
    : null

/** What follows an election, with a preview of the day asked for. */
export const viewAfter = async (
  tx: Acting,
  election: Election,
  asked: string | undefined,
  today: string,
): Promise<AfterElection> => {
  const held = await heldIn(tx, election)
  const on = election.effectiveOn ?? asked ?? proposedDay(election)
  const { changes, judged, missing } = effectOf(election, held, await fullOn(tx, election, on), on, today)
  const people = election.results.flatMap(({ personId }) => personId ?? [])
  const accounts = people.length > 0 ? await store.accountsOf(tx, people) : []
  const isOver = election.closedOn !== null
  const outgoing = isOver && on !== null ? endedAt(held, election, on) : []
  const sheets = outgoing.length > 0 ? await handovers(tx) : []
  return {
    steps: election.steps.map(({ step, doneOn, number, byWhom }) => ({ step, doneOn, number, byWhom })),
    elected: election.results.map((result) => ({
      ...result,
      duties: [...result.duties],
      title: titleOf(election.unitKind, result),
      hasAccount: result.personId === null ? null : accounts.includes(result.personId),
    })),
    plenary: plenaryOf(election),
    judged,
    missing: isOver ? [] : missing,
    on,
    ends: isOver ? [] : changes.ends.map((post) => ({ ...named(post), endsOn: post.endsOn })),
    begins: isOver ? [] : changes.begins,
    stays: changes.stays.map(named),
    outgoing: outgoing.map((post) => outgoingOf(post, held, on ?? '', sheets)),
    version: election.version,
  }
}

const named = ({ personId, personName, post, since }: HeldPost) => ({
  personId,
  name: personName,
  post,
  since,
})

const plenaryOf = (election: Election): AfterElection['plenary'] => {
  const plenary = gatheringOf(election, 'committee')
  if (!plenary) return null
  const { heldOn, hostId, hostName, seats } = plenary
  const isElected = election.results.some(
    ({ personId, name }) =>
      (hostId !== null && personId === hostId) || (hostId === null && name === hostName),
  )
  return {
    heldOn,
    hostName,
    // Only a new committee is led by one of those just elected.
    hostIsElected: hostName === null || election.kind === 'by-election' ? null : isElected,
    entitled: seats.filter(({ entitled }) => entitled).length,
    present: seats.filter(({ entitled, state }) => entitled && state === 'present').length,
  }
}

/** The posts that ended the day before the new committee began, with the old term. */
const endedAt = (held: readonly HeldPost[], { kind }: Election, on: string): HeldPost[] =>
  kind === 'renewal' ? held.filter(({ until }) => until === dayBefore(on)) : []

const outgoingOf = (
  { id, post, personId, personName, until }: HeldPost,
  held: readonly HeldPost[],
  on: string,
  sheets: readonly HandoverRow[],
): AfterElection['outgoing'][number] => {
  const takers = held.filter((each) => each.post === post && each.since === on && each.personId !== personId)
  const [taker] = takers
  const sheet = sheets.find(({ postId, stage }) => postId === id && stage !== 'withdrawn')
  return {
    postId: id,
    post,
    personName,
    endsOn: until ?? '',
    to:
      taker && takers.length === 1
        ? { personId: taker.personId, name: taker.personName, since: taker.since }
        : null,
    handoverId: sheet?.id ?? null,
  }
}
