import { ruleIdFor } from '../ballots/election-rules.ts'
import { type Route, route } from '../http/serve.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import type { RuleOf } from '../rules/standing.ts'
import type { Matter } from './gathering.ts'
import * as store from './gathering-store.ts'
import * as contract from './meeting-contract.ts'
import { inSession, meetingAfter, type Sitting } from './meeting-jobs.ts'
import { hasIssued, rulesOfDay } from './meeting-view.ts'
import { handsOf } from './motions.ts'
import { faultsOf, type Named, staffMayCount } from './officers.ts'
import { presenceOf, quorumOf } from './presence.ts'
import { isLocked } from './refusals.ts'
import { afterExclusions } from './settling.ts'
import { passExclusions } from './voter-store.ts'

const passMotion = route(contract.passMotion, async (asked) => {
  const { tx, params, body } = asked
  const { version, ...given } = body
  const found = await inSession(asked, params, version)
  if (isRefusal(found)) return found
  const { election, gathering } = found
  const ruleOf = rulesOfDay(election, gathering.heldOn)
  const barred = barOf(ruleOf, found, params.matter)
  if (barred) return barred
  const presence = presenceOf(gathering.seats)
  const voted = given.approve + given.oppose + given.abstain
  if (voted > presence.present)
    return refuse('invalid', `举手 ${voted} 人，多于实到有选举权的 ${presence.present} 人。请核对。`, {
      field: 'approve',
    })
  const { passed } = handsOf(ruleOf, election, gathering.body, given, presence)
  const { entitled, present } = presence
  const note = given.note || null
  await store.putMotion(tx, election, gathering.id, {
    ...given,
    note,
    matter: params.matter,
    entitled,
    present,
    passed,
  })
  if (params.matter === 'exclusions') await settle(asked, found, passed ? gathering.heldOn : null)
  return meetingAfter(asked, election.id, gathering.body)
})

/** What must be there before a show of hands; null where nothing stands in its way. */
const barOf = (ruleOf: RuleOf, { election, gathering }: Sitting, matter: Matter): Refusal | null => {
  const presence = presenceOf(gathering.seats)
  if (presence.present === 0) return refuse('conflict', '还没有登记到会情况，不能登记表决。')
  if (matter === 'exclusions') {
    if (hasIssued(gathering)) return isLocked('已经发过选票，应到会人数不能再改。')
    return election.exclusions.some(({ approvedOn }) => approvedOn !== null && approvedOn <= gathering.heldOn)
      ? null
      : refuse('conflict', '没有已经上级同意的不计入人员，不能提请表决。请先在“选举人”里补记上级同意的日期。')
  }
  const quorum = quorumOf(ruleOf, election.unitKind, presence)
  if (quorum && !quorum.judgment.holds)
    return refuse('rule', `${quorum.words}到会人数不够，不能表决和选举。`, { because: quorum.judgment })
  return matter === 'officers' && gathering.officers.length === 0
    ? refuse('conflict', '还没有推选监票人和计票人。请先选人，再表决。')
    : null
}

/** The vote on exclusions changes the list: who was approved above leaves the base, or comes back to it. */
const settle = async (
  { tx }: { tx: Parameters<typeof store.settleSeats>[0] },
  { election, gathering }: Sitting,
  on: string | null,
): Promise<void> => {
  const { people, seats } = afterExclusions(rulesOfDay(election, gathering.heldOn), election, gathering, on)
  await passExclusions(tx, election.id, people, on)
  if (seats.length > 0) await store.settleSeats(tx, gathering.id, seats)
}

const withdrawMotion = route(contract.withdrawMotion, async (asked) => {
  const { tx, params, body } = asked
  const found = await inSession(asked, params, body.version)
  if (isRefusal(found)) return found
  const { election, gathering } = found
  if (hasIssued(gathering)) return isLocked('已经发过选票，先前的表决不能再撤回。')
  await store.removeMotion(tx, gathering.id, params.matter)
  if (params.matter === 'exclusions') await settle(asked, found, null)
  return meetingAfter(asked, election.id, gathering.body)
})

const nameOfficers = route(contract.nameOfficers, async (asked) => {
  const { tx, params, body } = asked
  const found = await inSession(asked, params, body.version)
  if (isRefusal(found)) return found
  const { election, gathering } = found
  if (gathering.rounds.some(({ isClosed }) => !isClosed))
    return isLocked('正在投票计票，监票人和计票人不能更换。请等这次投票封定，或先取消它的登记。')
  const misfit = misfitOf(found, body.officers)
  if (misfit) return misfit
  const ruleOf = rulesOfDay(election, gathering.heldOn)
  const [red] = faultsOf(ruleOf, election, gathering.body, body.officers).filter(
    ({ level }) => level === 'red',
  )
  if (red) return refuse('rule', red.words, { field: 'officers' })
  await store.replaceOfficers(tx, election, gathering.id, body.officers)
  // Others than those who were voted on: the meeting confirms them again.
  await store.removeMotion(tx, gathering.id, 'officers')
  return meetingAfter(asked, election.id, gathering.body)
})

/** Somebody named twice, or who is not there; staff may count where the organ chose so, and in lines without a rule of it. */
const misfitOf = ({ election, gathering }: Sitting, officers: readonly Named[]): Refusal | null => {
  const key = ({ personId, name }: Named) => personId ?? name
  const twice = officers.find((one, at) => officers.findIndex((other) => key(other) === key(one)) !== at)
  if (twice) return refuse('invalid', `${twice.name}选了两次，一人只担任一项。`, { field: 'officers' })
  const here = gathering.seats.filter(({ state }) => state === 'present')
  const isHere = ({ personId, name }: Named) =>
    here.some((seat) => (personId === null ? seat.name === name : seat.personId === personId))
  const staff =
    staffMayCount(election, gathering.heldOn) ||
    ruleIdFor(election.unitKind, 'teller')?.startsWith('election.') !== true
  const away = officers.find((each) => !isHere(each) && !(staff && each.role === 'teller'))
  return away
    ? refuse('invalid', `${away.name}没有到会，不能担任。请从到会的人里选。`, { field: 'officers' })
    : null
}

export const motionRoutes: readonly Route[] = [passMotion, withdrawMotion, nameOfficers]
