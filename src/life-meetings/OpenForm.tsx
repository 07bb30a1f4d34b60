import { useState } from 'react'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import type { HereUnit } from '../ui/here.ts'
import { useAct } from './asking.tsx'
import { type Form, openLifeRound } from './contract.ts'
import css from './life-meetings.module.css'
import { Refused } from './Parts.tsx'
import { choicesOf, FORM_WORDS } from './wording.ts'

type Props = { unit: HereUnit; known: readonly number[]; onDone: () => void }

/** The year is proposed; the topic is all that has to be written. */
export const OpenForm = ({ unit, known, onDone }: Props) => {
  const now = today()
  const years = [now.year, now.year - 1].filter((year) => !known.includes(year))
  const proposed = now.month <= 3 && years.includes(now.year - 1) ? now.year - 1 : (years[0] ?? now.year)
  const [forYear, setYear] = useState(proposed)
  const [form, setForm] = useState<Form>('members')
  const [topic, setTopic] = useState('')
  const [meetOn, setMeetOn] = useState('')
  const opened = useAct(openLifeRound, onDone)
  return (
    <form
      className={css.form}
      noValidate
      aria-label="开始筹备"
      onSubmit={(event) => {
        event.preventDefault()
        opened.act({ params: { unit: unit.id }, body: { forYear, form, topic, meetOn: meetOn || null } })
      }}
    >
      <Refused of={opened} />
      <div className={css.row}>
        <ChoiceField
          name="forYear"
          label="所属年度"
          value={String(forYear)}
          choices={(years.length > 0 ? years : [now.year]).map((year) => ({
            value: String(year),
            label: `${year}年度`,
          }))}
          error={opened.errors.forYear}
          onChange={(year) => setYear(Number(year))}
        />
        <ChoiceField
          name="form"
          label="召开形式"
          value={form}
          choices={choicesOf(FORM_WORDS)}
          onChange={(chosen) => setForm(chosen as Form)}
        />
        <DayField
          name="meetOn"
          label="召开日期"
          optional
          today={now}
          value={meetOn}
          error={opened.errors.meetOn}
          onChange={setMeetOn}
        />
      </div>
      <TextField
        name="topic"
        label="主题"
        hint="上级有统一主题的，照写；没有的，写本支部这次要解决什么"
        value={topic}
        error={opened.errors.topic}
        onChange={setTopic}
      />
      <div className={css.acts}>
        <Act primary type="submit" loading={opened.busy}>
          保存并开始
        </Act>
        <Act onClick={onDone}>先不做</Act>
      </div>
    </form>
  )
}
