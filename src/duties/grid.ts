import type { Duty, DutyRule, State, YearRow } from './contract.ts'

/** A stretch of months of the year, 1 to 12, and the duties that stand in it: one, or one for each person. */
export type Cell = { month: number; months: number; duties: readonly Duty[]; state: State }

/** A line of the year page. */
export type GridRow = {
  key: string
  rule: string
  title: string
  /** Duties of single people, folded into one line. */
  people: boolean
  unitId: string
  /** From January to December without a gap; null where nothing is owed. */
  cells: readonly (Cell | { month: number; months: number; duties: null })[]
}

export type GridGroup = { unitId: string; unitName: string; rows: GridRow[] }

/** The rows of the year as a grid: by unit, what people owe folded by rule. */
export const gridOf = (rows: readonly YearRow[], rules: readonly DutyRule[], year: number): GridGroup[] => {
  const titles = new Map(rules.map(({ rule, title }) => [rule, title]))
  const groups = Map.groupBy(rows, ({ unitId }) => unitId)
  return [...groups.values()].map((own) => ({
    unitId: own[0]!.unitId,
    unitName: own[0]!.unitName,
    rows: [
      ...Map.groupBy(own, ({ rule, personId }) => `${rule}${personId === null ? '' : ' people'}`),
    ].flatMap(([key, same]) => {
      const { rule, unitId, personId } = same[0]!
      const cells = cellsOf(
        same.flatMap(({ duties }) => duties),
        year,
      )
      return lanesOf(cells).map((lane, at) => ({
        key: `${unitId} ${key} ${at}`,
        rule,
        title: titles.get(rule) ?? rule,
        people: personId !== null,
        unitId,
        cells: gapless(lane),
      }))
    }),
  }))
}

const cellsOf = (duties: readonly Duty[], year: number): Cell[] =>
  [
    ...Map.groupBy(duties, ({ from, to, personId }) =>
      personId === null ? `${from} ${to}` : span(from, to, year),
    ),
  ]
    .map(([, same]) => {
      const { from, to } = same[0]!
      const month = monthIn(year, from)
      return { month, months: monthIn(year, to) - month + 1, duties: same, state: stateOf(same) }
    })
    .sort((one, other) => one.month - other.month || one.months - other.months)

// People's single windows (a year after admission, say) lie anywhere; those over the same months are one cell.
const span = (from: string, to: string, year: number): string => `${monthIn(year, from)} ${monthIn(year, to)}`

const monthIn = (year: number, iso: string): number => {
  const given = Number(iso.slice(0, 4))
  return given < year ? 1 : given > year ? 12 : Number(iso.slice(5, 7))
}

/** What a folded cell shows: the least done of its people, except that what is not owed does not count. */
const stateOf = (duties: readonly Duty[]): State => {
  const states = new Set(duties.map(({ state }) => state))
  const order: State[] = ['missed', 'due', 'not-yet', 'excused', 'late', 'done', 'not-owed']
  return order.find((state) => states.has(state)) ?? 'not-owed'
}

/** Cells that would lie upon one another go to lines of their own. */
const lanesOf = (cells: readonly Cell[]): Cell[][] => {
  const lanes: Cell[][] = []
  for (const cell of cells) {
    const free = lanes.find((lane) => {
      const last = lane.at(-1)
      return last === undefined || last.month + last.months <= cell.month
    })
    if (free) free.push(cell)
    else lanes.push([cell])
  }
  return lanes
}

const gapless = (lane: readonly Cell[]): GridRow['cells'] => {
  const cells: GridRow['cells'][number][] = []
  let next = 1
  for (const cell of lane) {
    if (cell.month > next) cells.push({ month: next, months: cell.month - next, duties: null })
    cells.push(cell)
    next = cell.month + cell.months
  }
  if (next <= 12) cells.push({ month: next, months: 13 - next, duties: null })
  return cells
}

/** 迟办 where it was done after its time, 补记 where it was only written down late. */
export const lateWord = ({ evidence, to }: Duty): '迟办' | '补记' =>
  evidence.some(({ heldOn }) => heldOn > to) ? '迟办' : '补记'

/** The month to mark in the year shown; none in other years. */
export const presentIn = (year: number, on: string): number | null =>
  Number(on.slice(0, 4)) === year ? Number(on.slice(5, 7)) : null

/** How many of a folded cell's people have done it, of how many who owe it. */
export const doneOf = ({ duties }: Cell): { done: number; owed: number } => ({
  done: duties.filter(({ state }) => state === 'done' || state === 'late').length,
  owed: duties.filter(({ state }) => state !== 'not-owed').length,
})

export type Place = { row: number; month: number }

/** Where an arrow key leads from a place among rows of cells; the same place at the edges. `month` is the column aimed at. */
export const stepped = (
  rows: readonly Pick<GridRow, 'cells'>[],
  { row, month }: Place,
  key: string,
): Place | null => {
  const cells = rows[row]?.cells ?? []
  const at = cells.findIndex((cell) => cell.month <= month && month < cell.month + cell.months)
  const cell = cells[at]
  if (!cell) return null
  const steps = new Map<string, Place>([
    ['ArrowRight', { row, month: cells[at + 1]?.month ?? month }],
    ['ArrowLeft', { row, month: cells[at - 1]?.month ?? cell.month }],
    ['ArrowDown', { row: Math.min(row + 1, rows.length - 1), month }],
    ['ArrowUp', { row: Math.max(row - 1, 0), month }],
    ['Home', { row, month: 1 }],
    ['End', { row, month: 12 }],
    ['PageDown', { row: rows.length - 1, month }],
    ['PageUp', { row: 0, month }],
  ])
  return steps.get(key) ?? null
}
