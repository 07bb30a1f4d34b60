import { useState } from 'react'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { AreaField, ChoiceField, TextField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { useAct, usePeople } from './asking.tsx'
import { type About, addProblem, changeProblem, type LifeRound, type Problem } from './contract.ts'
import css from './life-meetings.module.css'
import { Refused } from './Parts.tsx'
import { choicesOf, PROBLEM_WORDS } from './wording.ts'

type Props = { round: LifeRound; problem?: Problem; onDone?: () => void }

/** A problem with its measure, person and day, new or changed. */
export const ProblemForm = ({ round, problem: known, onDone = () => {} }: Props) => {
  const [about, setAbout] = useState<About>(known?.about ?? 'branch')
  const [problem, setProblem] = useState(known?.problem ?? '')
  const [measure, setMeasure] = useState(known?.measure ?? '')
  const [owner, setOwner] = useState<readonly string[]>(known?.ownerId ? [known.ownerId] : [])
  const [dueOn, setDueOn] = useState(known?.dueOn ?? '')
  const people = usePeople(round.unitId)
  const added = useAct(addProblem, onDone)
  const changed = useAct(changeProblem, onDone)
  const sent = known ? changed : added
  const body = { about, problem, measure: measure || null, ownerId: owner[0] ?? null, dueOn: dueOn || null }
  return (
    <form
      className={css.form}
      noValidate
      aria-label={known ? '修改整改事项' : '登记一项问题'}
      onSubmit={(event) => {
        event.preventDefault()
        if (known) changed.act({ params: { problem: known.id }, body: { ...body, version: known.version } })
        else added.act({ params: { round: round.id }, body })
      }}
    >
      <h3>{known ? '修改整改事项' : '登记一项问题'}</h3>
      <Refused of={sent} />
      <div className={css.row}>
        <ChoiceField
          name="about"
          label="谁的问题"
          hint={about === 'person' ? '只有本人和办理的人看得到，不进上报的材料' : undefined}
          value={about}
          choices={choicesOf(PROBLEM_WORDS)}
          error={sent.errors.about}
          disabled={known !== undefined}
          onChange={(chosen) => setAbout(chosen as About)}
        />
        <PersonPicker
          name="ownerId"
          label="责任人"
          people={people}
          most={1}
          value={owner}
          error={sent.errors.ownerId}
          onChange={setOwner}
        />
        <DayField
          name="dueOn"
          label="完成日期"
          today={today()}
          value={dueOn}
          error={sent.errors.dueOn}
          onChange={setDueOn}
        />
      </div>
      <TextField
        name="problem"
        label="问题"
        value={problem}
        error={sent.errors.problem}
        onChange={setProblem}
      />
      <AreaField
        name="measure"
        label="整改措施"
        rows={2}
        most={500}
        value={measure}
        error={sent.errors.measure}
        onChange={setMeasure}
      />
      <div className={css.acts}>
        <Act type="submit" loading={sent.busy}>
          {known ? '保存修改' : '登记问题'}
        </Act>
        {known && <Act onClick={onDone}>先不做</Act>}
      </div>
    </form>
  )
}
