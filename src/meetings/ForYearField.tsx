import { isDay } from '../kernel/day.ts'
import { ChoiceField } from '../ui/Field.tsx'
import { todayHere } from './today.ts'

type Props = { heldOn: string; value: number | null; onChange: (year: number) => void }

/** Which year's 组织生活会 it is: held in January it may still be last year's, so the year is stated and not taken from the day. */
export const ForYearField = ({ heldOn, value, onChange }: Props) => {
  const held = Number((isDay(heldOn) ? heldOn : todayHere().toString()).slice(0, 4))
  const years = [...new Set([value ?? held, held, held - 1])].sort()
  return (
    <ChoiceField
      name="forYear"
      label="组织生活会所属年度"
      hint="年初补开上年度的，选上一年"
      value={String(value ?? held)}
      choices={years.map((year) => ({ value: String(year), label: `${year}年度` }))}
      onChange={(year) => onChange(Number(year))}
    />
  )
}
