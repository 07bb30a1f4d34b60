import { useState } from 'react'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { sayDay, today } from '../ui/days.ts'
import { ChoiceField, TextField, TickField } from '../ui/Field.tsx'
import { useAct } from './asking.tsx'
import { type Form, type LifeRound, planLifeRound, type Study } from './contract.ts'
import css from './life-meetings.module.css'
import { Refused } from './Parts.tsx'
import { choicesOf, FORM_WORDS } from './wording.ts'

const planOf = ({ form, topic, meetOn, studies, version }: LifeRound) => ({
  form,
  topic,
  meetOn,
  studies,
  version,
})

export const PlanPart = ({ round }: { round: LifeRound }) => {
  const [plan, setPlan] = useState(planOf(round))
  const saved = useAct(planLifeRound)
  if (round.reach !== 'lead')
    return (
      <p>
        {round.topic}。{FORM_WORDS[round.form]}，
        {round.meetOn ? `定在${sayDay(round.meetOn)}` : '还没有定日期'}。
      </p>
    )
  const body = { ...plan, studies: round.studies, version: round.version }
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        saved.act({ params: { round: round.id }, body })
      }}
    >
      <Refused of={saved} />
      <TextField
        name="topic"
        label="主题"
        value={plan.topic}
        error={saved.errors.topic}
        onChange={(topic) => setPlan({ ...plan, topic })}
      />
      <div className={css.row}>
        <ChoiceField
          name="form"
          label="召开形式"
          value={plan.form}
          choices={choicesOf(FORM_WORDS)}
          error={saved.errors.form}
          onChange={(form) => setPlan({ ...plan, form: form as Form })}
        />
        <DayField
          name="meetOn"
          label="召开日期"
          optional
          today={today()}
          value={plan.meetOn ?? ''}
          error={saved.errors.meetOn}
          onChange={(meetOn) => setPlan({ ...plan, meetOn: meetOn || null })}
        />
      </div>
      <div className={css.acts}>
        <Act type="submit" loading={saved.busy}>
          保存方案
        </Act>
      </div>
    </form>
  )
}

const BLANK: Study = { material: '', on: null, done: false }

/** What is studied beforehand, a line a material. */
export const StudyPart = ({ round }: { round: LifeRound }) => {
  const [studies, setStudies] = useState<Study[]>(round.studies.length > 0 ? round.studies : [BLANK])
  const saved = useAct(planLifeRound)
  if (round.reach !== 'lead')
    return round.studies.length === 0 ? (
      <p>还没有列学习材料。</p>
    ) : (
      <ul className={css.list}>
        {round.studies.map(({ material, on, done }) => (
          <li key={material}>
            {material}
            <span className="aside">{done ? '已学' : on ? `${sayDay(on)}学` : '待学'}</span>
          </li>
        ))}
      </ul>
    )
  const turn = (at: number, more: Partial<Study>) =>
    setStudies(studies.map((study, place) => (place === at ? { ...study, ...more } : study)))
  const kept = studies.filter(({ material }) => material.trim() !== '')
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        saved.act({ params: { round: round.id }, body: { ...planOf(round), studies: kept } })
      }}
    >
      <Refused of={saved} />
      {studies.map((study, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no other name
        <div key={at} className={css.row}>
          <TextField
            label={`材料 ${at + 1}`}
            value={study.material}
            error={saved.errors[`studies.${at}.material`]}
            onChange={(material) => turn(at, { material })}
          />
          <DayField
            label="学习日期"
            optional
            today={today()}
            value={study.on ?? ''}
            error={saved.errors[`studies.${at}.on`]}
            onChange={(on) => turn(at, { on: on || null })}
          />
          <TickField label="已学完" value={study.done} onChange={(done) => turn(at, { done })} />
        </div>
      ))}
      <div className={css.acts}>
        <Act type="submit" loading={saved.busy}>
          保存学习安排
        </Act>
        <Act onClick={() => setStudies([...studies, BLANK])}>再加一份</Act>
      </div>
    </form>
  )
}
