/**
 * Which cells of a table of people are kept back so that no small count can be read from it or reckoned out of it. The totals of
 * the columns and the whole are always published; the totals of the rows where they may be, so a list of counts and their
 * sum is a table of one column. Zeros are shown, so whoever reads the table knows that a hidden cell is at least one.
 */
export type Hidden = { cells: boolean[][]; rowTotals: boolean[] }

type Cell = { row: number; column: number }

/**
 * Hides every count from 1 to below `threshold`, and then as few and as small others as it takes until, from all that is
 * published, each hidden count may still be at least two numbers, and each small one may also be `threshold` or more.
 * Null where no choice of cells does that: then the table is not to be published.
 */
export const protectedTable = (counts: readonly (readonly number[])[], threshold: number): Hidden | null => {
  const table = extended(counts)
  const free = hideable(table)
  const hidden = table.map((row) => row.map(() => false))
  for (const { row, column } of free)
    if (valueAt(table, { row, column }) < threshold) hidden[row]![column] = true
  for (;;) {
    const open = free.find((cell) => isHidden(hidden, cell) && !isSafe(table, hidden, cell, threshold))
    if (!open) return told(hidden)
    const next = nextToHide(table, hidden, free, open, threshold)
    if (!next) return null
    hidden[next.row]![next.column] = true
  }
}

/** Between which ends a reader who knows everything published can place a hidden count; `most` is infinite where nothing bounds it. */
export const rangeOf = (
  counts: readonly (readonly number[])[],
  { cells, rowTotals }: Hidden,
  cell: Cell,
): { least: number; most: number } => {
  const table = extended(counts)
  const hidden = [...cells.map((row, at) => [...row, rowTotals[at]!]), table[0]!.map(() => false)]
  return range(table, hidden, cell)
}

/** The table with its totals: a column of row totals, a row of column totals, and the whole in the corner. */
const extended = (counts: readonly (readonly number[])[]): number[][] => {
  const width = counts[0]?.length ?? 0
  const columnTotals = Array.from({ length: width }, (_, column) => sum(counts.map((row) => row[column]!)))
  return [...counts, columnTotals].map((row) => [...row, sum(row)])
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)

const valueAt = (table: readonly number[][], { row, column }: Cell): number => table[row]![column]!
const isHidden = (hidden: readonly boolean[][], { row, column }: Cell): boolean => hidden[row]![column]!

/** The cells that may be hidden: none that is zero, no total of a column. */
const hideable = (table: readonly number[][]): Cell[] =>
  table
    .slice(0, -1)
    .flatMap((counts, row) => counts.flatMap((count, column) => (count > 0 ? [{ row, column }] : [])))

const isSafe = (
  table: readonly number[][],
  hidden: readonly boolean[][],
  cell: Cell,
  threshold: number,
): boolean => {
  const { least, most } = range(table, hidden, cell)
  return least < most && most >= threshold
}

/** The smallest cell that makes the open one safe; else the smallest there is, and the search goes on. */
const nextToHide = (
  table: readonly number[][],
  hidden: boolean[][],
  free: readonly Cell[],
  open: Cell,
  threshold: number,
): Cell | undefined => {
  const shown = free
    .filter((cell) => !isHidden(hidden, cell))
    .sort((one, other) => valueAt(table, one) - valueAt(table, other))
  const mends = shown.find((cell) => {
    const tried = hidden.map((row, at) => (at === cell.row ? row.with(cell.column, true) : row))
    return isSafe(table, tried, open, threshold)
  })
  return mends ?? shown.find((cell) => cell.row === open.row || cell.column === open.column) ?? shown[0]
}

const told = (hidden: readonly boolean[][]): Hidden => ({
  cells: hidden.slice(0, -1).map((row) => row.slice(0, -1)),
  rowTotals: hidden.slice(0, -1).map((row) => row.at(-1)!),
})

/**
 * Rows and columns are places, hidden cells are ways between them. With totals taken as negative, every row and every column
 * sums to zero; so whatever else the table may be differs from what it is by flows that go round, and how far a
 * cell can rise or fall is the greatest flow that returns by the other hidden cells. Exact for whole numbers.
 */
const range = (
  table: readonly number[][],
  hidden: readonly boolean[][],
  cell: Cell,
): { least: number; most: number } => {
  const rows = table.length
  const value = valueAt(table, cell)
  const flows = roomOf(table, hidden, cell)
  const back = greatestFlow(flows, rows + cell.column, cell.row)
  const forth = greatestFlow(flows, cell.row, rows + cell.column)
  const [rise, fall] = isTotal(table, cell) ? [forth, back] : [back, forth]
  return { least: value - Math.min(value - 1, fall), most: value + rise }
}

const isTotal = (table: readonly number[][], { column }: Cell): boolean => column === table[0]!.length - 1

/** How much can flow each way between rows and columns by the hidden cells, the one asked about left out. */
const roomOf = (table: readonly number[][], hidden: readonly boolean[][], left: Cell): number[][] => {
  const rows = table.length
  const places = rows + table[0]!.length
  const room = Array.from({ length: places }, () => new Array<number>(places).fill(0))
  for (const [row, cells] of hidden.entries())
    for (const [column, isHere] of cells.entries()) {
      if (!isHere || (row === left.row && column === left.column)) continue
      const fall = valueAt(table, { row, column }) - 1
      const [out, home] = isTotal(table, { row, column })
        ? [fall, Number.POSITIVE_INFINITY]
        : [Number.POSITIVE_INFINITY, fall]
      room[row]![rows + column] = out
      room[rows + column]![row] = home
    }
  return room
}

const greatestFlow = (given: readonly number[][], from: number, to: number): number => {
  const room = given.map((row) => [...row])
  let flow = 0
  for (;;) {
    const path = pathIn(room, from, to)
    if (!path) return flow
    const width = Math.min(...path.map(([one, other]) => room[one]![other]!))
    if (width === Number.POSITIVE_INFINITY) return width
    for (const [one, other] of path) {
      room[one]![other]! -= width
      room[other]![one]! += width
    }
    flow += width
  }
}

/** The shortest way with room on every part of it. */
const pathIn = (room: readonly number[][], from: number, to: number): [number, number][] | null => {
  const before = new Map<number, number>([[from, from]])
  const queue = [from]
  for (const place of queue) {
    if (place === to) break
    for (const [next, width] of room[place]!.entries())
      if (width > 0 && !before.has(next)) {
        before.set(next, place)
        queue.push(next)
      }
  }
  if (!before.has(to)) return null
  const path: [number, number][] = []
  for (let place = to; place !== from; place = before.get(place)!) path.unshift([before.get(place)!, place])
  return path
}
