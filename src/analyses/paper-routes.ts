import { type AnalysisPaper, analysisDocx, analysisPaperName } from '../documents/analysis-paper.ts'
import { ANALYSIS_TAGS } from '../documents/analysis-tags.ts'
import { filled } from '../documents/template.ts'
import { templateFor } from '../files/store.ts'
import { type Asked, type Route, route } from '../http/serve.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { organName } from '../organs/store.ts'
import { nameOf } from '../people/names-store.ts'
import * as contract from './contract.ts'
import { ownOf, ownShown } from './own-routes.ts'
import { periodFrom } from './periods.ts'
import { opened } from './routes.ts'
import * as store from './store.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** By the template of her unit, else in the built-in form. */
const paperOf = async (
  tx: Asked<typeof contract.openAnalysis>['tx'],
  unitId: string | null,
  data: AnalysisPaper,
) => {
  const own = unitId === null ? null : await templateFor(tx, unitId, 'analysis-template')
  const bytes = await filled(own, ANALYSIS_TAGS, data, analysisDocx)
  return isRefusal(bytes) ? bytes : { name: `${analysisPaperName(data)}.docx`, type: WORD, bytes }
}

/** All that she wrote, handed in or not: for her own printer. */
const downloadOwnAnalysis = route(contract.downloadOwnAnalysis, async (asked) => {
  const { tx, actor, today, params } = asked
  const own = await ownOf(asked)
  const period = periodFrom(params.from, own.rhythm, own.known, today)
  if (isRefusal(period)) return period
  const { name: periodName, parts, done, unitName } = await ownShown(asked, own, period)
  const written = parts.filter(({ asked, text }) => asked || text !== '')
  if (written.every(({ text }) => text.trim() === ''))
    return refuse('conflict', '这一周期还没有写，没有可下载的材料。请先写一些。')
  return paperOf(tx, own.member?.unitId ?? null, {
    organName: await organName(tx),
    unitName,
    name: (await nameOf(tx, actor.person)) ?? '未知',
    periodName,
    doneOn: done?.doneOn ?? null,
    parts: written,
    opinions: done?.opinions ?? [],
  })
})

const downloadAnalysis = route(contract.downloadAnalysis, async (asked) => {
  const { tx } = asked
  const seen = await opened(asked)
  if (isRefusal(seen)) return seen
  if (seen.way === 'paper') return refuse('conflict', '这一份是纸质交来的，这里没有内容可下载。')
  const row = await store.analysisOf(tx, seen.id)
  const { name, periodName, doneOn, parts, opinions } = seen
  return paperOf(tx, row?.unitId ?? null, {
    organName: await organName(tx),
    unitName: row?.unitName ?? '',
    name,
    periodName,
    doneOn,
    parts,
    opinions,
  })
})

export const analysisPaperRoutes: readonly Route[] = [downloadOwnAnalysis, downloadAnalysis]
