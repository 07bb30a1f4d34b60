import { type KeyboardEvent, useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { TextField } from '../ui/Field.tsx'
import { KeyHint } from '../ui/KeyHint.tsx'
import css from './appraisals.module.css'
import { useActing } from './asking.ts'
import type { Appraisal } from './contract.ts'
import { openPermit } from './permit.ts'
import { enterTotals } from './poll-contract.ts'
import { completed, type Deviations, sheetsFault } from './totals.ts'

type Column = keyof Deviations
const COLUMNS: readonly { column: Column; title: string }[] = [
  { column: 'excellent', title: '优秀' },
  { column: 'basicallyQualified', title: '基本合格' },
  { column: 'unqualified', title: '不合格' },
  { column: 'abstained', title: '弃权' },
]

type Typed = Readonly<Record<string, Partial<Record<Column, string>>>>

/** Totals of a poll on paper: all sheets begin as 合格, only what deviates is typed, and the rest is computed beside it. */
export const TotalsGrid = ({
  round,
  polledOn,
  onDone,
}: {
  round: Appraisal
  polledOn: string
  onDone?: () => void
}) => {
  const people = round.seats.filter(({ role }) => role === 'graded')
  const before = round.poll
  const [issued, setIssued] = useState(String(before?.issued ?? round.voters))
  const [returned, setReturned] = useState<string | null>(before ? String(before.returned) : null)
  const [valid, setValid] = useState<string | null>(before ? String(before.valid) : null)
  const [typed, setTyped] = useState<Typed>(() => typedOf(people))
  const sheets = {
    issued: numberIn(issued),
    returned: numberIn(returned ?? issued),
    valid: numberIn(valid ?? returned ?? issued),
  }
  const whole = people.map(({ personId, name }) => {
    const own = deviationsIn(typed[personId])
    return { personId, name, own, ...completed(sheets.valid, own) }
  })
  const over = whole.find(({ qualified }) => qualified < 0)
  const fault =
    sheetsFault(sheets, round.voters)?.message ??
    (over ? `${over.name}的票数加起来比有效票多 ${-over.qualified} 张` : null)
  const saving = useActing(
    () =>
      call(enterTotals, {
        params: { appraisal: round.id },
        body: {
          polledOn,
          ...sheets,
          counts: whole
            .filter(({ own }) => Object.values(own).some((count) => count > 0))
            .map(({ personId, own }) => ({ personId, ...own })),
        },
      }),
    onDone,
  )
  const set = (person: string, column: Column, text: string) =>
    setTyped({ ...typed, [person]: { ...typed[person], [column]: text } })
  return (
    <>
      <div className={css.sheets}>
        <TextField label="发出张数" name="issued" inputMode="numeric" value={issued} onChange={setIssued} />
        <TextField
          label="收回张数"
          name="returned"
          inputMode="numeric"
          value={returned ?? issued}
          onChange={setReturned}
        />
        <TextField
          label="有效张数"
          name="valid"
          inputMode="numeric"
          value={valid ?? returned ?? issued}
          onChange={setValid}
        />
      </div>
      <p className="aside">
        没有填的算 0 票，其余都算合格。
        <KeyHint keys={['Enter', '↓', '↑']} says="同一列上下移动" />
      </p>
      <div className={css.wide}>
        <table className={css.table}>
          <caption className="unseen">每人的测评票数，按姓氏笔画</caption>
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">优秀</th>
              <th scope="col">合格（算出）</th>
              {COLUMNS.slice(1).map(({ column, title }) => (
                <th key={column} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {whole.map(({ personId, name, qualified }) => (
              <tr key={personId}>
                <th scope="row">{name}</th>
                {COLUMNS.map(({ column, title }) => (
                  <Cell
                    key={column}
                    label={`${name}${title}票`}
                    column={column}
                    value={typed[personId]?.[column] ?? ''}
                    onChange={(text) => set(personId, column, text)}
                    after={column === 'excellent' ? qualified : null}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {saving.error && <Failed error={saving.error} />}
      <div className={css.acts}>
        <Act
          primary
          permit={fault ? { may: false, reason: fault } : openPermit(round)}
          loading={saving.isPending}
          onClick={() => saving.mutate(undefined)}
        >
          录入票数
        </Act>
      </div>
    </>
  )
}

type CellProps = {
  label: string
  column: Column
  value: string
  onChange: (text: string) => void
  /** The computed figure that stands to its right. */
  after: number | null
}

const Cell = ({ label, column, value, onChange, after }: CellProps) => (
  <>
    <td>
      <input
        className={css.count}
        aria-label={label}
        data-column={column}
        inputMode="numeric"
        autoComplete="off"
        maxLength={4}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value.replace(/\D/g, ''))}
        onKeyDown={walk}
      />
    </td>
    {after !== null && <td data-fault={after < 0 || undefined}>{after}</td>}
  </>
)

/** Enter and the arrows go up and down one column. */
const walk = (event: KeyboardEvent<HTMLInputElement>): void => {
  const by = { Enter: 1, ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (by === undefined) return
  event.preventDefault()
  const { currentTarget } = event
  const cells = [
    ...(currentTarget
      .closest('table')
      ?.querySelectorAll<HTMLInputElement>(`input[data-column="${currentTarget.dataset.column}"]`) ?? []),
  ]
  const next = cells[cells.indexOf(currentTarget) + by]
  next?.focus()
  next?.select()
}

const numberIn = (text: string | undefined): number => (text && /^\d+$/.test(text.trim()) ? Number(text) : 0)

const deviationsIn = (of: Typed[string] | undefined): Deviations => ({
  excellent: numberIn(of?.excellent),
  basicallyQualified: numberIn(of?.basicallyQualified),
  unqualified: numberIn(of?.unqualified),
  abstained: numberIn(of?.abstained),
})

const typedOf = (people: Appraisal['seats']): Typed =>
  Object.fromEntries(
    people.flatMap(({ personId, counts }) =>
      counts
        ? [
            [
              personId,
              Object.fromEntries(
                COLUMNS.map(({ column }) => [column, counts[column] ? String(counts[column]) : '']),
              ),
            ],
          ]
        : [],
    ),
  )
