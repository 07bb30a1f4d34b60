import { dateWords } from '../documents/wording.ts'
import { withdrawEvidence } from '../duties/store.ts'
import type { Endpoint } from '../http/endpoint.ts'
import { type Asked, type Route, route } from '../http/serve.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { held, shown } from './asking-jobs.ts'
import { prove } from './effect-jobs.ts'
import { type Election, stepOf } from './facts.ts'
import { type Body, type Gathering, gatheringOf } from './gathering.ts'
import * as store from './gathering-store.ts'
import * as contract from './meeting-contract.ts'
import { inSession, meetingAfter, meetingTold, sitting, votersOn } from './meeting-jobs.ts'
import { hasIssued, lockedBy, rulesOfDay } from './meeting-view.ts'
import { committeeOf, plenaryFault } from './plenary.ts'
import { presenceOf, quorumOf } from './presence.ts'
import { destroyReadingsOf } from './reading-store.ts'
import { isLocked } from './refusals.ts'
import { isComplete } from './rounds.ts'
import { passExclusions } from './voter-store.ts'
import { hasRoster, isEntitled, neutralWordsOf } from './voters.ts'

const readMeeting = route(contract.readMeeting, async (asked) => {
  const election = await shown(asked, asked.params.election)
  return isRefusal(election) ? election : meetingTold(asked, election, asked.params.body)
})

const planGathering = route(contract.planGathering, async (asked) => {
  const { tx, params, body } = asked
  const { version, ...plan } = body
  const election = await held(asked, params.election, version)
  if (isRefusal(election)) return election
  const standing = gatheringOf(election, params.body)
  if (standing) return refuse('conflict', `大会已经安排在${dateWords(standing.heldOn)}，请直接更改。`)
  const early = params.body === 'committee' ? plenaryFault(election, plan.heldOn) : null
  if (early) return early
  const ordinal = election.gatherings.filter((each) => each.body === params.body).length + 1
  await store.insertGathering(tx, election, { ...plan, body: params.body, ordinal })
  return meetingAfter(asked, election.id, params.body)
})

const changeGathering = route(contract.changeGathering, async (asked) => {
  const { tx, params, body } = asked
  const { version, ...plan } = body
  const found = await sitting(asked, params, version)
  if (isRefusal(found)) return found
  const { election, gathering } = found
  if (gathering.failedReason !== null || gathering.closedOn !== null)
    return isLocked('这次大会已经结束，安排不再改。')
  if (gathering.isOpen && plan.heldOn !== gathering.heldOn)
    return refuse('conflict', '名单已按大会当天固定，日期不能再改。日期有误的，请先撤回开会。', {
      field: 'heldOn',
    })
  const early = gathering.body === 'committee' ? plenaryFault(election, plan.heldOn) : null
  if (early) return early
  await store.changeGathering(tx, gathering.id, plan)
  return meetingAfter(asked, election.id, gathering.body)
})

const openGathering = route(contract.openGathering, async (asked) => {
  const { tx, today, params, body } = asked
  const found = await sitting(asked, params, body.version)
  if (isRefusal(found)) return found
  const { election, gathering } = found
  if (gathering.isOpen) return refuse('conflict', '大会已经开会，名单已经固定。')
  if (gathering.heldOn > today.toString())
    return refuse('invalid', `大会安排在${dateWords(gathering.heldOn)}，还没有到。请在当天或之后开会。`, {
      field: 'heldOn',
    })
  const early = gathering.body === 'committee' ? plenaryFault(election, gathering.heldOn) : null
  if (early) return early
  const seats =
    gathering.body === 'committee'
      ? await ofTheCommittee(asked, election, gathering)
      : await ofTheVoters(asked, election, gathering)
  if (!seats.some(({ entitled }) => entitled)) return nobody(election, gathering.body)
  await store.insertSeats(tx, election, gathering.id, seats)
  await store.changeGathering(tx, gathering.id, { openedAt: asked.now.toString() })
  return meetingAfter(asked, election.id, gathering.body)
})

const nobody = ({ unitKind }: Election, body: Body): Refusal => {
  if (body === 'committee') return refuse('conflict', '还没有选出新一届委员，第一次全体会议开不了。')
  return hasRoster(unitKind)
    ? refuse('conflict', '这一天名册上没有正式党员，列不出选举人。请核对名册和日期。')
    : refuse('conflict', '还没有选举人。请先在“选举人”里录入名单。')
}

type NewSeat = Parameters<typeof store.insertSeats>[3][number]

const ofTheVoters = async (
  asked: Pick<Asked<Endpoint>, 'tx'>,
  election: Election,
  { heldOn }: Gathering,
): Promise<NewSeat[]> => {
  const { people } = await votersOn(asked, election, heldOn)
  return people.map((voter) => ({
    personId: voter.personId,
    name: voter.name,
    initials: voter.initials,
    groupName: voter.groupName,
    status: voter.status,
    entitled: isEntitled(voter),
    because: neutralWordsOf(voter),
  }))
}

const ofTheCommittee = async (
  { tx }: Pick<Asked<Endpoint>, 'tx'>,
  election: Election,
  { heldOn }: Gathering,
): Promise<NewSeat[]> =>
  committeeOf(election, await store.inOfficeOn(tx, election.unitId, heldOn)).map(({ personId, name }) => ({
    personId,
    name,
    initials: '',
    groupName: null,
    status: null,
    entitled: true,
    because: null,
  }))

const reopenGathering = route(contract.reopenGathering, async (asked) => {
  const found = await inSession(asked, asked.params, asked.body.version)
  if (isRefusal(found)) return found
  const { election, gathering } = found
  if (hasIssued(gathering)) return isLocked('已经发过选票，名单不能重新核定。')
  await takeBackPassing(asked.tx, found)
  await store.removeSeats(asked.tx, gathering.id)
  await store.changeGathering(asked.tx, gathering.id, { openedAt: null })
  return meetingAfter(asked, election.id, gathering.body)
})

/** What a meeting passed that could pass nothing is not passed. */
const takeBackPassing = async (
  tx: Asked<Endpoint>['tx'],
  { election, gathering }: { election: Election; gathering: Gathering },
): Promise<void> => {
  const passed = gathering.motions.some((motion) => motion.matter === 'exclusions' && motion.passed)
  const people = election.exclusions.filter((each) => each.passedOn === gathering.heldOn)
  if (passed)
    await passExclusions(
      tx,
      election.id,
      people.map(({ personId }) => personId),
      null,
    )
}

const stateAttendance = route(contract.stateAttendance, async (asked) => {
  const { tx, params, body } = asked
  const found = await inSession(asked, params, body.version)
  if (isRefusal(found)) return found
  const { election, gathering } = found
  const known = new Set(gathering.seats.map(({ id }) => id))
  if (body.seats.some(({ id }) => !known.has(id)))
    return refuse('invalid', '有人不在这次大会的名单上。请刷新后再登记。', { field: 'seats' })
  await store.stateSeats(
    tx,
    gathering.id,
    body.seats.map((seat) => ({ ...seat, reason: seat.reason || null })),
  )
  return meetingAfter(asked, election.id, gathering.body)
})

const failGathering = route(contract.failGathering, async (asked) => {
  const { tx, params, body } = asked
  const found = await sitting(asked, params, body.version)
  if (isRefusal(found)) return found
  const { election, gathering } = found
  // One that was closed although nobody was elected may be put right.
  const locked = lockedBy({ ...gathering, closedOn: null })
  if (locked !== null) return isLocked(locked)
  if (hasElected(election, gathering)) return refuse('conflict', '这次大会已经选出人来，不能记作没有开成。')
  await takeBackPassing(tx, found)
  await destroyReadingsOf(tx, gathering.rounds)
  await store.changeGathering(tx, gathering.id, { failedReason: body.reason, closedOn: null })
  await proveAnew(asked, election, gathering)
  return meetingAfter(asked, election.id, gathering.body)
})

const hasElected = ({ results }: Election, { rounds }: Gathering): boolean => {
  const ids = rounds.map(({ id }) => id)
  return results.some(({ memberRoundId, headRoundId }) =>
    [memberRoundId, headRoundId].some((id) => id !== null && ids.includes(id)),
  )
}

/** A meeting that was not proves nothing; what the others prove stands once the result was announced. */
const proveAnew = async (
  { tx, today }: Pick<Asked<Endpoint>, 'tx' | 'today'>,
  election: Election,
  failed: Gathering,
): Promise<void> => {
  await withdrawEvidence(tx, 'election', election.id)
  if (!stepOf(election, 'announcement')) return
  const gatherings = election.gatherings.filter(({ id }) => id !== failed.id)
  await prove(tx, { ...election, gatherings }, today.toString())
}

const closeGathering = route(contract.closeGathering, async (asked) => {
  const { tx, params, body } = asked
  const found = await inSession(asked, params, body.version)
  if (isRefusal(found)) return found
  const { election, gathering } = found
  if (gathering.rounds.some(({ isClosed }) => !isClosed))
    return refuse('conflict', '还有投票没有结束。请先完成计票，再散会。')
  const unfinished = unfinishedOf(election, gathering)
  if (unfinished) return unfinished
  await store.changeGathering(tx, gathering.id, { endsAt: body.endsAt, closedOn: gathering.heldOn })
  return meetingAfter(asked, election.id, gathering.body)
})

/** Why a meeting cannot end as one that was held: nobody could elect there, or it has not elected all. */
const unfinishedOf = (election: Election, gathering: Gathering): Refusal | null => {
  const elected = hasElected(election, gathering)
  const ruleOf = rulesOfDay(election, gathering.heldOn)
  const quorum = quorumOf(ruleOf, election.unitKind, presenceOf(gathering.seats))
  if (!elected && quorum && !quorum.judgment.holds)
    return refuse('rule', `${quorum.words}到会人数不够，不能选举。请记作“没有开成”，另行安排。`, {
      because: quorum.judgment,
    })
  if (isComplete(election, gathering)) return null
  return refuse(
    'conflict',
    elected
      ? '应选的人还没有选齐，不能散会。请在“计票”里再次选举，或由大会表决减少名额。'
      : '还没有选出人来，不能散会。请在“计票”里完成选举；选不成的，请记作“没有开成”，另行安排。',
  )
}

export const gatheringRoutes: readonly Route[] = [
  readMeeting,
  planGathering,
  changeGathering,
  openGathering,
  reopenGathering,
  stateAttendance,
  failGathering,
  closeGathering,
]
