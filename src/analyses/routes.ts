import { recordOpenings } from '../audit/openings-store.ts'
import { recordEvidence, withdrawEvidence } from '../duties/store.ts'
import { type Asked, type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { type Day, day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { settledOf, unitOf } from '../organs/store.ts'
import { nameOf } from '../people/names-store.ts'
import * as contract from './contract.ts'
import { evidenceOf, handedIn, ownRoutes } from './own-routes.ts'
import { deleteAnalysis, insertAnalyses, opinionsOn } from './own-store.ts'
import { asText, periodFrom, nameOf as periodName, presentPeriod, rhythmOn } from './periods.ts'
import { placeOfOpinion, revealedOpinions } from './places.ts'
import { PURPOSE_WORDS } from './purposes.ts'
import * as store from './store.ts'

const noUnit = (): Refusal =>
  refuse('not-found', '没有这个组织，或不属于本机关。请从组织架构中选择。', { field: 'unit' })
const notYours = (unit: string): Refusal =>
  refuse('not-permitted', `您的职务不能看「${unit}」的党性分析。能看的是该组织的支委会成员和党小组长。`)
const noAnalysis = (): Refusal =>
  refuse('not-found', '没有这份党性分析，或本人已撤回，或您的职务不能查看。请从名单中重新选择。')

const listAnalyses = route(contract.listAnalyses, async ({ tx, actor, today, params, query }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'analysis.see', unit.path)) return notYours(unit.name)
  const rhythm = rhythmOn(await settledOf(tx), today)
  const known = await store.periodsWithin(tx, unit.path)
  const present = asText(presentPeriod(rhythm, today))
  const period = periodFrom(query.from ?? present.from, rhythm, known, today)
  if (isRefusal(period)) return period
  const shown = asText(period)
  const periods = [present, shown, ...known].sort((one, other) => (one.from < other.from ? 1 : -1))
  return {
    ...shown,
    name: periodName(shown),
    periods: [
      ...new Map(periods.map((each) => [each.from, { from: each.from, name: periodName(each) }])).values(),
    ],
    people: (await store.linesOf(tx, unit.path, shown.from, earlier(shown.to, today))).map((line) => ({
      ...line,
      way: line.way as contract.Way | null,
    })),
  }
})

const earlier = (to: string, today: Day): string => (to < today.toString() ? to : today.toString())

type Opens = Pick<Asked<typeof contract.openAnalysis>, 'tx' | 'actor' | 'sealed' | 'params' | 'body'>

/** What was handed in, with what was answered; written down as an opening unless it is her own. */
export const opened = async ({
  tx,
  actor,
  sealed,
  params,
  body,
}: Opens): Promise<contract.HandedIn | Refusal> => {
  const row = await store.analysisOf(tx, params.analysis)
  if (!row || !may(actor.grants, 'analysis.see', row.path)) return noAnalysis()
  if (row.way === 'kept') return refuse('conflict', '本人说明已写好并自己留存，没有交来的内容。')
  const units = await store.answeringUnits(tx, row.path)
  const opinions = await opinionsOn(tx, row.id)
  const own = row.personId === actor.person
  if (!own)
    await recordOpenings(tx, [
      {
        aboutId: row.personId,
        recordKind: 'analysis',
        recordId: row.id,
        purpose: PURPOSE_WORDS[body.purpose],
      },
    ])
  return {
    id: row.id,
    personId: row.personId,
    name: row.name ?? '其他组织的人',
    periodName: periodName(row),
    way: row.way as contract.Way,
    doneOn: row.doneOn,
    parts: handedIn(sealed, row),
    opinions: revealedOpinions(sealed, opinions),
    answers: own
      ? []
      : units
          .filter(({ path }) => may(actor.grants, 'analysis.see', path))
          .map(({ id, name }) => ({ unitId: id, unitName: name })),
  }
}

const openAnalysis = route(contract.openAnalysis, opened)

const answerAnalysis = route(contract.answerAnalysis, async ({ tx, actor, today, sealed, params, body }) => {
  const row = await store.analysisOf(tx, params.analysis)
  if (!row || !may(actor.grants, 'analysis.see', row.path)) return noAnalysis()
  if (row.way === 'kept')
    return refuse('conflict', '本人说明已写好并自己留存，没有交来的内容，不能提意见。请当面谈。')
  if (row.personId === actor.person)
    return refuse('not-permitted', '自己的党性分析由其他同志提意见。请由支部或党小组的其他同志办理。')
  const unit = (await store.answeringUnits(tx, row.path)).find(({ id }) => id === params.unit)
  if (!unit) return refuse('invalid', '意见由本人所在的党小组或党支部提。请从页面上选择。', { field: 'unit' })
  if (!may(actor.grants, 'analysis.see', unit.path)) return notYours(unit.name)
  const known = await store.opinionOf(tx, row.id, unit.id)
  if ((known?.version ?? null) !== body.version)
    return refuse('stale', '这条意见刚有人写过或改过。请重新打开后再写。')
  const id = known?.id ?? crypto.randomUUID()
  const byName = (await nameOf(tx, actor.person)) ?? '未知'
  const given = {
    id,
    byName,
    givenOn: today.toString(),
    content: sealed.conceal(body.text, placeOfOpinion(id)),
  }
  if (known) {
    if (!(await store.changeOpinion(tx, { ...given, by: actor.person }, known.version)))
      return refuse('stale', '这条意见刚有人改过。请重新打开后再写。')
  } else {
    await store.insertOpinion(tx, { ...given, analysisId: row.id, personId: row.personId, unitId: unit.id })
  }
  return {
    id,
    unitId: unit.id,
    unitName: unit.name,
    text: body.text,
    byName,
    givenOn: given.givenOn,
    version: (known?.version ?? 0) + 1,
  }
})

const enterPapers = route(contract.enterPapers, async ({ tx, actor, today, params, body }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'analysis.see', unit.path)) return notYours(unit.name)
  if (body.doneOn > today.toString())
    return refuse('invalid', `${body.doneOn} 在今天之后。请填收到材料的日期。`, { field: 'doneOn' })
  const rhythm = rhythmOn(await settledOf(tx), today)
  const period = periodFrom(body.from, rhythm, await store.periodsWithin(tx, unit.path), today)
  if (isRefusal(period)) return period
  if (day(body.doneOn).until(period.from).sign > 0)
    return refuse('invalid', `${body.doneOn} 早于${periodName(asText(period))}。请核对日期或周期。`, {
      field: 'doneOn',
    })
  const { from, to } = asText(period)
  const lines = await store.linesOf(tx, unit.path, from, earlier(to, today))
  const chosen = [...new Set(body.personIds)]
  const strange = chosen.find((id) => !lines.some(({ personId }) => personId === id))
  if (strange)
    return refuse('not-found', `所选的人里有不在「${unit.name}」名单里的。请重新选择。`, {
      field: 'personIds',
    })
  const theirs = lines.filter(({ personId }) => chosen.includes(personId))
  const already = theirs.find(({ way }) => way !== null)
  if (already)
    return refuse('conflict', `${already.name}这一周期已经完成，不必再登记。请去掉后再试。`, {
      field: 'personIds',
    })
  const rows = theirs.map((line) => ({
    id: crypto.randomUUID(),
    personId: line.personId,
    unitId: line.groupId ?? line.unitId,
    from,
    to,
    way: 'paper',
    doneOn: body.doneOn,
    content: null,
  }))
  await insertAnalyses(tx, rows)
  await recordEvidence(tx, evidenceOf(rows.map((row) => ({ ...row, period, recordedOn: today.toString() }))))
  return { entered: rows.length }
})

const undoPaper = route(contract.undoPaper, async ({ tx, actor, params }) => {
  const row = await store.analysisOf(tx, params.analysis)
  if (!row || !may(actor.grants, 'analysis.see', row.path)) return noAnalysis()
  if (row.way !== 'paper') return refuse('not-permitted', '这一份由本人交来或说明，只有本人能撤回。')
  if ((await opinionsOn(tx, row.id)).length > 0) return refuse('conflict', '已经写了意见，不能撤销登记。')
  await withdrawEvidence(tx, 'analysis', row.id)
  await deleteAnalysis(tx, row.id)
  return { id: row.id }
})

export const analysisRoutes: readonly Route[] = [
  ...ownRoutes,
  listAnalyses,
  openAnalysis,
  answerAnalysis,
  enterPapers,
  undoPaper,
]
