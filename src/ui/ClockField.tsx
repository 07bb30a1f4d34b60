import { TextInput } from '@mantine/core'
import { useState } from 'react'
import css from './Field.module.css'
import { type FieldProps, wrap } from './Field.tsx'
import { given } from './given.ts'
import { readClock } from './typed.ts'

/** A time of day, typed as 14:30 or 1430 or 下午2:30. The value is the time as text, or what was typed while it cannot be read. */
export const ClockField = ({ value, onChange, ...field }: FieldProps<string>) => {
  const [typing, setTyping] = useState<string>()
  return (
    <TextInput
      {...wrap({ ...field, hint: field.hint ?? '如 14:30' })}
      {...given({ className: css.short })}
      autoComplete="off"
      value={typing ?? value}
      onChange={({ currentTarget }) => {
        setTyping(currentTarget.value)
        onChange(readClock(currentTarget.value) ?? currentTarget.value)
      }}
      onBlur={() => setTyping(undefined)}
    />
  )
}
