import { ruleIdFor } from '../ballots/election-rules.ts'
import { baseOf } from '../ballots/eligibility.ts'
import type { Acting } from '../database/acting.ts'
import type { PaperCard, PaperFacts, PaperTerm, PaperVoter } from '../documents/election-facts.ts'
import { superiorOf } from '../documents/superior.ts'
import { TERMS, type Term } from '../glossary.ts'
import { type Day, day } from '../kernel/day.ts'
import { book } from '../rules/book.ts'
import { citationOf } from '../rules/citation.ts'
import type { Rule } from '../rules/rule.ts'
import { boundOf } from '../rules/span.ts'
import { type RuleOf, rulesStanding, settledOn } from '../rules/standing.ts'
import type { Election } from './facts.ts'
import { type Gathering, gatheringOf } from './gathering.ts'
import { GROUND_WORDS } from './labels.ts'
import { outcomeOnPaper } from './outcome-on-paper.ts'
import { otherFacts, type PersonOnPaper, peopleOnPaper } from './paper-store.ts'

/** What rules decide that papers speak of. Each is looked up in the unit's own line; one that is missing is not borrowed. */
export const PAPER_RULES = [
  ...['quorum', 'surplus', 'validity', 'ballot', 'abstainer-write-in', 'majority', 'elected-most', 'runoff'],
  ...[
    'shortfall',
    'shortfall-consent',
    'scrutineer',
    'scrutineer-passed',
    'teller',
    'secret-ballot',
    'ballot-order',
  ],
  ...['writer', 'no-proxy', 'chair', 'introduction', 'tally-signed', 'tally-reported', 'result-order'],
  ...[
    'secretary-equal',
    'secretary-without-committee',
    'candidates-agreed',
    'request-contents',
    'request',
    'base',
  ],
] as const

/** What every paper of the election is made from; a constant number of statements. */
export const paperFacts = async (tx: Acting, election: Election, today: Day): Promise<PaperFacts> => {
  const members = gatheringOf(election, 'members')
  const listOn = members?.heldOn ?? election.electedOn ?? election.plannedOn ?? today.toString()
  const ruleOf = rulesStanding(book, election.choices, listOn)
  const { unitId, unitPath: path } = election
  const standees = [...election.candidates, ...election.results].flatMap(({ personId }) => personId ?? [])
  const people = await peopleOnPaper(tx, { unitId, path, on: listOn, also: standees })
  const from = election.term?.electedOn ?? listOn
  const meetingId = election.steps.find(({ step }) => step === 'decision')?.meetingId ?? null
  const { above, record, contact, decision } = await otherFacts(tx, {
    unitId,
    path,
    from,
    to: listOn,
    meetingId,
  })
  const cards = new Map(people.map((person) => [person.personId, cardOf(person)]))
  const cardFor = (id: string | null): PaperCard | null => (id === null ? null : (cards.get(id) ?? null))
  const names = new Map(election.candidates.map(({ id, name }) => [id, name]))
  const { unitKind, kind, form, seats, deputies, plannedOn, electedOn, effectiveOn, lateReason } = election
  return {
    ...{ organName: election.organName, unitName: election.unitName, unitKind, line: lineOf(unitKind) },
    ...{ kind, form, seats, deputies, plannedOn, electedOn, effectiveOn, lateReason },
    superior: election.superior ?? superiorOf(settledOn(election.choices, listOn), above),
    term: termOnPaper(election, ruleOf),
    steps: Object.fromEntries(
      election.steps.map(({ step, doneOn, number, byWhom, note }) => [
        step,
        { doneOn, number, byWhom, note },
      ]),
    ),
    decision,
    listOn,
    frozen: members?.isOpen === true,
    ...listOf(election, members, people, ruleOf, listOn),
    exclusions: election.exclusions.map(({ ground, ...rest }) => ({ ...rest, ground: GROUND_WORDS[ground] })),
    nominations: election.nominations,
    candidates: election.candidates.map(({ replacesId, personId, ...rest }) => ({
      ...rest,
      replaces: replacesId === null ? null : (names.get(replacesId) ?? null),
      card: cardFor(personId),
    })),
    gatherings: election.gatherings.map(({ rounds, ...gathering }) => ({
      ...gathering,
      rounds: rounds.map((round) => ({ ...round, outcome: outcomeOnPaper(round) })),
    })),
    results: election.results.map(({ personId, ...rest }) => ({ ...rest, card: cardFor(personId) })),
    officials: people.flatMap(({ name, ownPosts }) =>
      ownPosts.length === 0 ? [] : [{ name, post: postWords(ownPosts) }],
    ),
    contact,
    rules: rulesOf(ruleOf, unitKind),
    record: { from, to: listOn, ...record },
  }
}

const lineOf = (unitKind: string): PaperFacts['line'] => {
  if (unitKind === 'union') return 'union'
  return unitKind.startsWith('federation') || unitKind === 'women-committee' ? 'federation' : 'party'
}

const postWords = (posts: readonly string[]): string =>
  posts.map((post) => TERMS[post as Term] ?? post).join('、')

const cardOf = ({ status: _, groupName: __, posts, ownPosts: ___, ...card }: PersonOnPaper): PaperCard => ({
  ...card,
  post: posts.length === 0 ? null : postWords(posts),
})

const rulesOf = (ruleOf: RuleOf, unitKind: string): Record<string, Rule> =>
  Object.fromEntries(
    PAPER_RULES.flatMap((role) => {
      const rule = ruleOf(ruleIdFor(unitKind, role) ?? '')
      return rule ? [[role, rule] as const] : []
    }),
  )

const TERM_RULES: Readonly<Record<string, string>> = {
  branch: 'term.branch',
  'general-branch': 'term.general-branch',
  'committee-unit': 'term.committee-unit',
}

const termOnPaper = ({ term, unitKind, choices }: Election, now: RuleOf): PaperTerm | null => {
  if (term === null) return null
  const id = TERM_RULES[unitKind] ?? ''
  const rule = rulesStanding(book, choices, term.electedOn)(id) ?? now(id)
  const due = term.approvedUntil ?? lastOf(rule, term.electedOn)
  return {
    electedOn: term.electedOn,
    endedOn: term.endedOn,
    approvedUntil: term.approvedUntil,
    approvalNote: term.approvalNote,
    dueOn: due,
    remindOn: due && lastOf(now('renewal.reminder'), due),
    citation: rule ? citationOf(rule) : null,
  }
}

const lastOf = (rule: Rule | undefined, event: string): string | null => {
  const bound = rule?.kind === 'limit' ? boundOf(rule, day(event)) : null
  return bound && 'last' in bound ? bound.last.toString() : null
}

type List = Pick<PaperFacts, 'voters' | 'base'>

/** The list as the meeting froze it; before that, as the roster and the exclusions make it on the day. */
const listOf = (
  { exclusions, delegates, unitKind }: Election,
  members: Gathering | undefined,
  people: readonly PersonOnPaper[],
  ruleOf: RuleOf,
  on: string,
): List => {
  if (members?.isOpen) return frozenList(members)
  if (lineOf(unitKind) !== 'party') return delegateList(delegates)
  const rows = people.flatMap(({ personId, status }) => {
    const exclusion = exclusions.find((each) => each.personId === personId)
    const asked = exclusion && { ...exclusion, passed: exclusion.passedOn !== null }
    return status === null ? [] : [{ person: personId, status, exclusion: asked ?? null }]
  })
  const base = baseOf(ruleOf, rows, on)
  const voters = base.people.map(({ person, place, because }): PaperVoter => {
    const { name, groupName } = people.find(({ personId }) => personId === person)!
    return { name, groupName, place, because: because.map(({ words }) => words).join('') || null }
  })
  return { voters, base: { entitled: base.entitled, full: base.full, because: base.because } }
}

const frozenList = ({ seats }: Gathering): List => ({
  voters: seats.map(({ name, groupName, entitled, because, status }) => ({
    name,
    groupName,
    place: entitled ? 'voter' : status === 'full' ? 'excluded' : 'without-vote',
    because,
  })),
  base: {
    entitled: seats.filter(({ entitled }) => entitled).length,
    full: seats.filter(({ status }) => status !== 'probationary').length,
    because: [],
  },
})

const delegateList = (delegates: Election['delegates']): List => ({
  voters: delegates.map(({ name, fromUnit }) => ({
    name,
    groupName: fromUnit,
    place: 'voter',
    because: null,
  })),
  base: { entitled: delegates.length, full: delegates.length, because: [] },
})
