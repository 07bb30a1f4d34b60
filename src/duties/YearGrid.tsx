import { Fragment, type KeyboardEvent, useRef, useState } from 'react'
import { StateMark } from '../ui/StateMark.tsx'
import { STATES } from '../ui/state.ts'
import { type Cell, doneOf, type GridGroup, type GridRow, lateWord, type Place, stepped } from './grid.ts'
import css from './YearGrid.module.css'

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1)

type Props = {
  groups: readonly GridGroup[]
  label: string
  /** The month to mark, 1 to 12, where the year shown is the present one. */
  present: number | null
  onOpen: (row: GridRow, cell: Cell) => void
}

/** The year on one page: duties by unit, months across. One stop for Tab; arrow keys walk the cells, Enter opens one. */
export const YearGrid = ({ groups, label, present, onOpen }: Props) => {
  const rows = groups.flatMap((group) => group.rows)
  const [place, setPlace] = useState<Place>({ row: 0, month: present ?? 1 })
  const table = useRef<HTMLTableElement>(null)

  const walk = (event: KeyboardEvent): void => {
    const next = stepped(rows, place, event.key)
    if (!next) return
    event.preventDefault()
    setPlace(next)
    const cells = rows[next.row]?.cells ?? []
    const at = cells.findIndex((cell) => cell.month <= next.month && next.month < cell.month + cell.months)
    table.current?.querySelector<HTMLElement>(`[data-place="${next.row} ${at}"]`)?.focus()
  }

  return (
    <div className={css.scroll}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that arrow keys walk */}
      <table ref={table} className={css.grid} role="grid" aria-label={label} onKeyDown={walk}>
        <thead>
          <tr>
            <th scope="col" className={css.corner}>
              事项
            </th>
            {MONTHS.map((month) => (
              <th key={month} scope="col" data-present={month === present || undefined}>
                {month}月{month === present && <span className="unseen">（本月）</span>}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.unitId}>
            <tr>
              <th scope="rowgroup" colSpan={13} className={css.unit}>
                <span>{group.unitName}</span>
              </th>
            </tr>
            {group.rows.map((row, order) => (
              <Fragment key={row.key}>
                {row.people && !group.rows[order - 1]?.people && <PeopleHead />}
                <Row
                  row={row}
                  at={rows.indexOf(row)}
                  place={place}
                  present={present}
                  onPlace={setPlace}
                  onOpen={onOpen}
                />
              </Fragment>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  )
}

/** Above what is owed one by one: cells count people. */
const PeopleHead = () => (
  <tr>
    <th scope="rowgroup" colSpan={13} className={css.people}>
      <span>按人计（已做人数/应做人数）</span>
    </th>
  </tr>
)

type RowProps = {
  row: GridRow
  at: number
  place: Place
  present: number | null
  onPlace: (place: Place) => void
  onOpen: Props['onOpen']
}

const Row = ({ row, at, place, present, onPlace, onOpen }: RowProps) => (
  <tr>
    <th scope="row" className={css.title}>
      {row.title}
    </th>
    {row.cells.map((cell, order) => {
      const holds = (month: number | null) =>
        month !== null && cell.month <= month && month < cell.month + cell.months
      const common = {
        'data-place': `${at} ${order}`,
        tabIndex: at === place.row && holds(place.month) ? 0 : -1,
        onFocus: () => onPlace({ row: at, month: holds(place.month) ? place.month : cell.month }),
      }
      return (
        <td
          key={cell.month}
          colSpan={cell.months}
          data-present={(cell.months === 1 && holds(present)) || undefined}
        >
          {cell.duties === null ? (
            <span {...common} className={css.none}>
              <span className="unseen">{row.title}，没有事项</span>
            </span>
          ) : (
            <button {...common} type="button" className={css.cell} onClick={() => onOpen(row, cell)}>
              <span className="unseen">{heard(row, cell)}</span>
              <span aria-hidden="true" className={css.mark}>
                <StateMark state={cell.state} shapeOnly={cell.months < 3} word={shortWord(row, cell)} />
                {row.people && <Share cell={cell} />}
              </span>
            </button>
          )}
        </td>
      )
    })}
  </tr>
)

const Share = ({ cell }: { cell: Cell }) => {
  const { done, owed } = doneOf(cell)
  return <span className={css.share}>{`${done}/${owed}`}</span>
}

const heard = (row: GridRow, cell: Cell): string => {
  const { done, owed } = doneOf(cell)
  const said = STATES[cell.state].says
  const period = cell.duties[0]?.period ?? ''
  return row.people
    ? `${row.title}，${period}，应做 ${owed} 人，已做 ${done} 人`
    : `${row.title}，${period}，${said}`
}

const shortWord = (row: GridRow, cell: Cell): string | undefined =>
  cell.state === 'late' && !row.people && cell.duties[0] ? lateWord(cell.duties[0]) : undefined
