import { CATEGORY_NAMES, CHANNEL_NAMES, OUTCOME_NAMES } from '../needs/contract.ts'
import { protectedTable } from './suppression.ts'

export const FEATURES = ['category', 'area', 'channel', 'outcome'] as const
export type Feature = (typeof FEATURES)[number]

export const FEATURE_NAMES: Readonly<Record<Feature, string>> = {
  category: '类别',
  area: '所在地',
  channel: '来源',
  outcome: '季度末的结果',
}

/** So many needs of a finished quarter have this feature. `sealed`: those of which nothing but the number may be told. */
export type Counted = { feature: Feature | 'month' | 'sealed'; entry: string; quarter: number; count: number }

/** A count that is told, or null where it is kept back. */
export type Cell = number | null

export type Row = { entry: string; label: string; cells: Cell[]; total: Cell }

export type Table = {
  feature: Feature
  title: string
  /** Null where no choice of cells keeps the table safe. */
  rows: Row[] | null
}

export type Patterns = {
  /** The quarters side by side; those with few needs stand together with the next. */
  spans: { label: string; total: number }[]
  total: Cell
  tables: Table[]
  months: { month: number; count: Cell }[]
  /** The sensitive ones, counted apart. */
  sealed: { quarters: { quarter: number; count: Cell }[]; total: Cell }
}

/** What may be told of a year's counts up to its last finished quarter: no small count, and none that can be reckoned out. */
export const patternsOf = (counts: readonly Counted[], quarters: number, threshold: number): Patterns => {
  const spans = spansOf(totalsOf(counts, quarters), threshold)
  const total = sum(spans.map((span) => span.total))
  return {
    spans: spans.map(({ from, to, total: count }) => ({ label: spanLabel(from, to), total: count })),
    total: spans.length === 0 ? null : total,
    tables:
      spans.length === 0 || total === 0
        ? []
        : FEATURES.map((feature) => tableOf(feature, counts, spans, threshold)),
    months: spans.flatMap((span) => monthsOf(counts, span, threshold)),
    sealed: sealedOf(counts, quarters, threshold),
  }
}

type Span = { from: number; to: number; total: number }

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

/** How many came in each quarter; every need has a channel. */
const totalsOf = (counts: readonly Counted[], quarters: number): number[] =>
  Array.from({ length: quarters }, (_, at) =>
    sum(
      counts
        .filter(({ feature, quarter }) => feature === 'channel' && quarter === at + 1)
        .map(({ count }) => count),
    ),
  )

/** Quarters put together until each span has none or enough; none at all where the year has too few. */
const spansOf = (totals: readonly number[], threshold: number): Span[] => {
  const spans: Span[] = []
  let open: Span | null = null
  for (const [at, count] of totals.entries()) {
    const span: Span = { from: open?.from ?? at + 1, to: at + 1, total: (open?.total ?? 0) + count }
    open = span.total > 0 && span.total < threshold ? span : null
    if (!open) spans.push(span)
  }
  if (!open) return spans
  // Too few at the end go with those before them, past quarters in which nothing came.
  const filled = spans.findLastIndex(({ total }) => total > 0)
  if (filled === -1) return []
  const last = spans[filled]!
  return [...spans.slice(0, filled), { from: last.from, to: open.to, total: last.total + open.total }]
}

const NUMERALS = ['一', '二', '三', '四']

const spanLabel = (from: number, to: number): string =>
  from === to ? `${NUMERALS[from - 1]}季度` : `${NUMERALS[from - 1]}至${NUMERALS[to - 1]}季度`

/** Places with few needs stand together under this name: a place's name alone can say too much. */
const ELSEWHERE = '其他地方或未填'

const NAMES: Readonly<Record<Feature, Readonly<Record<string, string>>>> = {
  category: CATEGORY_NAMES,
  area: {},
  channel: CHANNEL_NAMES,
  outcome: { ...OUTCOME_NAMES, open: '办理中' },
}

const tableOf = (
  feature: Feature,
  counts: readonly Counted[],
  spans: readonly Span[],
  threshold: number,
): Table => {
  const own = counts.filter((each) => each.feature === feature)
  const entries = entriesOf(feature, own, threshold)
  const table = entries.map(({ of }) =>
    spans.map(({ from, to }) =>
      sum(
        own
          .filter(({ entry, quarter }) => of.includes(entry) && quarter >= from && quarter <= to)
          .map(({ count }) => count),
      ),
    ),
  )
  const hidden = protectedTable(table, threshold)
  return {
    feature,
    title: `按${FEATURE_NAMES[feature]}`,
    rows:
      hidden &&
      entries.map(({ entry, label }, row) => ({
        entry,
        label,
        cells: table[row]!.map((count, at) => (hidden.cells[row]![at] ? null : count)),
        total: hidden.rowTotals[row] ? null : sum(table[row]!),
      })),
  }
}

type Entry = { entry: string; label: string; of: readonly string[] }

const entriesOf = (feature: Feature, own: readonly Counted[], threshold: number): Entry[] => {
  const present = new Set(own.map(({ entry }) => entry))
  if (feature !== 'area')
    return Object.entries(NAMES[feature])
      .filter(([entry]) => present.has(entry))
      .map(([entry, label]) => ({ entry, label, of: [entry] }))
  const many = (entry: string): boolean =>
    entry !== '' && sum(own.filter((each) => each.entry === entry).map(({ count }) => count)) >= threshold
  const named = [...present].filter(many).sort((one, other) => one.localeCompare(other, 'zh'))
  const rest = [...present].filter((entry) => !many(entry))
  return [
    ...named.map((entry) => ({ entry, label: entry, of: [entry] })),
    ...(rest.length === 0 ? [] : [{ entry: 'elsewhere', label: ELSEWHERE, of: rest }]),
  ]
}

const monthsOf = (counts: readonly Counted[], { from, to }: Span, threshold: number) => {
  const months = Array.from({ length: (to - from + 1) * 3 }, (_, at) => (from - 1) * 3 + 1 + at)
  const own = counts.filter(({ feature }) => feature === 'month')
  return listed(
    months.map((month) => sum(own.filter(({ entry }) => Number(entry) === month).map(({ count }) => count))),
    threshold,
  ).map((count, at) => ({ month: months[at]!, count }))
}

/** A list whose sum is told. */
const listed = (counts: readonly number[], threshold: number): Cell[] => {
  const hidden = protectedTable(
    counts.map((count) => [count]),
    threshold,
  )
  return counts.map((count, at) => (hidden && !hidden.cells[at]![0] ? count : null))
}

const sealedOf = (counts: readonly Counted[], quarters: number, threshold: number): Patterns['sealed'] => {
  const own = Array.from({ length: quarters }, (_, at) =>
    sum(
      counts
        .filter(({ feature, quarter }) => feature === 'sealed' && quarter === at + 1)
        .map(({ count }) => count),
    ),
  )
  const total = sum(own)
  const isTold = total === 0 || total >= threshold
  const cells = isTold ? listed(own, threshold) : own.map(() => null)
  return {
    quarters: cells.map((count, at) => ({ quarter: at + 1, count })),
    total: isTold ? total : null,
  }
}
