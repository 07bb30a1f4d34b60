import type { ReactNode } from 'react'
import css from './RadioRow.module.css'

type Props<Value extends string | null> = {
  name: string
  choices: readonly { value: Value; label: string }[]
  value: Value | undefined
  onChange: (value: Value) => void
  /** What stands in the row after the choices. */
  children?: ReactNode
}

/** A few choices side by side, each one click away; its fieldset and legend are the caller's. */
export const RadioRow = <Value extends string | null>(props: Props<Value>) => (
  <div className={css.row}>
    {props.choices.map(({ value, label }) => (
      <label key={label} data-chosen={props.value === value || undefined}>
        <input
          type="radio"
          name={props.name}
          checked={props.value === value}
          onChange={() => props.onChange(value)}
        />
        {label}
      </label>
    ))}
    {props.children}
  </div>
)
