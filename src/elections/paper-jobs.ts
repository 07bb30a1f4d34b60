import { ruleIdFor } from '../ballots/election-rules.ts'
import type { Acting } from '../database/acting.ts'
import type { PaperCard, PaperFacts, PaperTerm } from '../documents/election-facts.ts'
import { superiorOf } from '../documents/superior.ts'
import { TERMS, type Term } from '../glossary.ts'
import type { Day } from '../kernel/day.ts'
import { book } from '../rules/book.ts'
import type { Rule } from '../rules/rule.ts'
import { type RuleOf, rulesStanding, settledOn } from '../rules/standing.ts'
import { termDays } from '../rules/term.ts'
import type { Election } from './facts.ts'
import { type Body, type Gathering, gatheringOf } from './gathering.ts'
import { GROUND_WORDS } from './labels.ts'
import { outcomeOnPaper } from './outcome-on-paper.ts'
import { otherFacts, type PersonOnPaper, peopleOnPaper } from './paper-store.ts'
import { presenceOf, quorumOf } from './presence.ts'
import { agendaOf } from './script.ts'
import { neutralWordsOf, votersOf } from './voters.ts'

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
  const list = listOf(election, members, people, ruleOf, listOn)
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
    superior: election.superior ?? usualSuperior(election, listOn, above),
    term: termOnPaper(election),
    steps: Object.fromEntries(
      election.steps.map(({ step, doneOn, number, byWhom, note }) => [
        step,
        { doneOn, number, byWhom, note },
      ]),
    ),
    decision,
    listOn,
    frozen: members?.isOpen === true,
    ...list,
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
    scripts: scriptsOf(election, ruleOf, list.base.entitled),
    record: { from, to: listOn, ...record },
  }
}

/** What the host says at each step, as the screen of the meeting shows it. */
const scriptsOf = (election: Election, ruleOf: RuleOf, entitled: number): PaperFacts['scripts'] => {
  const of = (body: Body, expected: number) => {
    const gathering = gatheringOf(election, body)
    const quorum = gathering ? quorumOf(ruleOf, election.unitKind, presenceOf(gathering.seats)) : null
    const steps = agendaOf({ election, body, gathering, quorum, expected })
    return steps.map(({ title, says }) => ({ title, says }))
  }
  return {
    members: of('members', entitled),
    committee: election.form === 'committee' ? of('committee', election.results.length) : [],
  }
}

const lineOf = (unitKind: string): PaperFacts['line'] => {
  if (unitKind === 'union') return 'union'
  return unitKind.startsWith('federation') || unitKind === 'women-committee' ? 'federation' : 'party'
}

/** By the organ's chain, which is of the Party's units alone. */
const usualSuperior = ({ unitKind, choices }: Election, on: string, above: string | null): string | null =>
  lineOf(unitKind) === 'party' ? superiorOf(settledOn(choices, on), above) : null

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

const termOnPaper = ({ term, unitKind, choices }: Election): PaperTerm | null => {
  if (term === null) return null
  const { electedOn, endedOn, approvedUntil, approvalNote } = term
  const { dueOn = null, remindOn = null, citation = null } = termDays(book, choices, unitKind, term) ?? {}
  return { electedOn, endedOn, approvedUntil, approvalNote, dueOn, remindOn, citation }
}

type List = Pick<PaperFacts, 'voters' | 'base'>

/** The list as the meeting froze it; before that, as the roster and the exclusions make it on the day. */
const listOf = (
  election: Election,
  members: Gathering | undefined,
  people: readonly PersonOnPaper[],
  ruleOf: RuleOf,
  on: string,
): List => {
  if (members?.isOpen) return frozenList(members)
  const roster = people.flatMap(({ status, ...person }) =>
    status === null ? [] : [{ ...person, status, initials: '' }],
  )
  const { people: voters, entitled, counts, because } = votersOf(ruleOf, election, roster, on)
  return {
    voters: voters.map((voter) => ({
      name: voter.name,
      groupName: voter.groupName,
      place: voter.place,
      because: neutralWordsOf(voter),
    })),
    base: { entitled, full: counts.full, because },
  }
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
