import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { Act } from '../ui/Act.tsx'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import type { Field } from './columns.ts'
import css from './Roster.module.css'
import type { RosterPreview } from './roster-contract.ts'
import { type Choices, COLUMN_CHOICES } from './roster-review.ts'

type Props = {
  preview: RosterPreview
  choices: Choices
  onChoose: (change: Partial<Choices>) => void
}

const HOW = { header: '按表头', content: '按内容', chosen: '您选定' } as const

/** How each column was understood; any of them may be said to be something else. Folded where nothing is in doubt. */
export const SheetColumns = ({ preview, choices, onChoose }: Props) => {
  const { columns, obstacle } = preview
  const unsure = columns.filter(({ sure }) => !sure).length
  const [open, setOpen] = useState(unsure > 0 || obstacle !== null)
  return (
    <section className={css.part} aria-labelledby="columns">
      <h2 id="columns">每一列是怎样读的</h2>
      <details open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          {unsure > 0
            ? `有 ${unsure} 列没有把握，请核对；读错的可以改`
            : `${columns.length} 列都读得明白；读错的可以改`}
        </summary>
        <div className={css.fold}>
          <Place preview={preview} onChoose={onChoose} />
          <table className={css.columns}>
            <thead>
              <tr>
                <th scope="col">表头</th>
                <th scope="col">收作</th>
                <th scope="col" className={css.wide}>
                  前几格
                </th>
                <th scope="col">依据</th>
              </tr>
            </thead>
            <tbody>
              {columns.map(({ index, header, field, how, sure, sample }) => (
                <tr key={index} data-unsure={!sure || undefined}>
                  <th scope="row">{header || `第 ${index + 1} 列`}</th>
                  <td>
                    <NativeSelect
                      aria-label={`${header || `第 ${index + 1} 列`}收作`}
                      data={[...COLUMN_CHOICES]}
                      value={field ?? 'ignore'}
                      onChange={({ currentTarget }) =>
                        onChoose({
                          mapping: { ...choices.mapping, [index]: currentTarget.value as Field | 'ignore' },
                        })
                      }
                    />
                  </td>
                  <td className={css.wide}>{sample.join('、') || <span className="aside">空</span>}</td>
                  <td>{sure ? <span className="aside">{HOW[how]}</span> : '请核对'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </section>
  )
}

/** Which sheet of the book, and where its header stands. */
const Place = ({ preview, onChoose }: Omit<Props, 'choices'>) => {
  const { sheet, sheets, headerRow } = preview
  const [typed, setTyped] = useState<string | null>(null)
  const wrong = typed !== null && !/^\d{1,6}$/.test(typed.trim())
  return (
    <form
      className={css.place}
      onSubmit={(event) => {
        event.preventDefault()
        if (typed === null || wrong) return
        onChoose({ headerRow: Number(typed), mapping: {}, decided: {} })
        setTyped(null)
      }}
    >
      {sheets.length > 1 && (
        <ChoiceField
          label="工作表"
          value={sheet}
          onChange={(chosen) => onChoose({ sheet: chosen, mapping: {}, decided: {} })}
          choices={sheets.map((name) => ({ value: name, label: name }))}
        />
      )}
      <TextField
        label="表头在第几行"
        hint="没有表头写 0"
        inputMode="numeric"
        className={css.short}
        value={typed ?? String(headerRow ?? 0)}
        onChange={setTyped}
        error={wrong ? '请写行号，例如 3' : undefined}
      />
      {typed !== null && <Act type="submit">按这一行重读</Act>}
    </form>
  )
}
