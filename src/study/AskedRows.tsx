import type { Body } from '../http/endpoint.ts'
import { Act } from '../ui/Act.tsx'
import type { PersonChoice } from '../ui/choosing.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { AreaField, TextField, TickField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import type { addQuestion } from './contract.ts'
import { LABELS } from './labels.ts'
import css from './study.module.css'

export type Asked = Body<typeof addQuestion>

export const NOT_ASKED: Asked = {
  text: '',
  askerName: null,
  contact: null,
  consents: false,
  ownerId: null,
  dueOn: null,
}

type Row = {
  row: Asked
  /** In front of the field's name: `questions.0.`, or nothing. */
  at: string
  people: readonly PersonChoice[]
  errors: Readonly<Record<string, string>>
  onChange: (row: Asked) => void
}

/** A question taken home. How the asker is called and reached is kept encrypted, the second only where she agreed. */
export const AskedFields = ({ row, at, people, errors, onChange }: Row) => {
  const field = (name: keyof Asked & keyof typeof LABELS) => ({
    name: `${at}${name}`,
    label: LABELS[name],
    error: errors[`${at}${name}`],
  })
  return (
    <>
      <AreaField
        {...field('text')}
        hint="只写问题本身，不写姓名、住址和家里的情况"
        rows={2}
        most={1000}
        value={row.text}
        onChange={(text) => onChange({ ...row, text })}
      />
      <div className={css.row}>
        <PersonPicker
          {...field('ownerId')}
          optional
          people={people}
          most={1}
          value={row.ownerId ? [row.ownerId] : []}
          onChange={([ownerId]) => onChange({ ...row, ownerId: ownerId ?? null })}
        />
        <DayField
          {...field('dueOn')}
          optional
          today={today()}
          value={row.dueOn ?? ''}
          onChange={(dueOn) => onChange({ ...row, dueOn: dueOn || null })}
        />
      </div>
      <TextField
        {...field('askerName')}
        optional
        hint="加密保存，不进登记表"
        value={row.askerName ?? ''}
        onChange={(askerName) => onChange({ ...row, askerName: askerName || null })}
      />
      <TickField
        label="本人同意留下联系方式，以便告知结果"
        name={`${at}consents`}
        value={row.consents}
        onChange={(consents) => onChange({ ...row, consents, contact: consents ? row.contact : null })}
      />
      {row.consents && (
        <TextField
          {...field('contact')}
          hint="加密保存，查看时留痕"
          value={row.contact ?? ''}
          onChange={(contact) => onChange({ ...row, contact: contact || null })}
        />
      )}
    </>
  )
}

type Props = {
  rows: readonly Asked[]
  people: readonly PersonChoice[]
  errors: Readonly<Record<string, string>>
  onChange: (rows: Asked[]) => void
}

export const AskedRows = ({ rows, people, errors, onChange }: Props) => (
  <fieldset className={css.group}>
    <legend>带回的问题</legend>
    {rows.map((row, at) => (
      <fieldset
        // biome-ignore lint/suspicious/noArrayIndexKey: a question is its place
        key={at}
        className={css.item}
      >
        <legend>问题 {at + 1}</legend>
        <AskedFields
          row={row}
          at={`questions.${at}.`}
          people={people}
          errors={errors}
          onChange={(turned) => onChange(rows.map((each, place) => (place === at ? turned : each)))}
        />
      </fieldset>
    ))}
    <Act onClick={() => onChange([...rows, NOT_ASKED])}>加一个问题</Act>
  </fieldset>
)
