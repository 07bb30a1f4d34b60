import { acceptTransfer } from '../changes/contract.ts'
import { beginTerm, chooseParameter, makeUnit } from '../organs/contract.ts'
import * as people from '../people/contract.ts'
import type { Hand } from './hand.ts'
import { idIn, type Names, RANK, type Step } from './step.ts'
import { STATUS_WORDS, type Story } from './story.ts'

type Organ = Story['organ']
type Change = Story['people']['changes'][number]

const step = (entry: { on: string; by?: string | undefined }, rank: number, does: Step['does']): Step => ({
  on: entry.on,
  by: entry.by ?? null,
  rank,
  does,
})

/** What is entered of the organ itself: units, terms, posts, local choices. */
export const organSteps = ({ units, terms, posts, parameters }: Organ): Step[] => [
  ...units.map((unit) =>
    step(unit, RANK.unit, async (hand, names) => {
      const { name, kind, under, since } = unit
      const parentId = under === undefined ? null : idIn(names.units, under)
      const line = kind === 'branch' ? 'party' : 'federation'
      const made = await hand.ask(makeUnit, {
        body: { name, kind, line, parentId, foundedOn: since },
      })
      names.units.set(name, made.id)
    }),
  ),
  ...terms.map((term) =>
    step(term, RANK.people, async (hand, { units }) => {
      await hand.ask(beginTerm, {
        params: { unit: idIn(units, term.unit) },
        body: { electedOn: term.elected },
      })
    }),
  ),
  ...posts.map((post) =>
    step(post, RANK.people, (hand, names) => ('since' in post ? appoint : end)(hand, names, post as never)),
  ),
  ...parameters.map((parameter) =>
    step(parameter, RANK.after, async (hand) => {
      const { key, choice, since, reason } = parameter
      await hand.ask(chooseParameter, { body: { key, choice, since, reason } })
    }),
  ),
]

type Post = Organ['posts'][number]

const appoint = async (hand: Hand, { units, people: ids }: Names, post: Extract<Post, { since: string }>) => {
  const body = { personId: idIn(ids, post.who), post: post.post, since: post.since }
  await hand.ask(people.appoint, { params: { unit: idIn(units, post.unit) }, body })
}

const end = async (hand: Hand, { units, people: ids }: Names, post: Extract<Post, { until: string }>) => {
  const { posts } = await hand.ask(people.listPosts, { params: { unit: idIn(units, post.unit) }, query: {} })
  const who = idIn(ids, post.who)
  const held = posts.find(({ personId, post: name }) => personId === who && name === post.post)
  if (!held) throw new Error(`${post.who} holds no such post on ${post.on}`)
  const body = { until: post.until, version: held.version }
  await hand.ask(people.endPost, { params: { post: held.id }, body })
}

/** What is entered of people after the rosters: who came, and whose status changed. */
export const changeSteps = (changes: readonly Change[]): Step[] =>
  changes.map((change) =>
    step(change, RANK.people, (hand, names) => ('add' in change ? add : turn)(hand, names, change as never)),
  )

type Coming = Extract<Change, { add: string }>

const add = async (hand: Hand, names: Names, change: Coming) => {
  const { add: name, phone, education, work, remark } = change
  const person = await (change.brought ? accept : enter)(hand, names, change)
  names.people.set(name, person)
  const came = await hand.ask(people.readPerson, { params: { person }, query: {} })
  const { sex, ethnicity, nativePlace, version } = came
  const body = { name, sex, phone, ethnicity, nativePlace, education, occupation: work, remark, version }
  await hand.ask(people.changePerson, { params: { person }, body })
}

const ownOf = ({ add: name, sex, phone, status, joined, full, group }: Coming, { units }: Names) => ({
  name,
  phone,
  sex: sex === '女' ? ('female' as const) : ('male' as const),
  groupId: group ? idIn(units, group) : null,
  status: status === '正式党员' ? ('full' as const) : ('probationary' as const),
  joinedOn: joined,
  fullOn: full ?? null,
})

const enter = async (hand: Hand, names: Names, change: Coming): Promise<string> => {
  const body = { ...ownOf(change, names), since: change.since }
  return (await hand.ask(people.addMember, { params: { unit: idIn(names.units, change.unit) }, body })).id
}

/** By an introduction letter. */
const accept = async (hand: Hand, names: Names, change: Coming): Promise<string> => {
  const { from, number, letter, days, on } = change.brought!
  const { personId } = await hand.ask(acceptTransfer, {
    params: { unit: idIn(names.units, change.unit) },
    body: {
      ...ownOf(change, names),
      ...{ fromUnit: from, letterNumber: number, letterOn: letter, validDays: days, broughtOn: on },
      ...{ acceptedOn: change.since, personId: null, duesMonth: null },
    },
  })
  return personId!
}

const turn = async (hand: Hand, names: Names, change: Extract<Change, { 'status-of': string }>) => {
  const person = idIn(names.people, change['status-of'])
  const { memberships } = await hand.ask(people.readPerson, { params: { person }, query: {} })
  const { groupId, version } = memberships[0]!
  const { since, reason } = change
  const body = { status: STATUS_WORDS[change.status], groupId, since, reason, version }
  await hand.ask(people.changeMembership, { params: { person }, body })
}
