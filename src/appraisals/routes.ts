import { recordOpenings } from '../audit/openings-store.ts'
import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { nameOf } from '../people/names-store.ts'
import {
  alreadyClosed,
  noRound,
  outOfRange,
  roundOpen,
  roundShown,
  roundToLead,
  staleNow,
} from './asking-jobs.ts'
import * as contract from './contract.ts'
import { gradeRoutes } from './grade-routes.ts'
import { PURPOSE_WORDS } from './kinds.ts'
import { writeMutual, writeRemarks } from './mutual-store.ts'
import { ownRoutes } from './own-routes.ts'
import { handedInSelf } from './own-store.ts'
import { paperRoutes } from './paper-routes.ts'
import { pollRoutes } from './poll-routes.ts'
import { circlesOf, type Round, takingPart } from './round.ts'
import { standingOf } from './seats.ts'
import { selfPlace } from './self-place.ts'
import * as store from './store.ts'
import { lineOf } from './view.ts'
import * as writes from './write-store.ts'

const listAppraisals = route(contract.listAppraisals, async ({ tx, params }) => {
  const unit = await store.unitOf(tx, params.unit)
  if (!unit) return noUnit()
  return { appraisals: (await store.roundsAround(tx, unit.path)).map(lineOf) }
})

const openAppraisal = route(contract.openAppraisal, async (asked) => {
  const { tx, actor, today, params, body } = asked
  const unit = await store.unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (unit.kind !== 'branch')
    return refuse('invalid', '民主评议以党支部为单位。请先在页首选一个党支部。', { field: 'unit' })
  if (!may(actor.grants, 'appraisal.lead', unit.path))
    return refuse('not-permitted', `民主评议由「${unit.name}」的书记、副书记或组织委员组织。`)
  const wrong = absurdYear(body.forYear, today.year) ?? rosterDayFault(body.rosterOn, unit, today.toString())
  if (wrong) return wrong
  const { forYear, rosterOn } = body
  const rostered = await store.rosterOn(tx, unit.id, rosterOn, forYear)
  if (rostered.length === 0)
    return refuse('conflict', `${rosterOn} 的名册上没有党员。请核对日期，或先导入名册。`, {
      field: 'rosterOn',
    })
  const id = await writes.insertRound(tx, { unitId: unit.id, forYear, rosterOn })
  if (id === undefined)
    return refuse('conflict', `${forYear} 年度的民主评议已经开始。请从列表中打开。`, { field: 'forYear' })
  await writes.seat(tx, { id, unitId: unit.id }, seated(rostered))
  return roundShown(asked, id)
})

const seated = (rostered: readonly store.Rostered[]) =>
  rostered.map((person) => ({ ...person, ...standingOf(person.status) }))

const absurdYear = (forYear: number, thisYear: number): Refusal | null =>
  forYear <= thisYear + 1 && forYear >= thisYear - 5
    ? null
    : refuse('invalid', `「评议年度」${forYear} 不在 ${thisYear - 5} 年到 ${thisYear + 1} 年之间。请核对。`, {
        field: 'forYear',
      })

const rosterDayFault = (on: string, unit: { name: string; foundedOn: string }, today: string) => {
  if (on > today) return outOfRange('rosterOn', '名册日期', on)
  return on < unit.foundedOn
    ? refuse('invalid', `${on} 早于「${unit.name}」成立的 ${unit.foundedOn}。请核对名册日期。`, {
        field: 'rosterOn',
      })
    : null
}

const readAppraisal = route(contract.readAppraisal, (asked) => roundShown(asked, asked.params.appraisal))

const changeAppraisal = route(contract.changeAppraisal, async (asked) => {
  const { tx, today, params, body } = asked
  const round = await roundToLead(asked, params.appraisal)
  if (isRefusal(round)) return round
  for (const [field, name] of [
    ['studiedOn', '学习日期'],
    ['superiorOn', '上级意见日期'],
  ] as const) {
    const on = body[field]
    if (on !== null && on > today.toString()) return outOfRange(field, name, on)
  }
  const { version, ...sent } = body
  const change = blanks(sent)
  const { superiorOpinion, superiorOn } = change
  if (round.closedOn !== null && !keepsSteps(round, change)) return alreadyClosed(round.closedOn)
  const changed = round.closedOn === null ? change : { superiorOpinion, superiorOn }
  if (!(await writes.changeRound(tx, round.id, version, changed))) return staleNow()
  return roundShown(asked, round.id)
})

type Steps = Record<'meetingId' | 'reportMeetingId' | 'studiedOn' | 'studyNote', string | null>

/** Whether a change leaves the steps as they were: of a closed round only the superior’s opinion is still to come. */
const keepsSteps = ({ meeting, report, studiedOn, studyNote }: Round, change: Steps): boolean =>
  change.meetingId === (meeting?.id ?? null) &&
  change.reportMeetingId === (report?.id ?? null) &&
  change.studiedOn === studiedOn &&
  change.studyNote === studyNote

const blanks = <Of extends Record<string, unknown>>(of: Of): Of =>
  Object.fromEntries(Object.entries(of).map(([key, value]) => [key, value === '' ? null : value])) as Of

const recallPeople = route(contract.recallPeople, async (asked) => {
  const { tx, today, params, body } = asked
  const round = await roundOpen(asked, params.appraisal)
  if (isRefusal(round)) return round
  if (round.poll) return pollStands()
  const unit = await store.unitOf(tx, round.unitId)
  const wrong = unit ? rosterDayFault(body.rosterOn, unit, today.toString()) : noUnit()
  if (wrong) return wrong
  const rostered = await store.rosterOn(tx, round.unitId, body.rosterOn, round.forYear)
  if (!(await writes.changeRound(tx, round.id, body.version, { rosterOn: body.rosterOn }))) return staleNow()
  await writes.unseat(
    tx,
    round.id,
    rostered.map(({ personId }) => personId),
  )
  await writes.seat(tx, round, seated(rostered))
  await writes.dropGrades(tx, round.id)
  return roundShown(asked, round.id)
})

const pollStands = () =>
  refuse('conflict', '测评已经开始，评议人员不能再改，否则票数对不上。要改，先作废未结束的测评。')

const changeSeat = route(contract.changeSeat, async (asked) => {
  const { tx, params, body } = asked
  const round = await roundOpen(asked, params.appraisal)
  if (isRefusal(round)) return round
  if (round.poll) return pollStands()
  const { role, mayVote, version } = body
  const because = body.because || null
  if (role !== 'graded' && because === null)
    return refuse('invalid', '不评等次或不参加的，须写明原因。', { field: 'because' })
  if (role === 'excluded' && mayVote)
    return refuse('invalid', '不参加评议的不能投测评票。请改一项。', { field: 'mayVote' })
  const at = { id: round.id, person: params.person, version }
  if (!(await writes.changeSeat(tx, at, { role, mayVote, because }))) return staleNow()
  if (role !== 'graded') await writes.dropGrades(tx, round.id)
  return roundShown(asked, round.id)
})

const recordPaper = route(contract.recordPaper, async (asked) => {
  const { tx, today, params, body } = asked
  const round = await roundOpen(asked, params.appraisal)
  if (isRefusal(round)) return round
  if (body.handedInOn !== null && body.handedInOn > today.toString())
    return outOfRange('handedInOn', '交来日期', body.handedInOn)
  const known = new Set(takingPart(round).map(({ personId }) => personId))
  if (!body.personIds.every((each) => known.has(each))) return notOnList()
  await writes.markPaper(tx, round.id, body.personIds, body.handedInOn)
  return roundShown(asked, round.id)
})

export const notOnList = () =>
  refuse('invalid', '有人不在这次评议的名单上。请从名单中选择。', { field: 'personIds' })

const openSelf = route(contract.openSelf, async (asked) => {
  const { tx, sealed, params, body } = asked
  const round = await roundToLead(asked, params.appraisal)
  if (isRefusal(round)) return round
  const self = await handedInSelf(tx, params.appraisal, params.person)
  if (!self) return refuse('not-found', '这位党员没有在系统里提交自评。交纸质的，请看原件。')
  await recordOpenings(tx, [
    {
      aboutId: params.person,
      recordKind: 'self-appraisal',
      recordId: round.id,
      purpose: PURPOSE_WORDS[body.purpose],
    },
  ])
  return { text: sealed.reveal(self.content, selfPlace(round.id, params.person)) }
})

const recordMutual = route(contract.recordMutual, async (asked) => {
  const { tx, actor, today, params, body } = asked
  const round = await store.readRound(tx, params.appraisal)
  if (!round) return noRound()
  const circle = circlesOf(round).find(({ unitId }) => unitId === params.unit)
  if (!circle)
    return refuse('invalid', '互评在支部或本支部的党小组进行。请从列出的党小组中选择。', { field: 'unit' })
  if (!may(actor.grants, 'appraisal.mutual', circle.path))
    return refuse('not-permitted', `「${circle.name}」的互评由该组组长或支委会成员登记。`)
  if (round.closedOn !== null)
    return refuse('conflict', `这次民主评议已在 ${round.closedOn} 办结。要改，请书记先更正。`)
  if (body.heldOn > today.toString()) return outOfRange('heldOn', '互评日期', body.heldOn)
  const here = takingPart(round).filter(
    ({ groupId }) => circle.unitId === round.unitId || groupId === circle.unitId,
  )
  if (!body.remarks.every(({ personId }) => here.some((seat) => seat.personId === personId)))
    return notOnList()
  const { heldOn, hostId } = body
  const hostName = hostId && (await nameOf(tx, hostId))
  const of = { appraisalId: round.id, unitId: circle.unitId }
  const mutual = { ...of, heldOn, hostId, hostName, note: body.note || null }
  if (!(await writeMutual(tx, mutual, body.version))) return staleNow()
  const [taken] = await writeRemarks(tx, of, body.remarks)
  if (taken !== undefined) {
    const name = here.find(({ personId }) => personId === taken)?.name ?? '有一人'
    return refuse(
      'conflict',
      `${name}的意见已由支部登记，一人只有一条。请去掉${name}这一条再保存；要改，请支部来改。`,
      { field: `remark-${taken}` },
    )
  }
  return roundShown(asked, round.id)
})

const noUnit = () =>
  refuse('not-found', '没有这个组织，或不属于本机关。请从组织架构中选择。', { field: 'unit' })

export const appraisalRoutes: readonly Route[] = [
  listAppraisals,
  openAppraisal,
  readAppraisal,
  changeAppraisal,
  recallPeople,
  changeSeat,
  recordPaper,
  openSelf,
  recordMutual,
  ...pollRoutes,
  ...gradeRoutes,
  ...ownRoutes,
  ...paperRoutes,
]
