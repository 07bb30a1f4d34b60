import { Link } from '@tanstack/react-router'
import { type KeyboardEvent, useRef, useState } from 'react'
import { sayDay } from '../ui/days.ts'
import { KeyHint } from '../ui/KeyHint.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import type { Circled, TalkLine } from './contract.ts'
import { cellsOf, type Place, stepped } from './matrix.ts'
import { pairKey } from './needs.ts'
import css from './talks.module.css'

type Props = {
  people: readonly Circled[]
  talks: readonly TalkLine[]
  year: number
  /** Enters a talk of the two; null where the reader may not. */
  onRecord: ((talkerId: string, partnerId: string) => void) | null
}

/** Who talked with whom: people across and down, by strokes. One stop for Tab; arrow keys walk, Enter opens a cell. */
export const TalkMatrix = ({ people, talks, year, onRecord }: Props) => {
  const [place, setPlace] = useState<Place>({ row: 0, column: 1 })
  const table = useRef<HTMLTableElement>(null)
  const cells = cellsOf(talks)

  const walk = (event: KeyboardEvent): void => {
    const next = stepped(place, event.key, people.length)
    if (!next) return
    event.preventDefault()
    setPlace(next)
    table.current?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)?.focus()
  }

  // A grid is a table that arrow keys walk.
  const grid = { role: 'grid', 'aria-label': `${year} 年谁和谁谈过心`, onKeyDown: walk }

  return (
    <section className={css.part} aria-labelledby="talk-matrix">
      <h2 id="talk-matrix">对照表</h2>
      <p className={css.legend}>
        <StateMark state="done" word="已谈" />
        <StateMark state="due" word="已安排" />
        <StateMark state="not-owed" word="今年还没有谈" />
        {onRecord && <KeyHint keys={['←', '↑', '→', '↓']} says="移动，回车登记或打开" />}
      </p>
      <div className={css.scroll}>
        <table ref={table} className={css.matrix} {...grid}>
          <thead>
            <tr>
              <th scope="col" className={css.corner}>
                <span className="unseen">姓名</span>
              </th>
              {people.map(({ id, name }) => (
                <th key={id} scope="col">
                  <span>{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people.map((one, row) => (
              <tr key={one.id}>
                <th scope="row">
                  {one.name}
                  {one.committee && <span className={css.post}>支委</span>}
                </th>
                {people.map((other, column) => (
                  <td key={other.id} data-committee={one.committee || other.committee || undefined}>
                    {row === column ? (
                      <span className={css.self}>
                        <span className="unseen">本人</span>
                      </span>
                    ) : (
                      <Crossing
                        one={one}
                        other={other}
                        talk={cells.get(pairKey(one.id, other.id)) ?? null}
                        at={`${row} ${column}`}
                        stops={row === place.row && column === place.column}
                        onPlace={() => setPlace({ row, column })}
                        onRecord={onRecord}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type CrossingProps = {
  one: Circled
  other: Circled
  talk: TalkLine | null
  at: string
  stops: boolean
  onPlace: () => void
  onRecord: Props['onRecord']
}

const Crossing = ({ one, other, talk, at, stops, onPlace, onRecord }: CrossingProps) => {
  const says = heard(one, other, talk)
  const common = {
    'data-place': at,
    tabIndex: stops ? 0 : -1,
    onFocus: onPlace,
    className: css.cell,
    title: says,
  }
  const mark = (
    <>
      <span className="unseen">{says}</span>
      <span aria-hidden="true">
        <StateMark state={talk === null ? 'not-owed' : talk.stage === 'held' ? 'done' : 'due'} word="" />
      </span>
    </>
  )
  if (talk?.stage === 'held')
    return (
      <Link {...common} to="/talks/$talk" params={{ talk: talk.id }} preload={false}>
        {mark}
      </Link>
    )
  if (!onRecord) return <span {...common}>{mark}</span>
  return (
    <button {...common} type="button" onClick={() => onRecord(one.id, other.id)}>
      {mark}
    </button>
  )
}

const heard = (one: Circled, other: Circled, talk: TalkLine | null): string => {
  const two = `${one.name}与${other.name}`
  if (talk === null) return `${two}，今年还没有谈`
  if (talk.stage === 'held') return `${two}，${sayDay(talk.heldOn ?? '')}谈过`
  return `${two}，已安排，${sayDay(talk.plannedBy ?? '')}前`
}
