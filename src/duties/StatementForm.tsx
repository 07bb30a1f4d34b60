import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { isDay } from '../kernel/day.ts'
import { Act, type Permit } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { refusalIn } from '../ui/errors.ts'
import { TextField, TickField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { type Duty, type DutyRule, stateEvidence } from './contract.ts'
import css from './DutyPanel.module.css'
import type { Names } from './names.ts'

type Props = {
  unitId: string
  rule: DutyRule
  duties: readonly Duty[]
  names: Names
  onDone: () => void
}

/** States that something was done, for what no record here proves: when, what, and for whom. */
export const StatementForm = ({ unitId, rule, duties, names, onDone }: Props) => {
  const queries = useQueryClient()
  const isOfPeople = duties[0]?.personId !== null
  const counts = rule.unit !== '次'
  const [heldOn, setHeldOn] = useState(today().toString())
  const [title, setTitle] = useState('')
  const [people, setPeople] = useState<readonly string[]>([])
  const [amount, setAmount] = useState('')
  const period = duties[0]?.from.slice(0, 4) ?? ''
  const [forPeriod, setForPeriod] = useState(false)
  const asksYear = rule.every === 'year' && isDay(heldOn) && heldOn.slice(0, 4) !== period
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      call(stateEvidence, {
        params: { unit: unitId },
        body: {
          rule: rule.rule,
          personIds: [...people],
          heldOn,
          forYear: asksYear && forPeriod ? Number(period) : null,
          amount: counts ? Number(amount) : null,
          title,
        },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['year'] })
      onDone()
    },
  })
  const refusal = refusalIn(error)
  const choices = duties.flatMap(({ personId, state }) =>
    personId && state !== 'not-owed'
      ? [{ id: personId, ...(names.get(personId) ?? { name: '', initials: '' }) }]
      : [],
  )
  return (
    <div className={css.acts}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          mutate()
        }}
      >
        {refusal && <RefusalNote refusal={refusal} />}
        <DayField label="办理日期" name="heldOn" today={today()} value={heldOn} onChange={setHeldOn} />
        {asksYear && <TickField label={`计入 ${period} 年`} value={forPeriod} onChange={setForPeriod} />}
        <TextField
          label="办了什么"
          name="title"
          hint="如「市级机关工委集中轮训」"
          value={title}
          onChange={setTitle}
        />
        {isOfPeople && (
          <PersonPicker
            label="哪些人"
            name="personIds"
            people={choices}
            value={people}
            onChange={setPeople}
          />
        )}
        {counts && (
          <TextField
            label={`${rule.unit}数`}
            name="amount"
            inputMode="numeric"
            value={amount}
            onChange={setAmount}
          />
        )}
        <Act
          primary
          type="submit"
          loading={isPending}
          permit={permitOf(title, isOfPeople, people, counts, amount)}
        >
          登记
        </Act>
        <Act onClick={onDone}>不登记了</Act>
      </form>
    </div>
  )
}

const permitOf = (
  title: string,
  isOfPeople: boolean,
  people: readonly string[],
  counts: boolean,
  amount: string,
): Permit => {
  if (title.trim() === '') return { may: false, reason: '请先写明办了什么' }
  if (isOfPeople && people.length === 0) return { may: false, reason: '请先选择是哪些人' }
  if (counts && !/^[1-9]\d{0,3}$/.test(amount.trim())) return { may: false, reason: '请先填写数目' }
  return { may: true }
}
