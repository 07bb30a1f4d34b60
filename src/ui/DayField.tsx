import { ActionIcon, TextInput } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { type Day, day, isDay, readable } from '../kernel/day.ts'
import css from './Field.module.css'
import { type FieldProps, wrap } from './Field.tsx'
import { given } from './given.ts'
import { readDay } from './typed.ts'

/**
 * A day, typed as 2026-11-22 (or any way that can be read as one) or picked from the browser's own calendar.
 * The value is the day as text, or, while it cannot be read, what was typed. Arrow up and down walk the days.
 */
export const DayField = ({ value, onChange, today, ...field }: FieldProps<string> & { today: Day }) => {
  const calendar = useRef<HTMLInputElement>(null)
  const [typing, setTyping] = useState<string>()
  const known = isDay(value)
  const walk = (event: KeyboardEvent): void => {
    const days = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (days === undefined || !known) return
    event.preventDefault()
    setTyping(undefined)
    onChange(day(value).add({ days }).toString())
  }
  return (
    <div className={css.pick}>
      <TextInput
        {...wrap({ ...field, hint: field.hint ?? (known ? readable(day(value)) : '如 2026-11-22') })}
        {...given({ className: css.short })}
        inputMode="numeric"
        autoComplete="off"
        value={typing ?? value}
        onChange={({ currentTarget }) => {
          setTyping(currentTarget.value)
          onChange(readDay(currentTarget.value, today) ?? currentTarget.value)
        }}
        onBlur={() => setTyping(undefined)}
        onKeyDown={walk}
        rightSection={
          <ActionIcon
            variant="transparent"
            color="gray"
            tabIndex={-1}
            aria-label={`从日历选${field.label}`}
            disabled={field.disabled ?? false}
            onClick={() => calendar.current?.showPicker()}
          >
            <CalendarMark />
          </ActionIcon>
        }
      />
      <input
        ref={calendar}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={known ? value : ''}
        onChange={({ currentTarget }) => currentTarget.value && onChange(currentTarget.value)}
      />
    </div>
  )
}

const CalendarMark = () => (
  <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
    <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 2v3M10.5 2v3" />
  </svg>
)
