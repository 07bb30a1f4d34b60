import type { Grants } from '../kernel/access.ts'
import { type Day, day } from '../kernel/day.ts'
import { effective } from '../rules/effective.ts'
import type { Settled } from '../rules/parameters.ts'
import type { Regulations } from '../rules/read.ts'
import { rulesOn } from '../rules/rulebook.ts'
import { type RuleOf, rulesUnder } from '../rules/standing.ts'
import type { Kind, Meeting, Vote } from './contract.ts'
import { countsOf } from './counts.ts'
import { expectedOf, type Standing } from './expected.ts'
import { type Feed, feedsOf, isLate } from './feeds.ts'
import { EMPTY_DRAFT, type Held, type HeldAttendance, type HeldResolution, isRecorded } from './held.ts'
import { quorumOf, voteOf } from './judging.ts'
import { KIND_OF } from './kinds.ts'
import { permitsOf } from './stages.ts'

/** What a meeting is seen by: the book with the organ's choices, the reader's rights, the day. */
export type Light = {
  book: Pick<Regulations, 'rules' | 'parameters'>
  settled: Settled
  grants: Grants
  today: Day
}

/** The rules as they stood for the organ on the meeting's day. */
export const rulesFor = ({ book, settled }: Pick<Light, 'book' | 'settled'>, heldOn: string): RuleOf =>
  rulesUnder(book, settled, heldOn)

/** The record as it would be handed in now: those expected that day with what was stated, others named in it, votes judged. */
export const drafted = (held: Held, standings: readonly Standing[], ruleOf: RuleOf): Held => {
  const draft = held.draft ?? EMPTY_DRAFT
  const attendance = attendanceOf(held, standings)
  const resolutions = judgedVotes(draft.resolutions, { parts: held.parts, attendance }, ruleOf)
  const nameOf = (id: string | null) => standings.find(({ personId }) => personId === id)?.name ?? null
  const followUps = draft.followUps.map((task) => ({
    ...task,
    id: null,
    ownerName: nameOf(task.ownerId),
    doneOn: null,
    doneNote: null,
    version: 1,
  }))
  const returns = held.returns.map((task) => {
    const said = draft.returns?.find(({ followUpId }) => followUpId === task.followUpId)
    return said ? { ...task, ...said } : task
  })
  return { ...held, agenda: draft.agenda, attendance, resolutions, followUps, returns }
}

/** The votes, each with its base and what the rules say of it. */
export const judgedVotes = (
  votes: readonly Vote[],
  { parts, attendance }: Pick<Held, 'parts' | 'attendance'>,
  ruleOf: RuleOf,
): HeldResolution[] => {
  const counts = countsOf(attendance)
  return votes.map(({ part, text, approve, oppose, abstain }) => {
    const vote = { part, text, approve, oppose, abstain }
    const kind = parts[part - 1]?.kind
    const judged = kind ? voteOf(ruleOf, kind, vote, counts) : { passed: false, judgments: [] }
    return { ...vote, entitled: counts.voting, present: counts.votingPresent, ...judged }
  })
}

/** Everyone expected, with what was stated of her or 未填; then the observers that were added. */
const attendanceOf = (held: Held, standings: readonly Standing[]): HeldAttendance[] => {
  const stated = new Map((held.draft ?? EMPTY_DRAFT).attendance.map((each) => [each.personId, each]))
  const expected = expectedOf(standings).map((person): HeldAttendance => {
    const said = stated.get(person.personId)
    const known = said !== undefined && said.state !== 'observing'
    return { ...person, state: known ? said.state : 'not-stated', reason: known ? said.reason : null }
  })
  const observing = standings
    .filter(
      ({ expected: isExpected, personId }) => !isExpected && stated.get(personId)?.state === 'observing',
    )
    .map(({ personId, name, initials }): HeldAttendance => {
      const base = { entitled: false, votes: false, because: null }
      return { personId, name, initials, ...base, state: 'observing', reason: null }
    })
  return [...expected, ...observing]
}

/** Everyone the draft names who may have to be looked up beyond those expected. */
export const namedIn = (held: Held): string[] => {
  const draft = held.draft ?? EMPTY_DRAFT
  const ids = [
    held.hostId,
    held.recorderId,
    ...held.parts.map(({ lecturerId }) => lecturerId),
    ...draft.attendance.map(({ personId }) => personId),
    ...draft.followUps.map(({ ownerId }) => ownerId),
  ]
  return [...new Set(ids.filter((id) => id !== null))]
}

/** The kinds the gathering truly was: a committee that was too few did not meet (art. 12), whatever else was held. */
export const kindsMet = (held: Held, ruleOf: RuleOf): Kind[] => {
  const counts = countsOf(held.attendance)
  return held.parts
    .map(({ kind }) => kind)
    .filter(
      (kind) => !KIND_OF[kind].needsQuorumToMeet || quorumOf(ruleOf, kind, counts)?.judgment.holds !== false,
    )
}

/** The year that was stated for a 组织生活会 among the parts. */
export const forYearOf = ({ parts }: Pick<Held, 'parts'>): number | null =>
  parts.find(({ kind }) => kind === 'life-meeting')?.forYear ?? null

/** Which duties the record feeds. */
export const feedingOf = (held: Held, { book, settled }: Pick<Light, 'book' | 'settled'>): Feed[] => {
  const on = day(held.heldOn)
  const rules = rulesOn(book.rules, on).map((rule) => effective(rule, settled, book.parameters))
  return feedsOf(
    rules,
    kindsMet(held, rulesFor({ book, settled }, held.heldOn)),
    held.unitKind,
    on,
    forYearOf(held),
  )
}

/** The quorum of each part that needs one. */
export const quorumsOf = (held: Held, ruleOf: RuleOf): Meeting['judgments'] => {
  const counts = countsOf(held.attendance)
  return held.parts.flatMap(({ kind }, at) => {
    const told = quorumOf(ruleOf, kind, counts)
    return told ? [{ part: at + 1, ...told }] : []
  })
}

/** A meeting as pages and documents show it; a draft must have gone through `drafted` before. */
export const shown = (held: Held, light: Light, echoes: Meeting['echoes'] = []): Meeting => {
  const { unitKind: _, path, draft: __, choices: ___, ...record } = held
  const feeds = feedingOf(held, light)
  const today = light.today.toString()
  return {
    ...record,
    counts: countsOf(held.attendance),
    judgments: quorumsOf(held, rulesFor(light, held.heldOn)),
    // A draft says beforehand whether handing it in today would be late.
    late: isLate(day(held.heldOn), held.recordedOn ? day(held.recordedOn) : light.today, feeds),
    feeds: feeds.map(({ rule, title, period, citation }) => ({ rule, title, period, citation })),
    permits: permitsOf({ stage: held.stage, heldOn: held.heldOn, path }, light.grants, today),
    echoes: isRecorded(held) ? [] : echoes,
  }
}
