import type { Endpoint } from '../http/endpoint.ts'
import { type Asked, type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { held, shown } from './asking-jobs.ts'
import type { Election } from './facts.ts'
import { gatheringOf } from './gathering.ts'
import { votersOn } from './meeting-jobs.ts'
import { dayOfMeeting, rulesOfDay } from './meeting-view.ts'
import { isLocked, noElection } from './refusals.ts'
import { excludedIn, rosterOf } from './settling.ts'
import { readElection } from './store.ts'
import * as contract from './voter-contract.ts'
import * as store from './voter-store.ts'
import { votersShown } from './voter-view.ts'
import { hasRoster, votersOf } from './voters.ts'

type Asking = Pick<Asked<Endpoint>, 'tx' | 'actor' | 'today'>

const told = async (asking: Asking, election: Election): Promise<contract.Voters> => {
  const on = dayOfMeeting(election, 'members', asking.today.toString())
  const gathering = gatheringOf(election, 'members')
  const knows = may(asking.actor.grants, 'election.lead', election.unitPath)
  const voters = gathering?.isOpen
    ? votersOf(
        rulesOfDay(election, on),
        knows ? election : { ...election, exclusions: excludedIn(gathering) },
        rosterOf(gathering),
        on,
      )
    : await votersOn(asking, election, on)
  return votersShown(election, voters, { on, grants: asking.actor.grants })
}

const after = async (asking: Asking, id: string): Promise<contract.Voters | Refusal> => {
  const election = await readElection(asking.tx, id)
  return election ? told(asking, election) : noElection()
}

/** The election while its list is not frozen yet. */
const unfrozen = async (asking: Asking, id: string, version: number): Promise<Election | Refusal> => {
  const election = await held(asking, id, version)
  if (isRefusal(election)) return election
  return gatheringOf(election, 'members')?.isOpen
    ? isLocked('名单已在大会开会时固定。需要改的，请在“大会”里先撤回开会，发过选票的不能再改。')
    : election
}

const readVoters = route(contract.readVoters, async (asked) => {
  const election = await shown(asked, asked.params.election)
  return isRefusal(election) ? election : told(asked, election)
})

const putExclusion = route(contract.putExclusion, async (asked) => {
  const { tx, today, params, body } = asked
  const { version, ...stated } = body
  const election = await unfrozen(asked, params.election, version)
  if (isRefusal(election)) return election
  const on = dayOfMeeting(election, 'members', today.toString())
  const { people } = await votersOn(asked, election, on)
  const person = people.find(({ personId }) => personId === params.person)
  if (!hasRoster(election.unitKind) || person === undefined)
    return refuse('invalid', '这个人那一天不在名册上，不用登记不计入。', { field: 'person' })
  if (person.place === 'without-vote')
    return refuse('invalid', `${person.name}那一天没有选举权，本来就不在应到会人数里。`, { field: 'person' })
  const late = (['reportedOn', 'approvedOn'] as const).find(
    (field) => (stated[field] ?? '') > today.toString(),
  )
  if (late) return refuse('invalid', '日期在今天之后。请在当天或之后登记。', { field: late })
  if (stated.approvedOn && stated.reportedOn && stated.approvedOn < stated.reportedOn)
    return refuse('invalid', '上级同意的日期早于报上级的日期，请核对。', { field: 'approvedOn' })
  const approvedBy = stated.approvedBy || null
  await store.putExclusion(tx, election, {
    ...stated,
    approvedBy,
    personId: params.person,
    name: person.name,
  })
  return after(asked, election.id)
})

const removeExclusion = route(contract.removeExclusion, async (asked) => {
  const election = await unfrozen(asked, asked.params.election, asked.body.version)
  if (isRefusal(election)) return election
  await store.removeExclusion(asked.tx, election.id, asked.params.person)
  return after(asked, election.id)
})

const addDelegates = route(contract.addDelegates, async (asked) => {
  const { tx, params, body } = asked
  const election = await unfrozen(asked, params.election, body.version)
  if (isRefusal(election)) return election
  if (hasRoster(election.unitKind))
    return refuse('invalid', '党组织的选举人按名册计算，不用录入姓名。', { field: 'delegates' })
  const key = ({ name, fromUnit }: { name: string; fromUnit: string | null }) => `${name} ${fromUnit ?? ''}`
  const known = new Set(election.delegates.map(key))
  const delegates = body.delegates.map(({ name, fromUnit }) => ({ name, fromUnit: fromUnit || null }))
  const twice = delegates.find((each, at) => {
    const again = known.has(key(each)) || delegates.findIndex((other) => key(other) === key(each)) !== at
    return again
  })
  if (twice)
    return refuse('invalid', `${twice.name}已经在名单上。同名的两人请写明单位以示区别。`, {
      field: 'delegates',
    })
  await store.addDelegates(tx, election, delegates)
  return after(asked, election.id)
})

const removeDelegate = route(contract.removeDelegate, async (asked) => {
  const { tx, params, body } = asked
  const election = await unfrozen(asked, params.election, body.version)
  if (isRefusal(election)) return election
  await store.removeDelegate(tx, election.id, params.delegate)
  return after(asked, election.id)
})

export const voterRoutes: readonly Route[] = [
  readVoters,
  putExclusion,
  removeExclusion,
  addDelegates,
  removeDelegate,
]
