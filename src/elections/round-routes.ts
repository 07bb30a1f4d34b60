import { ruleIdFor } from '../ballots/election-rules.ts'
import { type Route, route } from '../http/serve.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { book } from '../rules/book.ts'
import { toldBy } from '../rules/standing.ts'
import { held } from './asking-jobs.ts'
import { barOf, baseOf, quorumFor, reductionOf, standingRules } from './count-view.ts'
import type { Election } from './facts.ts'
import type { Gathering, Motion, Round } from './gathering.ts'
import { handsOf } from './motions.ts'
import * as contract from './round-contract.ts'
import { counting, countShown, hasFailed, openIn, roundStale, settleElectedOn } from './round-jobs.ts'
import * as store from './round-store.ts'
import { progressOf, rolesOf, roundsFor, type Standing } from './rounds.ts'
import { standingOfficer } from './standing-bars.ts'
import { headTitle } from './titles.ts'
import { identified } from './written-in.ts'

const readCount = route(contract.readCount, (asked) => countShown(asked, asked.params.election))

const startRound = route(contract.startRound, async (asked) => {
  const { tx, params, body } = asked
  const election = await held(asked, params.election, body.version)
  if (isRefusal(election)) return election
  const gathering = gatheringIn(election, body.gathering)
  if (isRefusal(gathering)) return gathering
  const { role } = body
  if (!rolesOf(election, gathering.body).includes(role))
    return refuse('invalid', '这次会议不选这个职务。请从“计票”里开始。', { field: 'role' })
  const next = progressOf(election, gathering, role)
  if (next.state === 'counting') return refuse('conflict', '上一次投票还没有封定。请先封定或取消它。')
  if (next.state === 'complete') return refuse('conflict', '应选的人已经选齐，不用再投票。')
  const { ruleOf } = standingRules(book, election, gathering.heldOn)
  const barred = barOf(ruleOf, election, gathering, role)
  const quorum = quorumFor(ruleOf, election, gathering)
  if (barred) return refuse('rule', barred, quorum ? { because: quorum.judgment } : {})
  const hands = (consent: Hands) => handsOf(ruleOf, election, gathering.body, consent, baseOf(gathering))
  const among = amongOf(next, body.among, baseOf(gathering), body.consent, hands)
  if (isRefusal(among)) return among
  const own = standingOfficer(ruleOf, election, gathering, among.people)
  if (own) return refuse('rule', own)
  if (among.motion)
    await store.writeMotion(tx, { ...ofElection(election), gatheringId: gathering.id }, among.motion)
  await store.insertRound(
    tx,
    ofElection(election),
    {
      gatheringId: gathering.id,
      role,
      ordinal: roundsFor(gathering, role).length + 1,
      why: next.why,
      seats: next.seats,
      form: body.form,
      // Each who is present takes one; whoever does not is corrected.
      issued: baseOf(gathering).present,
      ...baseOf(gathering),
    },
    among.people,
  )
  return countShown(asked, election.id)
})

const gatheringIn = ({ gatherings }: Election, id: string): Gathering | Refusal => {
  const gathering = gatherings.find((each) => each.id === id)
  if (!gathering) return refuse('not-found', '没有这次会议。请从“计票”里选择。', { field: 'gathering' })
  return gathering.failedReason === null ? gathering : hasFailed()
}

const ofElection = ({ id, unitId }: Election) => ({ electionId: id, unitId })

type Hands = { approve: number; oppose: number; abstain: number }
type Base = { entitled: number; present: number }

/** Who stands: all who may, or those to whom the meeting narrowed them down by a vote. */
const amongOf = (
  { why, seats, among }: { why: Round['why']; seats: number; among: readonly Standing[] },
  chosen: readonly string[] | null,
  base: Base,
  consent: Hands | null,
  judgedBy: (hands: Hands) => ReturnType<typeof handsOf>,
): { people: readonly Standing[]; motion: Motion | null } | Refusal => {
  if (chosen === null || chosen.length === among.length) return { people: among, motion: null }
  if (why !== 'shortfall')
    return refuse('invalid', '只有名额没有选满、再次选举时，大会才可以缩减候选人。', { field: 'among' })
  const people = among.filter(({ id }) => chosen.includes(id))
  if (people.length !== new Set(chosen).size)
    return refuse('invalid', '所选的人里有不在可再选名单上的。请从名单中选择。', { field: 'among' })
  if (people.length < seats)
    return refuse('invalid', `再选 ${seats} 人，至少要有 ${seats} 名候选人，现选了 ${people.length} 名。`, {
      field: 'among',
    })
  if (consent === null)
    return refuse('invalid', '缩减候选人由大会表决。请填写赞成、反对、弃权的人数。', { field: 'consent' })
  const motion = votedOn('narrowing', consent, base)
  if (isRefusal(motion)) return motion
  const { passed, judgments } = judgedBy(consent)
  if (!passed)
    return refuse(
      'rule',
      `缩减候选人赞成 ${consent.approve} 人，没有超过实到会 ${base.present} 人的一半，没有通过。请用全部未当选的候选人，或重新表决。`,
      { field: 'consent', ...(judgments[0] && { because: judgments[0].judgment }) },
    )
  return { people, motion: { ...motion, passed: true } }
}

const votedOn = (matter: Motion['matter'], hands: Hands, base: Base): Motion | Refusal => {
  const all = hands.approve + hands.oppose + hands.abstain
  return all > base.present
    ? refuse('invalid', `赞成、反对、弃权合计 ${all} 人，多于实到会有选举权的 ${base.present} 人。请核对。`, {
        field: 'approve',
      })
    : { matter, ...base, ...hands, passed: false, note: null }
}

const saveRound = route(contract.saveRound, async (asked) => {
  const { tx, params, body } = asked
  const election = await counting(asked, params.election)
  if (isRefusal(election)) return election
  const placed = openIn(election, params.round)
  if (isRefusal(placed)) return placed
  const { gathering, round } = placed
  const wrong = entriesFault(gathering, round, body)
  if (wrong) return wrong
  const { votes, writeIns: given, version, ...numbers } = body
  const writeIns = identified(gathering, given)
  if (isRefusal(writeIns)) return writeIns
  // Who was there is taken when the ballots are given out: a round taken back keeps it, whoever left since.
  if (!(await store.changeRound(tx, round.id, version, numbers))) return roundStale()
  await store.writeSums(tx, votes)
  const before = round.names.filter(({ writtenIn }) => writtenIn)
  if (JSON.stringify(before.map(bare)) !== JSON.stringify(writeIns.map(bare)))
    await store.replaceWrittenIn(
      tx,
      ofElection(election),
      round.id,
      round.names.length - before.length + 1,
      writeIns,
    )
  return countShown(asked, election.id)
})

const bare = ({
  personId,
  name,
  approve,
}: {
  personId: string | null
  name: string
  approve: number | null
}) => [personId, name, approve]

type Entries = Pick<contract.SaveRound, 'votes' | 'writeIns' | 'form' | 'issued'>

/** What no round can keep; sums that do not add up yet may be kept, and are told. */
const entriesFault = (
  { seats }: Gathering,
  { names, issued: before }: Round,
  { votes, writeIns, form, issued }: Entries,
): Refusal | undefined => {
  if (before !== null && issued === null)
    return refuse('invalid', '请填写发出的选票张数。发错了、还没有投的，请取消这次投票。', {
      field: 'issued',
    })
  const known = new Set(names.filter(({ writtenIn }) => !writtenIn).map(({ id }) => id))
  if (!votes.every(({ id }) => known.has(id)))
    return refuse('invalid', '得票里有不在选票上的人。请刷新后重录。', { field: 'votes' })
  if (form === 'sheets' && (writeIns.length > 0 || votes.some((each) => each.approve !== null)))
    return refuse('invalid', '逐张计票的得票由两次读票算出，不用录。', { field: 'votes' })
  const people = new Set(seats.map(({ personId }) => personId))
  const stranger = writeIns.find(({ personId }) => personId !== null && !people.has(personId))
  return stranger
    ? refuse('invalid', `另选的“${stranger.name}”不在会议名单上。不在名册的，请只填姓名。`, {
        field: 'writeIns',
      })
    : undefined
}

const reduceSeats = route(contract.reduceSeats, async (asked) => {
  const { tx, params, body } = asked
  const election = await held(asked, params.election, body.version)
  if (isRefusal(election)) return election
  const gathering = gatheringIn(election, body.gathering)
  if (isRefusal(gathering)) return gathering
  const { ruleOf } = standingRules(book, election, gathering.heldOn)
  const close = reductionOf(ruleOf, election, gathering, body.role)
  if (!close)
    return refuse(
      'conflict',
      `没有选满名额时才能减少名额；${headTitle(election.unitKind, 'secretary')}的名额不能减少。请看“计票”里的情况。`,
    )
  if (!close.judgment.holds)
    return refuse('rule', `${close.words}不算接近应选人数，须对不足的名额再次选举。`, {
      because: close.judgment,
    })
  const base = baseOf(gathering)
  const motion = votedOn('reduction', body, base)
  if (isRefusal(motion)) return motion
  const consent = toldBy(ruleOf, ruleIdFor(election.unitKind, 'shortfall-consent') ?? null, {
    present: base.present,
    approve: body.approve,
  })
  if (consent && !consent.judgment.holds)
    return refuse('rule', `${consent.words}减少名额没有通过，须对不足的名额再次选举。`, {
      field: 'approve',
      because: consent.judgment,
    })
  const { approve, oppose, abstain } = motion
  const passed = { matter: motion.matter, ...base, approve, oppose, abstain, passed: true }
  const of = { ...ofElection(election), gatheringId: gathering.id }
  await store.writeMotion(tx, of, { ...passed, note: body.note || null })
  await settleElectedOn(asked, election.id)
  return countShown(asked, election.id)
})

export const roundRoutes: readonly Route[] = [readCount, startRound, saveRound, reduceSeats]
