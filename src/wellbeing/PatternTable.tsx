import type { ReactNode } from 'react'
import type { Answer } from '../http/endpoint.ts'
import type { readPatterns } from './contract.ts'
import { Scroll } from './Scroll.tsx'
import css from './wellbeing.module.css'
import { cellWords } from './wording.ts'

type Patterns = Answer<typeof readPatterns>
type Table = Patterns['tables'][number]
type Row = NonNullable<Table['rows']>[number]

type Props = {
  table: Table
  spans: Patterns['spans']
  total: number
  /** What can be made of a row. */
  act: (row: Row) => ReactNode
}

/** Needs by one feature and quarter. */
export const PatternTable = ({ table, spans, total, act }: Props) => (
  <section className={css.part} aria-labelledby={`by-${table.feature}`}>
    <h2 id={`by-${table.feature}`}>{table.title}</h2>
    {table.rows === null ? (
      <p className="aside">数太少，怎样隐去都能推算出来，这张表不显示。</p>
    ) : (
      <Scroll label={`${table.title}的表`}>
        <table className={css.table}>
          <thead>
            <tr>
              <th scope="col">{table.title.slice(1)}</th>
              {spans.map(({ label }) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
              <th scope="col">合计</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.entry}>
                <th scope="row">{row.label}</th>
                {spans.map(({ label }, at) => (
                  <td key={label}>{cellWords(row.cells[at] ?? null)}</td>
                ))}
                <td>{cellWords(row.total)}</td>
                <td>{act(row)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">合计</th>
              {spans.map((span) => (
                <td key={span.label}>{span.total}</td>
              ))}
              <td>{total}</td>
              <td />
            </tr>
          </tfoot>
        </table>
      </Scroll>
    )}
  </section>
)
