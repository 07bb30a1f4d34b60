import { type Route, route } from '../http/serve.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { held } from './asking-jobs.ts'
import * as contract from './candidate-contract.ts'
import { futureFault } from './candidate-routes.ts'
import * as store from './candidate-store.ts'
import { groundsOf, shownCandidates } from './candidate-view-jobs.ts'
import type { Known } from './candidates.ts'
import { frozenFor } from './candidates.ts'
import type { Election } from './facts.ts'
import { removeStep, writeStep } from './preparation-store.ts'

const recordNomination = route(contract.recordNomination, async (asked) => {
  const { tx, today, params, body } = asked
  const { version: _, nominees, ...told } = body
  const election = await held(asked, params.election, body.version)
  if (isRefusal(election)) return election
  const frozen = frozenFor(election, election.form === 'direct' ? 'secretary' : 'member')
  if (frozen) return refuse('conflict', '大会已经开始，提名推荐不能再改。')
  const { groups, roster } = await groundsOf(tx, election, today)
  const group = groups.find(({ id }) => id === params.group)
  if (!group)
    return refuse('not-found', '没有这个小组，或它不在这次选举的组织里。请从列表中选择。', { field: 'group' })
  const wrong = futureFault('heldOn', body.heldOn, today.toString()) ?? numbersFault(body, roster)
  if (wrong) return wrong
  const named = nominees.map(({ personId, support }) => ({
    ...{ personId, support },
    name: roster.find(({ id }) => id === personId)?.name ?? '',
  }))
  const { id: groupId, name: groupName } = group
  await store.writeNomination(tx, election, {
    ...told,
    hostName: told.hostName || null,
    groupId,
    groupName,
    nominees: named,
  })
  await tellNominated(asked.tx, election, groups, { groupId, heldOn: body.heldOn })
  return shownCandidates(asked, election.id)
})

type Told = { entitled: number; present: number; nominees: { personId: string; support: number }[] }

const numbersFault = ({ entitled, present, nominees }: Told, roster: readonly Known[]): Refusal | null => {
  if (present > entitled)
    return refuse('invalid', `到会 ${present} 人，多于应到 ${entitled} 人。请核对两个数。`, {
      field: 'present',
    })
  for (const [at, { personId, support }] of nominees.entries()) {
    const person = roster.find(({ id }) => id === personId)
    const field = `nominees.${at}.support`
    if (!person || nominees.findIndex((each) => each.personId === personId) !== at)
      return refuse('invalid', '推荐的人须在名册上，每人列一次。请重新选择。', { field: 'nominees' })
    if (person.status !== 'full')
      return refuse('invalid', `${person.name}没有被选举权，不能作为推荐人选。`, { field: 'nominees' })
    if (support > present)
      return refuse('invalid', `${person.name}得 ${support} 人推荐，多于到会 ${present} 人。请核对。`, {
        field,
      })
  }
  return null
}

type Group = { id: string }

/** Once every group has nominated, the step is done on the day of the last. */
const tellNominated = async (
  tx: Parameters<typeof writeStep>[0],
  election: Election,
  groups: readonly Group[],
  latest: { groupId: string; heldOn: string },
): Promise<void> => {
  const days = new Map(election.nominations.map(({ groupId, heldOn }) => [groupId, heldOn]))
  days.set(latest.groupId, latest.heldOn)
  if (!groups.every(({ id }) => days.has(id))) return
  await writeStep(tx, election, 'nomination', { doneOn: [...days.values()].sort().at(-1)! })
}

const withdrawNomination = route(contract.withdrawNomination, async (asked) => {
  const { tx, params, query } = asked
  const election = await held(asked, params.election, query.version)
  if (isRefusal(election)) return election
  if (frozenFor(election, election.form === 'direct' ? 'secretary' : 'member'))
    return refuse('conflict', '大会已经开始，提名推荐不能再改。')
  if (!(await store.removeNomination(tx, election.id, params.group)))
    return refuse('not-found', '这个小组还没有登记过提名推荐。', { field: 'group' })
  await removeStep(tx, election.id, 'nomination')
  return shownCandidates(asked, election.id)
})

export const nominationRoutes: readonly Route[] = [recordNomination, withdrawNomination]
