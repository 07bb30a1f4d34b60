import { RETENTIONS, retentionsOn, SERIES, SERIES_IDS } from '../documents/series.ts'
import { type Route, route } from '../http/serve.ts'
import { type Grants, may } from '../kernel/access.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { settledOf, type UnitRow, unitOf } from '../organs/store.ts'
import { nameOf } from '../people/names-store.ts'
import { book } from '../rules/book.ts'
import { CHAPTER_IDS, CHAPTERS, NOT_KEPT } from './chapters.ts'
import * as contract from './contract.ts'
import { countsOf } from './counts-store.ts'
import type { YearSource } from './reading-jobs.ts'
import * as store from './store.ts'
import type { Workshop } from './workshop-jobs.ts'

/** Books and archives: what they would hold, ordering one, and taking it away while it is kept. */
export const archiveRoutes = (sources: readonly YearSource[], workshop: Workshop): readonly Route[] => [
  route(contract.readArchive, async ({ tx, actor, today, params, query }) => {
    const unit = keptUnit(await unitOf(tx, params.unit), actor.grants)
    if (isRefusal(unit)) return unit
    const year = query.year ?? today.year
    const units = await store.bookUnits(tx, unit.path, year)
    const on = `${year}-12-31` < today.toString() ? `${year}-12-31` : today.toString()
    const own = units.flatMap((each) => each.units)
    const counts = new Map((await countsOf(tx, own, year, on)).map(({ id, records }) => [id, records]))
    const shut = new Set(
      sources.flatMap(({ asks }) =>
        asks && !may(actor.grants, asks.permission, unit.path) ? asks.chapters : [],
      ),
    )
    const retentions = retentionsOn(book.parameters, await settledOf(tx), today.toString())
    return {
      year,
      unitName: unit.name,
      books: units.map(({ name }) => name),
      whyNot: whyNot(unit, units, year, today.year),
      chapters: CHAPTER_IDS.map((id) => ({
        id,
        title: CHAPTERS[id],
        records: shut.has(id) ? null : (counts.get(id) ?? ALWAYS[id] ?? 0),
      })),
      notKept: [...NOT_KEPT],
      retentions: SERIES_IDS.map((series) => ({
        series,
        title: SERIES[series].title,
        retention: RETENTIONS[retentions[series]].title,
      })),
    }
  }),

  route(contract.listArchiveJobs, async ({ tx, actor, params }) => {
    const unit = keptUnit(await unitOf(tx, params.unit), actor.grants)
    if (isRefusal(unit)) return unit
    return { jobs: (await store.jobsOf(tx, unit.id)).map((row) => shown(row, workshop)) }
  }),

  route(contract.makeArchive, async ({ tx, actor, today, now, params, body }) => {
    const unit = keptUnit(await unitOf(tx, params.unit), actor.grants)
    if (isRefusal(unit)) return unit
    const units = await store.bookUnits(tx, unit.path, body.year)
    const not = whyNot(unit, units, body.year, today.year)
    if (not) return refuse('conflict', not, { field: 'year' })
    if ((await store.jobsOf(tx, unit.id)).some(({ stage }) => stage === 'making'))
      return refuse('conflict', `「${unit.name}」正在生成另一份。请等它完成，再生成这一份。`)
    const madeByName = (await nameOf(tx, actor.person)) ?? ''
    const job = {
      ...{ unitId: unit.id, kind: body.kind, forYear: body.year, madeByName },
      madeBy: actor.person,
      madeAt: now.toString(),
    }
    const id = await store.insertJob(tx, job)
    const { organ, person, grants } = actor
    const as = { organ, person, operation: contract.makeArchive.summary, may: grants }
    const { kind, year } = body
    workshop.order(id, as, {
      ...{ kind, year, grants, path: unit.path, unitName: unit.name },
      today: today.toString(),
    })
    return { id }
  }),

  route(contract.downloadArchive, async ({ tx, actor, params }) => {
    const job = await store.jobOf(tx, params.job)
    if (!job) return refuse('not-found', '没有这份文件，或不归您的职务取用。请从「手册与归档」里选择。')
    if (job.stage !== 'made' || job.fileName === null)
      return refuse('conflict', `这份文件现在不能下载：${REASONS[job.stage]}`)
    const unit = await unitOf(tx, job.unitId)
    const shut = sources.some(({ asks }) => asks && !may(actor.grants, asks.permission, unit?.path ?? ''))
    if (shut && job.madeBy !== actor.person)
      return refuse(
        'not-permitted',
        `这份文件由${job.madeByName}生成，有的章节您的职务不能看。请自己生成一份，这些章节会写明不在其中。`,
      )
    await store.insertDownload(tx, { id: job.id, unitId: job.unitId, fileName: job.fileName })
    return { name: job.fileName, type: typeOf(job.fileName), bytes: await store.bytesOf(tx, job.id) }
  }),
]

/** What is told of a unit in any case, whether or not anything was recorded. */
const ALWAYS: Readonly<Record<string, number>> = { overview: 1, calendar: 1 }

const MOST_UNITS = 60

const whyNot = (
  unit: UnitRow,
  units: readonly store.BookUnit[],
  year: number,
  thisYear: number,
): string | null => {
  if (unit.kind === 'group') return '党小组没有单独的工作手册，它的记录编在所在支部的手册里。请选择支部。'
  if (year > thisYear) return `${year} 年还没有到，没有可以编入的记录。`
  if (units.length === 0) return `「${unit.name}」在 ${year} 年还没有成立或已经撤销，没有可以编入的记录。`
  return units.length > MOST_UNITS
    ? `下面有 ${units.length} 个组织，一次最多 ${MOST_UNITS} 个。请选择下一级，分几次生成。`
    : null
}

const REASONS: Readonly<Record<store.JobRow['stage'], string>> = {
  making: '还在生成，请稍候。',
  made: '',
  failed: '没有生成成功，请再生成一次。',
  interrupted: '生成时系统停止过，请再生成一次。',
  removed: '只保留一天，已经清除。请再生成一次，记录没有变的话内容相同。',
}

const typeOf = (name: string): string =>
  name.endsWith('.docx')
    ? 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    : 'application/zip'

const shown = (row: store.JobRow, workshop: Workshop): contract.Job => {
  const { id, kind, forYear, stage, fileName, size, fault, madeByName, madeAt } = row
  const progress = stage === 'making' ? workshop.progressOf(id) : undefined
  return {
    ...{ id, kind, stage, fileName, size, fault, madeByName },
    year: forYear,
    step: progress?.step ?? null,
    steps: progress?.steps ?? null,
    doing: progress?.doing ?? null,
    madeAt: madeAt.toISOString(),
    // By the day that is taken for today, as all times on pages; what goes is gone by the clock of the database.
    expiresAt: stage === 'made' ? new Date(madeAt.getTime() + 86_400_000).toISOString() : null,
  }
}

const keptUnit = (unit: UnitRow | undefined, grants: Grants): UnitRow | Refusal => {
  if (!unit)
    return refuse('not-found', '没有这个组织，或不属于本机关。请从组织架构中选择。', { field: 'unit' })
  if (may(grants, 'archive.take', unit.path)) return unit
  return refuse(
    'not-permitted',
    `您的职务不能导出「${unit.name}」的手册和归档。请由该组织的书记、副书记、组织委员或纪检委员办理。`,
  )
}
