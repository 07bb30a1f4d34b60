import { recordEvidence, withdrawEvidence } from '../duties/store.ts'
import { type Route, route } from '../http/serve.ts'
import { day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import type { Period } from '../kernel/period.ts'
import { settledOf } from '../organs/store.ts'
import * as contract from './contract.ts'
import { DEFAULT_OUTLINES } from './outlines.ts'
import * as store from './own-store.ts'
import { asText, forYearOf, nameOf, periodFrom, presentPeriod, proves, rhythmOn } from './periods.ts'
import { placeOfAnalysis, placeOfDraft, revealedOpinions } from './places.ts'
import { outlinesFor } from './store.ts'
import { chosenOf, NOTHING, type Part, partsShown, type Written } from './writing.ts'

type Asks = Pick<
  Parameters<Parameters<typeof route<typeof contract.readOwnAnalysis>>[1]>[0],
  'tx' | 'actor' | 'today' | 'sealed'
>

/** Everything of hers that a page about her analyses stands on. */
export const ownOf = async ({ tx, actor, today, sealed }: Asks) => {
  const member = await store.memberOn(tx, actor.person, today.toString())
  const rhythm = rhythmOn(await settledOf(tx), today)
  const drafts = await store.draftsOf(tx, actor.person)
  const done = await store.doneBy(tx, actor.person)
  const writtenIn = (from: string): Written => {
    const draft = drafts.find((each) => each.from === from)
    return draft
      ? (JSON.parse(sealed.reveal(draft.content, placeOfDraft(actor.person, from))) as Written)
      : NOTHING
  }
  /** Her latest draft of before that day, whatever the rhythm was under which she wrote it. */
  const writtenBefore = (from: string): Written => {
    const former = drafts.find((each) => each.from < from)
    return former ? writtenIn(former.from) : NOTHING
  }
  return { member, rhythm, known: [...drafts, ...done], done, writtenIn, writtenBefore }
}
type Own = Awaited<ReturnType<typeof ownOf>>

/** The page of one period. */
export const ownShown = async (asked: Asks, own: Own, period: Period): Promise<contract.OwnAnalysis> => {
  const { tx, today, sealed } = asked
  const from = period.from.toString()
  const laid = own.member ? await outlinesFor(tx, own.member.unitId, today.toString()) : []
  const items = laid.find(({ kind }) => kind === 'analysis')?.items ?? DEFAULT_OUTLINES.analysis
  const written = own.writtenIn(from)
  const former = own.writtenBefore(from)
  const row = own.done.find((each) => each.from === from)
  const present = asText(presentPeriod(own.rhythm, today))
  const periods = [present, asText(period), ...own.known].sort((one, other) =>
    one.from < other.from ? 1 : -1,
  )
  return {
    ...asText(period),
    name: nameOf(asText(period)),
    periods: [
      ...new Map(periods.map((each) => [each.from, { from: each.from, name: nameOf(each) }])).values(),
    ],
    unitName: own.member?.unitName ?? '',
    parts: partsShown(
      items.map(({ text }) => text),
      written.parts,
      former.parts,
    ),
    version: written.version,
    done: row
      ? {
          id: row.id,
          way: row.way as contract.Way,
          doneOn: row.doneOn,
          headings: handedIn(sealed, row).map(({ heading }) => heading),
          opinions: revealedOpinions(sealed, await store.opinionsOn(tx, row.id)),
        }
      : null,
  }
}

/** The text that was handed in; nothing where it was kept or came on paper. */
export const handedIn = (
  sealed: Asks['sealed'],
  { id, content }: Pick<store.DoneRow, 'id' | 'content'>,
): Part[] => (content ? (JSON.parse(sealed.reveal(content, placeOfAnalysis(id))) as Part[]) : [])

const noMember = (): Refusal =>
  refuse(
    'not-permitted',
    '党性分析由党员写。您今天不在任何支部的名册里；如有出入，请联系所在支部的组织委员。',
  )

const readOwnAnalysis = route(contract.readOwnAnalysis, async (asked) => {
  const own = await ownOf(asked)
  const from = asked.query.from ?? asText(presentPeriod(own.rhythm, asked.today)).from
  const period = periodFrom(from, own.rhythm, own.known, asked.today)
  return isRefusal(period) ? period : ownShown(asked, own, period)
})

const keepAnalysis = route(contract.keepAnalysis, async (asked) => {
  const { tx, actor, today, sealed, params, body } = asked
  const rhythm = rhythmOn(await settledOf(tx), today)
  const held = await store.draftHeld(tx, actor.person, params.from)
  const period = periodFrom(params.from, rhythm, held ? [held] : [], today)
  if (isRefusal(period)) return period
  const place = placeOfDraft(actor.person, params.from)
  const was = held ? (JSON.parse(sealed.reveal(held.content, place)) as Written) : NOTHING
  if (was.version !== body.version)
    return refuse('stale', '这份党性分析刚在另一个页面改过。请刷新后再写；本页写的文字请先复制出来。')
  const named = new Set(body.parts.map(({ heading }) => heading))
  if (named.size < body.parts.length)
    return refuse('invalid', '同一个标题写了两遍。请合并后再保存。', { field: 'parts' })
  const written: Written = { version: was.version + 1, parts: body.parts }
  await store.keepDraft(tx, { ...asText(period), content: sealed.conceal(JSON.stringify(written), place) })
  return { version: written.version }
})

const handInAnalysis = route(contract.handInAnalysis, (asked) =>
  finish(asked, asked.params.from, asked.body.headings),
)

const sayAnalysisKept = route(contract.sayAnalysisKept, (asked) => finish(asked, asked.params.from, null))

/** Done, with the chosen text or with none; what proves it goes along. */
const finish = async (
  asked: Asks,
  from: string,
  headings: readonly string[] | null,
): Promise<contract.OwnAnalysis | Refusal> => {
  const { tx, actor, today, sealed } = asked
  const own = await ownOf(asked)
  if (!own.member) return noMember()
  const period = periodFrom(from, own.rhythm, own.known, today)
  if (isRefusal(period)) return period
  const already = own.done.find((each) => each.from === from)
  if (already) return refuse('conflict', ALREADY[already.way as contract.Way])
  const parts = headings && chosenOf(own.writtenIn(from).parts, headings)
  if (parts && parts.length < (headings?.length ?? 0))
    return refuse('invalid', '选中的标题里有还没写的。请写好再交，或只选写了的标题。', { field: 'headings' })
  const id = crypto.randomUUID()
  const doneOn = today.toString()
  const content = parts && sealed.conceal(JSON.stringify(parts), placeOfAnalysis(id))
  const { unitId } = own.member
  const row = { id, ...asText(period), way: parts ? 'handed-in' : 'kept', doneOn, content }
  await store.insertAnalyses(tx, [{ ...row, personId: actor.person, unitId }])
  await recordEvidence(
    tx,
    evidenceOf([{ id, unitId, personId: actor.person, period, doneOn, recordedOn: doneOn }]),
  )
  return ownShown(asked, { ...own, done: [row, ...own.done] }, period)
}

const ALREADY: Record<contract.Way, string> = {
  'handed-in': '这一周期的党性分析已经交了。要换内容，请先撤回再交。',
  kept: '您已说明这一周期的党性分析写好了。要交内容，请先撤回说明。',
  paper: '支部已登记收到您这一周期的纸质材料。要改为在这里交，请支部先撤销登记。',
}

type Proof = {
  id: string
  unitId: string
  personId: string
  period: Period
  doneOn: string
  recordedOn: string
}

export const evidenceOf = (proofs: readonly Proof[]) =>
  proofs
    .filter(({ period, doneOn }) => proves(period, doneOn))
    .map(({ id, unitId, personId, period, doneOn, recordedOn }) => ({
      kind: 'analysis' as const,
      unitId,
      personId,
      heldOn: doneOn,
      forYear: forYearOf(period, doneOn),
      recordedOn,
      sourceKind: 'analysis',
      sourceId: id,
      title: `${nameOf(asText(period))}党性分析`,
    }))

const withdrawOwnAnalysis = route(contract.withdrawOwnAnalysis, async (asked) => {
  const { tx, params } = asked
  const own = await ownOf(asked)
  const row = own.done.find(({ from }) => from === params.from)
  if (!row) return refuse('not-found', '这一周期还没有交，没有可撤回的。', { field: 'from' })
  if (row.way === 'paper')
    return refuse('not-permitted', '纸质材料由支部登记，也由支部撤销。请联系所在支部的组织委员。')
  if ((await store.opinionsOn(tx, row.id)).length > 0)
    return refuse('conflict', '已经有同志提了意见，不能再撤回。要改的内容可以写在下一周期，或当面说明。')
  await withdrawEvidence(tx, 'analysis', row.id)
  await store.deleteAnalysis(tx, row.id)
  const left = own.done.filter(({ id }) => id !== row.id)
  return ownShown(asked, { ...own, done: left }, { from: day(row.from), to: day(row.to) })
})

export const ownRoutes: readonly Route[] = [
  readOwnAnalysis,
  keepAnalysis,
  handInAnalysis,
  sayAnalysisKept,
  withdrawOwnAnalysis,
]
