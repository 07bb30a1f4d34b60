import { recordEvidence, withdrawEvidence } from '../duties/store.ts'
import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { unitOf } from '../organs/store.ts'
import { packed } from './box.ts'
import * as contract from './contract.ts'
import { insertBox } from './opinion-store.ts'
import { noRound, notYours, staleRound } from './refusals.ts'
import * as store from './round-store.ts'
import { type Asking, contentName, roundShown } from './view-jobs.ts'

/** The round, for one who leads it. */
export const led = async (
  { tx, actor }: Pick<Asking, 'tx' | 'actor'>,
  id: string,
): Promise<store.RoundRow | Refusal> => {
  const round = await store.roundOf(tx, id)
  if (!round) return noRound()
  return may(actor.grants, 'life.lead', round.path) ? round : notYours(round.unitName)
}

/** The round as it stands after a change. */
export const shownAnew = async (asked: Asking, id: string): Promise<contract.LifeRound | Refusal> => {
  const round = await store.roundOf(asked.tx, id)
  return round ? roundShown(asked, round) : noRound()
}

const listLifeRounds = route(contract.listLifeRounds, async ({ tx, today, params }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return refuse('not-found', '没有这个组织。请从列表中选择。')
  return { rounds: await store.roundsOf(tx, unit.path, today.toString()) }
})

const openLifeRound = route(contract.openLifeRound, async (asked) => {
  const { tx, actor, today, sealed, params, body } = asked
  const unit = await unitOf(tx, params.unit)
  if (!unit) return refuse('not-found', '没有这个组织。请从列表中选择。')
  if (unit.kind !== 'branch')
    return refuse('invalid', `组织生活会以党支部为单位筹备，「${unit.name}」不是党支部。请选择党支部。`, {
      field: 'unit',
    })
  if (!may(actor.grants, 'life.lead', unit.path)) return notYours(unit.name)
  const wrong = absurdYear(body.forYear, today.year) ?? absurdDay(body.meetOn, body.forYear)
  if (wrong) return wrong
  if (await store.roundOfYear(tx, unit.id, body.forYear))
    return refuse(
      'conflict',
      `「${unit.name}」的 ${body.forYear} 年度组织生活会已经在筹备。请从列表中打开。`,
      {
        field: 'forYear',
      },
    )
  const round = { id: crypto.randomUUID(), unitId: unit.id, forYear: body.forYear }
  await store.insertRound(tx, { ...body, ...round })
  await insertBox(tx, round, sealed.conceal(packed([]), contentName('life_box', round.id)))
  await store.carryOver(tx, round)
  return shownAnew(asked, round.id)
})

const absurdYear = (forYear: number, thisYear: number): Refusal | null =>
  forYear <= thisYear && forYear >= thisYear - 5
    ? null
    : refuse('invalid', `「所属年度」${forYear} 不在 ${thisYear - 5} 年到 ${thisYear} 年之间。请核对。`, {
        field: 'forYear',
      })

/** In its own year, or in the year after: held later than that it is no meeting of this year any more. */
const absurdDay = (meetOn: string | null, forYear: number): Refusal | null =>
  meetOn === null || [forYear, forYear + 1].includes(day(meetOn).year)
    ? null
    : refuse('invalid', `「召开日期」${meetOn} 不在 ${forYear} 年或次年。请核对年份。`, { field: 'meetOn' })

const readLifeRound = route(contract.readLifeRound, (asked) => shownAnew(asked, asked.params.round))

const planLifeRound = route(contract.planLifeRound, async (asked) => {
  const round = await led(asked, asked.params.round)
  if (isRefusal(round)) return round
  const { version, ...plan } = asked.body
  if (round.groupsDoneOn !== null && plan.form !== round.form)
    return refuse(
      'conflict',
      `已登记各小组在 ${round.groupsDoneOn} 开完，不能改召开形式。确实登错了，请先在「召开会议」撤销登记。`,
      { field: 'form' },
    )
  const wrong = absurdDay(plan.meetOn, round.forYear)
  if (wrong) return wrong
  return (await store.changeRound(asked.tx, round.id, version, plan))
    ? shownAnew(asked, round.id)
    : staleRound()
})

const writeCheck = route(contract.writeCheck, async (asked) => {
  const { tx, today, params, body } = asked
  const round = await led(asked, params.round)
  if (isRefusal(round)) return round
  if (body.final && body.text.trim() === '')
    return refuse('invalid', '支委会对照检查还没有内容，不能定稿。请先写下查摆的问题和原因。', {
      field: 'text',
    })
  const check = { text: body.text, finalOn: body.final ? today.toString() : null, version: body.version }
  return (await store.writeCheck(tx, round, check)) ? shownAnew(asked, round.id) : staleRound()
})

/** In groups the branch has no record of its own: that each group has one is what proves it. */
const finishGroups = route(contract.finishGroups, async (asked) => {
  const { tx, today, params, body } = asked
  const round = await led(asked, params.round)
  if (isRefusal(round)) return round
  if (round.form !== 'groups')
    return refuse('conflict', '这次组织生活会不是分小组召开的，会议记录提交后即计入，不用登记。')
  if (round.groupsDoneOn !== null)
    return refuse('conflict', `各小组已在 ${round.groupsDoneOn} 开完，不用再登记。`)
  const recorded = (await store.sittingsOf(tx, round.path, round.forYear)).filter(
    ({ stage }) => stage === 'recorded' || stage === 'noted',
  )
  const missing = round.groups.filter(({ id }) => !recorded.some(({ unitId }) => unitId === id))
  const last = recorded.at(-1)
  if (missing.length > 0 || !last)
    return refuse(
      'conflict',
      `${missing.map(({ name }) => name).join('、') || '各小组'}还没有提交组织生活会的记录。请小组长提交后再登记。`,
    )
  if (!(await store.changeRound(tx, round.id, body.version, { groupsDoneOn: last.heldOn })))
    return staleRound()
  await recordEvidence(tx, [
    {
      kind: 'life-meeting',
      unitId: round.unitId,
      heldOn: last.heldOn,
      forYear: round.forYear,
      recordedOn: today.toString(),
      sourceKind: 'life-round',
      sourceId: round.id,
      title: `${round.forYear}年度组织生活会（分小组召开）`,
    },
  ])
  return shownAnew(asked, round.id)
})

const unfinishGroups = route(contract.unfinishGroups, async (asked) => {
  const { tx, params, body } = asked
  const round = await led(asked, params.round)
  if (isRefusal(round)) return round
  if (round.groupsDoneOn === null) return refuse('conflict', '还没有登记各小组都已开完，不用撤销。')
  if (!(await store.changeRound(tx, round.id, body.version, { groupsDoneOn: null }))) return staleRound()
  await withdrawEvidence(tx, 'life-round', round.id)
  return shownAnew(asked, round.id)
})

const sendLifeReport = route(contract.sendLifeReport, async (asked) => {
  const { tx, today, params, body } = asked
  const round = await led(asked, params.round)
  if (isRefusal(round)) return round
  if (body.sentOn > today.toString())
    return refuse('invalid', `「报送日期」${body.sentOn} 在今天之后。请在报送后再登记。`, { field: 'sentOn' })
  const change = { reportSentOn: body.sentOn, reportSentTo: body.sentTo }
  return (await store.changeRound(tx, round.id, body.version, change))
    ? shownAnew(asked, round.id)
    : staleRound()
})

export const roundRoutes: readonly Route[] = [
  listLifeRounds,
  openLifeRound,
  readLifeRound,
  planLifeRound,
  writeCheck,
  finishGroups,
  unfinishGroups,
  sendLifeReport,
]
