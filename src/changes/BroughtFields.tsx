import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import type { Errors } from '../ui/errors.ts'
import { TextField } from '../ui/Field.tsx'
import { orNull } from '../ui/saving.ts'

export const BROUGHT_LABELS = {
  name: '姓名',
  fromUnit: '由哪个党组织转来',
  letterNumber: '介绍信编号',
  letterOn: '介绍信开出的日子',
  validDays: '介绍信上的有效天数',
  broughtOn: '交来的日子',
}

export type Brought = Record<keyof typeof BROUGHT_LABELS, string>

/** What is known before anything is typed. */
export const broughtAtFirst = (validDays: number): Brought => ({
  name: '',
  fromUnit: '',
  letterNumber: '',
  letterOn: '',
  validDays: String(validDays),
  broughtOn: today().toString(),
})

export const broughtBody = (typed: Brought) => ({
  ...typed,
  letterNumber: orNull(typed.letterNumber),
  validDays: /^\d+$/.test(typed.validDays) ? Number(typed.validDays) : undefined,
})

type Props = { typed: Brought; onChange: (typed: Brought) => void; errors: Errors }

/** What the letter says that somebody brought. */
export const BroughtFields = ({ typed, onChange, errors }: Props) => {
  const field = (name: keyof Brought) => ({
    name,
    label: BROUGHT_LABELS[name],
    value: typed[name],
    onChange: (value: string) => onChange({ ...typed, [name]: value }),
    error: errors[name],
  })
  return (
    <>
      <TextField {...field('name')} />
      <TextField {...field('fromUnit')} />
      <TextField {...field('letterNumber')} optional />
      <DayField {...field('letterOn')} today={today()} />
      <TextField {...field('validDays')} inputMode="numeric" />
      <DayField {...field('broughtOn')} today={today()} />
    </>
  )
}
