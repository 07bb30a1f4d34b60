import type { Acting } from '../database/acting.ts'
import { recordEvidence, withdrawEvidence } from '../duties/store.ts'
import { type Route, route } from '../http/serve.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { nameOf } from '../people/names-store.ts'
import { outOfRange, roundOpen, roundShown, roundToLead, staleNow } from './asking-jobs.ts'
import * as contract from './contract.ts'
import { decidedEarly } from './readiness.ts'
import { graded, type Round } from './round.ts'
import { judged } from './view.ts'
import * as writes from './write-store.ts'

const gradePeople = route(contract.gradePeople, async (asked) => {
  const { tx, today, params, body } = asked
  const round = await roundOpen(asked, params.appraisal)
  if (isRefusal(round)) return round
  const { decidedBy, decidedOn, considered, version } = body
  if (decidedOn !== null && decidedOn > today.toString())
    return outOfRange('decidedOn', '评定日期', decidedOn)
  const early = decidedEarly(round.poll, decidedOn)
  if (early) return early
  const people = new Map(graded(round).map((seat) => [seat.personId, seat]))
  const named = new Set(body.grades.map(({ personId }) => personId))
  const unknown = body.grades.find(({ personId }) => !people.has(personId))
  if (unknown || named.size !== body.grades.length) {
    const seat = round.seats.find(({ personId }) => personId === unknown?.personId)
    return refuse(
      'invalid',
      seat?.because
        ? `${seat.name}不评等次：${seat.because}。`
        : '等次里有不在评定名单上的人，或同一人填了两次。请刷新后再填。',
      { field: 'grades' },
    )
  }
  if (!(await writes.changeRound(tx, round.id, version, { decidedBy, decidedOn, considered })))
    return staleNow()
  const grades = body.grades.map(({ opinion, improvement, ...each }) => ({
    ...each,
    opinion: opinion || null,
    improvement: improvement || null,
  }))
  await writes.writeGrades(tx, round, grades)
  return roundShown(asked, round.id)
})

/** Only here does anything block: what the rules ask of the whole round, the cap of 优秀 among it. */
const closeAppraisal = route(contract.closeAppraisal, async (asked) => {
  const { tx, today, params, body } = asked
  const round = await roundOpen(asked, params.appraisal)
  if (isRefusal(round)) return round
  const [hindrance] = judged(round, today.toString()).hindrances
  if (hindrance) return hindrance
  const closed = { closedOn: today.toString(), lateReason: body.lateReason || null }
  if (!(await writes.changeRound(tx, round.id, body.version, closed))) return staleNow()
  await prove(tx, round, today.toString())
  return roundShown(asked, round.id)
})

/** The year of the branch is fulfilled by the day of the poll, whatever the day on which the round was closed here. */
const prove = (tx: Acting, round: Round, recordedOn: string) =>
  recordEvidence(tx, [
    {
      kind: 'appraisal',
      unitId: round.unitId,
      heldOn: round.poll?.polledOn ?? round.rosterOn,
      forYear: round.forYear,
      recordedOn,
      sourceKind: 'appraisal',
      sourceId: round.id,
      title: `${round.forYear} 年度民主评议党员`,
    },
  ])

const reopenAppraisal = route(contract.reopenAppraisal, async (asked) => {
  const { tx, actor, today, params, body } = asked
  const round = await roundToLead(asked, params.appraisal)
  if (isRefusal(round)) return round
  if (round.closedOn === null) return refuse('conflict', '这次民主评议还没有办结，可以直接改。')
  if (!(await writes.changeRound(tx, round.id, body.version, { closedOn: null }))) return staleNow()
  await writes.insertReopening(tx, {
    appraisalId: round.id,
    unitId: round.unitId,
    reason: body.reason,
    byName: await nameOf(tx, actor.person),
    onDay: today.toString(),
  })
  await withdrawEvidence(tx, 'appraisal', round.id)
  return roundShown(asked, round.id)
})

const recordTold = route(contract.recordTold, async (asked) => {
  const { tx, today, params, body } = asked
  const round = await roundToLead(asked, params.appraisal)
  if (isRefusal(round)) return round
  if (round.closedOn === null) return refuse('conflict', '办结以后再登记告知本人，免得告知的结果又有变动。')
  const { toldOn, toldBy } = body
  const wrong = toldFault(round, toldOn, toldBy, today.toString())
  if (wrong) return wrong
  const known = new Set(graded(round).map(({ personId }) => personId))
  if (!body.personIds.every((each) => known.has(each)))
    return refuse('invalid', '有人没有评定等次，不用告知。请从名单中选择。', { field: 'personIds' })
  // Else she would stand as told of a grade that was changed meanwhile.
  if (!(await writes.changeRound(tx, round.id, body.version, {}))) return staleNow()
  await writes.markTold(tx, round.id, body.personIds, { toldOn, toldBy: toldOn && toldBy })
  return roundShown(asked, round.id)
})

/** Nothing to find fault with where a wrong tick is taken back. */
const toldFault = (
  { decidedOn }: Round,
  toldOn: string | null,
  toldBy: string | null,
  today: string,
): Refusal | null => {
  if (toldOn === null) return null
  if (toldOn > today) return outOfRange('toldOn', '告知日期', toldOn)
  if (decidedOn !== null && toldOn < decidedOn)
    return refuse('invalid', `告知日期 ${toldOn} 早于评定的 ${decidedOn}。请改为评定当天或以后。`, {
      field: 'toldOn',
    })
  return toldBy === null ? refuse('invalid', '请写明是谁告知本人的。', { field: 'toldBy' }) : null
}

export const gradeRoutes: readonly Route[] = [gradePeople, closeAppraisal, reopenAppraisal, recordTold]
