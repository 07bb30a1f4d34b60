import { randomInt } from 'node:crypto'
import type { Acting } from '../database/acting.ts'
import type { Sealed } from '../database/sealed.ts'
import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { outOfRange, roundOpen, roundShown } from './asking-jobs.ts'
import type { Choice } from './kinds.ts'
import { ballotOf } from './own-store.ts'
import * as contract from './poll-contract.ts'
import * as store from './poll-store.ts'
import { graded, type Round, voters } from './round.ts'
import { type Counts, completed, detailOf, sheetsFault, summed } from './totals.ts'
import { ballotsIn, emptyUrn, tallied, withBallot } from './urn.ts'

const urnPlace = (round: string) => `appraisal_urn ${round} content`

const openPoll = route(contract.openPoll, async (asked) => {
  const { tx, today, sealed, params, body } = asked
  const round = await roundOpen(asked, params.appraisal)
  if (isRefusal(round)) return round
  if (body.polledOn > today.toString()) return outOfRange('polledOn', '测评日期', body.polledOn)
  const people = graded(round).length
  if (people === 0 || voters(round) === 0)
    return refuse('conflict', '没有要测评的党员，或没有人能投票。请先核对评议人员。')
  if (!(await store.insertPoll(tx, round, body)))
    return refuse('conflict', '测评已经开始。要重来，先作废未结束的测评。')
  await store.placeUrn(tx, round, sealed.conceal(emptyUrn(voters(round), people), urnPlace(round.id)))
  return roundShown(asked, round.id)
})

const enterTotals = route(contract.enterTotals, async (asked) => {
  const { tx, today, params, body } = asked
  const round = await roundOpen(asked, params.appraisal)
  if (isRefusal(round)) return round
  if (body.polledOn > today.toString()) return outOfRange('polledOn', '测评日期', body.polledOn)
  if (round.poll && round.poll.form !== 'totals')
    return refuse('conflict', '这次测评不是录汇总数的，票数由系统计，不能改。')
  const wrong = sheetsFault(body, voters(round))
  if (wrong) return wrong
  if (body.valid === 0)
    return refuse('conflict', '有效票是 0 张，没有票数可录。请核对有效张数；测评没有成，重新测评后再录。', {
      field: 'valid',
    })
  const counts = countsFor(round, body)
  if (isRefusal(counts)) return counts
  const { polledOn, issued, returned, valid } = body
  await store.writeFigures(tx, round, {
    form: 'totals',
    polledOn,
    issued,
    returned,
    valid,
    ...kept(valid, counts),
  })
  return roundShown(asked, round.id)
})

type Typed = { personId: string } & Omit<Counts, 'qualified'>

/** Everybody's whole count, in the order of the list; whoever was not typed got 合格 on every sheet. */
const countsFor = (round: Round, { valid, counts }: { valid: number; counts: readonly Typed[] }) => {
  const people = graded(round)
  const typed = new Map(counts.map(({ personId, ...each }) => [personId, each]))
  if (typed.size !== counts.length || [...typed.keys()].some((id) => !people.some((p) => p.personId === id)))
    return refuse('invalid', '票数里有不在测评名单上的人，或同一人录了两次。请刷新后重录。', {
      field: 'counts',
    })
  const whole = people.map(({ personId, name }) => ({
    personId,
    name,
    ...completed(valid, typed.get(personId) ?? NOTHING),
  }))
  const over = whole.find(({ qualified }) => qualified < 0)
  if (over)
    return refuse(
      'invalid',
      `${over.name}的票数加起来比有效票 ${valid} 张多 ${-over.qualified} 张。请核对。`,
      {
        field: 'counts',
      },
    )
  return whole.map(({ name: _, ...each }) => each)
}

const NOTHING = { excellent: 0, basicallyQualified: 0, unqualified: 0, abstained: 0 }

/** As much of the figures as may be kept: for each person, in total, or nothing. */
const kept = (valid: number, counts: readonly (Counts & { personId: string })[]) => {
  const detail = detailOf(valid)
  return {
    detail,
    totals: detail === 'none' ? null : summed(counts),
    counts: detail === 'each' ? counts : [],
  }
}

const readBallot = route(contract.readBallot, async ({ tx, actor, params }) => {
  const ballot = await ballotOf(tx, params.appraisal)
  if (!ballot) return noPoll()
  const { path, state, mine, unitId: _, voters: __, ...rest } = ballot
  const leads = may(actor.grants, 'appraisal.lead', path)
  return { ...rest, may: state === 'open' && (mine || leads) }
})

const noPoll = (): Refusal =>
  refuse('not-found', '没有正在进行的测评，或您不在这次评议的名单上。请问支部的组织委员。', {
    field: 'appraisal',
  })

type Ballot = readonly { personId: string; choice: Choice }[]

/** The choices in the order in which the urn keeps people; a refusal where somebody is missing or named twice. */
const choicesOf = (people: readonly { personId: string }[], ballot: Ballot): Choice[] | Refusal => {
  const chosen = new Map(ballot.map(({ personId, choice }) => [personId, choice]))
  const choices = people.flatMap(({ personId }) => chosen.get(personId) ?? [])
  return choices.length === people.length && chosen.size === people.length && ballot.length === people.length
    ? choices
    : refuse('invalid', '每个人都要选一项，不表态的选弃权。请补齐后再投。', { field: 'ballot' })
}

/** Puts one ballot in and shuffles them all. Nothing else is written of it: no row, no order, no time, no hand. */
const putIn = async (
  tx: Acting,
  sealed: Sealed,
  round: string,
  choices: readonly Choice[],
): Promise<string | Refusal> => {
  const content = await store.takeUrn(tx, round)
  if (!content) return noPoll()
  const urn = withBallot(sealed.reveal(content, urnPlace(round)), choices, (below) => randomInt(below))
  if (urn === null)
    return refuse('conflict', '票数已和应投票人数相等，不能再投。请核对是否有票录了两次。', {
      field: 'ballot',
    })
  await store.putUrnBack(tx, round, sealed.conceal(urn, urnPlace(round)))
  return urn
}

const castBallot = route(contract.castBallot, async ({ tx, actor, sealed, params, body }) => {
  const poll = await ballotOf(tx, params.appraisal)
  if (!poll?.mine) return noPoll()
  const choices = choicesOf(poll.people, body.ballot)
  if (isRefusal(choices)) return choices
  const marked = await store.markVoted(tx, { id: params.appraisal, unitId: poll.unitId }, [actor.person])
  if (marked === 0) return refuse('conflict', '您已经投过票了。每人限投一张。')
  const urn = await putIn(tx, sealed, params.appraisal, choices)
  return isRefusal(urn) ? urn : { taken: true }
})

const castSheet = route(contract.castSheet, async ({ tx, actor, sealed, params, body }) => {
  const poll = await ballotOf(tx, params.appraisal)
  if (poll?.state !== 'open') return noPoll()
  if (!may(actor.grants, 'appraisal.lead', poll.path))
    return refuse('not-permitted', '测评票由书记、副书记或组织委员录入。')
  const choices = choicesOf(poll.people, body.ballot)
  if (isRefusal(choices)) return choices
  const urn = await putIn(tx, sealed, params.appraisal, choices)
  return isRefusal(urn) ? urn : { cast: ballotsIn(urn, choices.length).length, voters: poll.voters }
})

const countSheets = route(contract.countSheets, async ({ tx, sealed, params }) => {
  const poll = await ballotOf(tx, params.appraisal)
  const content = poll && (await store.lookIntoUrn(tx, params.appraisal))
  if (!poll || !content) return noPoll()
  const urn = sealed.reveal(content, urnPlace(params.appraisal))
  return { cast: ballotsIn(urn, poll.people.length).length, voters: poll.voters }
})

const markVoted = route(contract.markVoted, async (asked) => {
  const { tx, params, body } = asked
  const round = await roundOpen(asked, params.appraisal)
  if (isRefusal(round)) return round
  if (round.poll?.state !== 'open') return noPoll()
  const known = new Set(round.seats.filter(({ mayVote }) => mayVote).map(({ personId }) => personId))
  if (!body.personIds.every((each) => known.has(each)))
    return refuse('invalid', '有人不在应投票的名单上。请从名单中选择。', { field: 'personIds' })
  await store.markVoted(tx, round, body.personIds)
  return roundShown(asked, round.id)
})

const closePoll = route(contract.closePoll, async (asked) => {
  const { tx, sealed, params, body } = asked
  const round = await roundOpen(asked, params.appraisal)
  if (isRefusal(round)) return round
  const content = round.poll?.state === 'open' ? await store.takeUrn(tx, round.id) : undefined
  if (!round.poll || !content) return noPoll()
  const people = graded(round)
  const urn = sealed.reveal(content, urnPlace(round.id))
  const valid = ballotsIn(urn, people.length).length
  if (valid === 0) return refuse('conflict', '还没有一张票，不能计票。不测评了，可以作废。')
  // Else whoever leads could hide one real ballot among sheets of her own making, and read it from the sum.
  if (round.poll.form === 'devices' && valid > round.voted.length)
    return refuse(
      'conflict',
      `票有 ${valid} 张，名单上交票的只有 ${round.voted.length} 人。请先在名单上勾出交了纸质票的人。`,
    )
  const issued = body.issued ?? (round.poll.form === 'devices' ? voters(round) : valid)
  const sheets = { issued, returned: body.returned ?? valid, valid }
  const wrong = sheetsFault(sheets, voters(round))
  if (wrong) return wrong
  const counts = tallied(urn, people.length).map(
    ({ 'basically-qualified': basicallyQualified, abstain, ...rest }, at) => ({
      personId: people[at]!.personId,
      ...rest,
      basicallyQualified,
      abstained: abstain,
    }),
  )
  await store.destroyBallots(tx, round.id)
  const { form, polledOn } = round.poll
  await store.writeFigures(tx, round, { form, polledOn, ...sheets, ...kept(valid, counts) })
  return roundShown(asked, round.id)
})

const dropPoll = route(contract.dropPoll, async (asked) => {
  const { tx, params } = asked
  const round = await roundOpen(asked, params.appraisal)
  if (isRefusal(round)) return round
  if (round.poll?.state !== 'open') return refuse('conflict', '没有正在进行的测评，不用作废。')
  await store.destroyBallots(tx, round.id)
  await store.removePoll(tx, round.id)
  return roundShown(asked, round.id)
})

export const pollRoutes: readonly Route[] = [
  openPoll,
  enterTotals,
  readBallot,
  castBallot,
  castSheet,
  countSheets,
  markVoted,
  closePoll,
  dropPoll,
]
