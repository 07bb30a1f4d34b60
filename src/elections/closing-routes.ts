import { compareNames } from '../ballots/order.ts'
import { type Route, route } from '../http/serve.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { book } from '../rules/book.ts'
import { held, shown } from './asking-jobs.ts'
import { isOfNewCommittee, scrutineersOf, standingRules } from './count-view.ts'
import type { Election } from './facts.ts'
import type { BallotName, Round } from './gathering.ts'
import { changeGathering } from './gathering-store.ts'
import { electsMembers } from './plenary.ts'
import { readSheets } from './reading-jobs.ts'
import * as results from './result-store.ts'
import * as contract from './round-contract.ts'
import { countShown, openIn, placedIn, roundStale, settleElectedOn } from './round-jobs.ts'
import { RoundOutcome } from './round-outcome.ts'
import * as store from './round-store.ts'
import { builtOn, headHeldBy, resultFor } from './rounds.ts'
import { ownSigner, withoutRight } from './standing-bars.ts'
import { judged, sumsOf, UNREAD } from './tally.ts'
import { headsWords } from './titles.ts'

const closeRound = route(contract.closeRound, async (asked) => {
  const { tx, params, body } = asked
  const election = await held(asked, params.election, body.version)
  if (isRefusal(election)) return election
  const placed = openIn(election, params.round)
  if (isRefusal(placed)) return placed
  const { gathering } = placed
  const signers = scrutineersOf(gathering).filter(({ id }) => body.signedBy.includes(id))
  if (signers.length === 0 || signers.length !== new Set(body.signedBy).size)
    return refuse(
      'invalid',
      '计票结果要由监票人签字。请从监票人里选出签字的人；还没有监票人的，先在“大会”里登记。',
      {
        field: 'signedBy',
      },
    )
  if (!(await store.changeRound(tx, placed.round.id, body.roundVersion, {}))) return roundStale()
  const { rules, ruleOf } = standingRules(book, election, gathering.heldOn)
  const unread = placed.round.form === 'sheets' && judged(rules, gathering, placed.round, UNREAD)
  // Where more came back than went out nothing is counted: the election is void as it lies.
  const read = isRefusal(unread) ? await readSheets(asked, election, placed, rules) : placed
  if (isRefusal(read)) return read
  const { round, tally } = { tally: undefined, ...read }
  const outcome = judged(rules, gathering, round, tally)
  if (isRefusal(outcome)) return outcome
  if (outcome.election === 'not-quorate')
    return refuse('rule', '到会人数不够，选举不成立，不能封定。请核对到会情况，或另行召开会议。', {
      because: outcome.because[0]!,
    })
  const stands = outcome.election === 'valid'
  const elected = stands ? outcome.elected.map((id) => round.names.find((name) => name.id === id)!) : []
  const barred = withoutRight(ruleOf, gathering, elected)
  if (barred) return refuse('rule', `${barred}不能当选。请监票人核对写有这个名字的选票，更正得票后再封定。`)
  const tied = stands && outcome.runoff?.why === 'tie' ? outcome.runoff.among : []
  const concerned = [...elected, ...round.names.filter(({ id }) => tied.includes(id))]
  const own = ownSigner(signers, gathering, concerned)
  if (own) return refuse('rule', own, { field: 'signedBy' })
  const outside = isOfNewCommittee(election, round.role)
    ? elected.find((each) => !resultFor(election.results, each))
    : undefined
  if (outside)
    return refuse(
      'conflict',
      `“${outside.name}”不是新一届委员，不能当选${headsWords(election.unitKind)}。请核对另选的票。`,
    )
  const twice =
    round.role === 'member'
      ? undefined
      : elected.find((each) => headHeldBy(election.results, each) !== undefined)
  if (twice)
    return refuse(
      'conflict',
      `“${twice.name}”已经当选${headsWords(election.unitKind).replace('、', '或')}，一人不能兼任。请核对另选的票；票数属实的，取消这次投票后重新投票。`,
    )
  if (stands) await store.writeSums(tx, finalSums(round, outcome.ballots.valid))
  await store.freezeRound(tx, round.id, {
    outcome: RoundOutcome.parse(outcome),
    signedBy: signers.map(({ name }) => name),
    returned: outcome.ballots.returned,
    void: outcome.ballots.void,
  })
  await store.destroyReadings(tx, round.id)
  await writeResults(asked, election, round, elected)
  if (gathering.body === 'members' || !electsMembers(election)) await settleElectedOn(asked, election.id)
  return countShown(asked, election.id)
})

/** What followed from the rest is written out: a closed round says each sum. */
const finalSums = (round: Round, valid: number) =>
  round.names
    .filter(({ writtenIn }) => !writtenIn)
    .flatMap((name) => {
      const sums = sumsOf(name, valid)
      return sums ? [{ id: name.id, ...sums }] : []
    })

type Asked = Parameters<typeof held>[0]

const writeResults = async (
  { tx }: Asked,
  election: Election,
  { id, role }: Round,
  elected: readonly BallotName[],
): Promise<void> => {
  const of = { electionId: election.id, unitId: election.unitId }
  if (role === 'member') {
    const rows = elected.map(({ personId, name }) => ({ personId, name, ...MEMBER, memberRoundId: id }))
    await results.insertResults(tx, of, rows)
    return orderByStrokes(tx, election.id)
  }
  const heads = elected.map((name) => ({ name, row: resultFor(election.results, name) }))
  for (const { row } of heads) if (row) await results.setHead(tx, row.id, role, id)
  const from = role === 'secretary' ? 1 : 2
  await results.insertResults(
    tx,
    of,
    heads
      .filter(({ row }) => row === undefined)
      .map(({ name: { personId, name } }, at) => ({
        personId,
        name,
        ordinal: from + at,
        memberRoundId: null,
        headRoundId: id,
        head: role,
      })),
  )
}

const MEMBER = { ordinal: 1, headRoundId: null, head: null }

/** Members stand by strokes, over all the ballots that elected them. */
const orderByStrokes = async (tx: Asked['tx'], electionId: string): Promise<void> => {
  const election = await shown({ tx }, electionId)
  if (isRefusal(election)) return
  const members = election.results
    .filter(({ memberRoundId }) => memberRoundId !== null)
    .toSorted((one, other) => compareNames(one.name, other.name))
  await results.orderResults(
    tx,
    members.map(({ id }, at) => ({ id, ordinal: at + 1 })),
  )
}

const reopenRound = route(contract.reopenRound, async (asked) => {
  const { tx, params, body } = asked
  const election = await held(asked, params.election, body.version)
  if (isRefusal(election)) return election
  const placed = placedIn(election, params.round)
  if (isRefusal(placed)) return placed
  const { gathering, round } = placed
  if (!round.isClosed) return refuse('conflict', '这次投票还没有封定，可以直接改。')
  const built = builtOn(election, gathering, round)
  if (built) return refuse('conflict', `${built}，这次计票结果不能再撤回。`)
  await results.withdrawResults(tx, round.id)
  await store.unfreezeRound(tx, round.id)
  await store.removeMotion(tx, gathering.id, 'reduction')
  // Its count is open again, so the meeting is not over: another ballot may be needed.
  if (gathering.closedOn !== null) await changeGathering(tx, gathering.id, { closedOn: null })
  if (round.role === 'member') await orderByStrokes(tx, election.id)
  if (gathering.body === 'members' || !electsMembers(election)) await settleElectedOn(asked, election.id)
  return countShown(asked, election.id)
})

const dropRound = route(contract.dropRound, async (asked) => {
  const { tx, params, body } = asked
  const election = await held(asked, params.election, body.version)
  if (isRefusal(election)) return election
  const placed = openIn(election, params.round)
  if (isRefusal(placed)) return placed
  await store.removeRound(tx, placed.round.id)
  return countShown(asked, election.id)
})

export const closingRoutes: readonly Route[] = [closeRound, reopenRound, dropRound]
