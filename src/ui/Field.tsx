import { Checkbox, NativeSelect, PasswordInput, Textarea, TextInput } from '@mantine/core'
import type { HTMLInputAutoCompleteAttribute, ReactNode } from 'react'
import css from './Field.module.css'
import { given } from './given.ts'

/** What every field has. Fields are required unless said to be optional; the few that are optional say so. */
export type FieldProps<Value> = {
  label: string
  value: Value
  onChange: (value: Value) => void
  /** Name by which errors find the field. */
  name?: string
  hint?: ReactNode
  error?: string | undefined
  optional?: boolean
  disabled?: boolean
}

export const labelOf = (label: string, optional = false): ReactNode =>
  optional ? (
    <>
      {label}
      <span className={css.optional}>（可不填）</span>
    </>
  ) : (
    label
  )

/** The properties that every Mantine input of ours shares. */
export const wrap = (field: Omit<FieldProps<never>, 'value' | 'onChange'>) =>
  given({
    id: field.name && `field-${field.name}`,
    name: field.name,
    label: labelOf(field.label, field.optional),
    description: field.hint,
    error: field.error,
    disabled: field.disabled,
    'aria-required': field.optional ? undefined : (true as const),
  })

type TextProps = FieldProps<string> & {
  autoComplete?: HTMLInputAutoCompleteAttribute
  autoFocus?: boolean
  inputMode?: 'text' | 'numeric' | 'email' | 'tel'
  placeholder?: string
  className?: string | undefined
}

export const TextField = ({ value, onChange, ...field }: TextProps) => (
  <TextInput
    {...wrap(field)}
    {...given({
      className: field.className,
      autoComplete: field.autoComplete ?? 'off',
      autoFocus: field.autoFocus,
      inputMode: field.inputMode,
      placeholder: field.placeholder,
    })}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)

export const PasswordField = ({
  value,
  onChange,
  autoComplete = 'current-password',
  ...field
}: TextProps) => (
  <PasswordInput
    {...wrap(field)}
    autoComplete={autoComplete}
    visibilityToggleButtonProps={{ 'aria-label': '显示或隐藏密码' }}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)

/** Several lines; grows with what is written. Beyond `most` characters it says by how many. */
export const AreaField = ({
  value,
  onChange,
  most,
  rows = 3,
  ...field
}: FieldProps<string> & { most?: number; rows?: number }) => (
  <Textarea
    {...wrap({ ...field, error: field.error ?? tooLong(value, most) })}
    {...given({ className: css.area })}
    rows={rows}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)

const tooLong = (text: string, most = Number.POSITIVE_INFINITY): string | undefined =>
  text.length > most ? `多了 ${text.length - most} 个字` : undefined

export type Choice = { value: string; label: string; disabled?: boolean }

export const ChoiceField = ({
  value,
  onChange,
  choices,
  ...field
}: FieldProps<string> & { choices: readonly Choice[] }) => (
  <NativeSelect
    {...wrap(field)}
    data={[...(value === '' ? [{ value: '', label: '请选择' }] : []), ...choices]}
    value={value}
    onChange={(event) => onChange(event.currentTarget.value)}
  />
)

export const TickField = ({ value, onChange, ...field }: FieldProps<boolean>) => (
  <Checkbox
    {...wrap({ ...field, optional: true })}
    label={field.label}
    checked={value}
    onChange={(event) => onChange(event.currentTarget.checked)}
  />
)
