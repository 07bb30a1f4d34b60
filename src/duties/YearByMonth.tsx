import { StateMark } from '../ui/StateMark.tsx'
import { type Cell, doneOf, type GridGroup, type GridRow, lateWord } from './grid.ts'
import css from './YearByMonth.module.css'

type Props = {
  groups: readonly GridGroup[]
  present: number | null
  onOpen: (row: GridRow, cell: Cell) => void
}

type Line = { unitName: string; row: GridRow; cell: Cell }

/** The year on a phone: a list by month, each duty under the month in which its period ends, the present month opened. */
export const YearByMonth = ({ groups, present, onOpen }: Props) => {
  const months = Map.groupBy(linesOf(groups), ({ cell }) => cell.month + cell.months - 1)
  return (
    <div className={css.months}>
      {[...months]
        .sort(([one], [other]) => one - other)
        .map(([month, lines]) => (
          <details key={month} open={month === (present ?? 12)} className={css.month}>
            <summary>
              {month}月{month === present && '（本月）'}
              <span className={`aside ${css.tally}`}>{tally(lines)}</span>
            </summary>
            <ul>
              {lines.map(({ unitName, row, cell }) => (
                <li key={`${row.key} ${cell.month}`}>
                  <button type="button" onClick={() => onOpen(row, cell)}>
                    <span>
                      {row.title}
                      <span className="aside">
                        {unitName} · {row.people ? sharesOf(cell) : (cell.duties[0]?.period ?? '')}
                      </span>
                    </span>
                    <StateMark state={cell.state} word={wordOf(row, cell)} />
                  </button>
                </li>
              ))}
            </ul>
          </details>
        ))}
    </div>
  )
}

const linesOf = (groups: readonly GridGroup[]): Line[] =>
  groups.flatMap(({ unitName, rows }) =>
    rows.flatMap((row) =>
      row.cells.flatMap((cell) =>
        cell.duties === null || cell.state === 'not-owed' ? [] : [{ unitName, row, cell }],
      ),
    ),
  )

const tally = (lines: readonly Line[]): string => {
  const open = lines.filter(({ cell }) => cell.state === 'due' || cell.state === 'missed').length
  return open > 0 ? `${lines.length} 项，${open} 项未完成` : `${lines.length} 项`
}

const sharesOf = (cell: Cell): string => {
  const { done, owed } = doneOf(cell)
  return `${owed} 人，已做 ${done} 人`
}

const wordOf = (row: GridRow, cell: Cell): string | undefined =>
  cell.state === 'late' && !row.people && cell.duties[0] ? lateWord(cell.duties[0]) : undefined
