import { Button } from '@mantine/core'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import type { Errors } from '../ui/errors.ts'
import { TextField } from '../ui/Field.tsx'
import { type Draft, newId } from './draft.ts'
import css from './outbox.module.css'

type Props = {
  promises: Draft['promises']
  onChange: (promises: Draft['promises']) => void
  /** Who answers for a new one. */
  owner: string
  errors: Errors
}

/** What was promised on the visit, and by when. */
export const PromiseRows = ({ promises, onChange, owner, errors }: Props) => {
  const change = (id: string, of: Partial<Draft['promises'][number]>): void =>
    onChange(promises.map((each) => (each.id === id ? { ...each, ...of } : each)))
  return (
    <div className={css.rows}>
      {promises.map(({ id, what, dueOn }, at) => (
        <fieldset key={id} className={css.row}>
          <legend>答应办的 {at + 1}</legend>
          <TextField
            label={`答应办的 ${at + 1} 是什么`}
            value={what}
            onChange={(text) => change(id, { what: text })}
            error={errors[`promises.${at}.what`]}
          />
          <DayField
            label={`答应办的 ${at + 1} 哪天前`}
            value={dueOn}
            onChange={(on) => change(id, { dueOn: on })}
            today={today()}
            error={errors[`promises.${at}.dueOn`]}
            optional
          />
          <Button
            variant="subtle"
            color="gray"
            onClick={() => onChange(promises.filter((each) => each.id !== id))}
          >
            去掉答应办的 {at + 1}
          </Button>
        </fieldset>
      ))}
      <Button
        variant="default"
        onClick={() => onChange([...promises, { id: newId(), what: '', dueOn: '', ownerId: owner }])}
      >
        加一项答应办的
      </Button>
    </div>
  )
}
