import { useState } from 'react'
import { TERMS, type Term } from '../glossary.ts'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { errorsOf } from '../ui/errors.ts'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField, TextField, TickField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import css from './appraisals.module.css'
import { useActing } from './asking.ts'
import { type Appraisal, changeSeat, recallPeople, type Seat } from './contract.ts'
import { ROLE_WORDS, ROLES, type Role } from './kinds.ts'
import { openPermit } from './permit.ts'

/** Who takes part and how, as the roster said or as it was changed with a reason. */
export const PeoplePart = ({ round }: { round: Appraisal }) => {
  const others = round.seats.filter(({ role }) => role !== 'graded')
  const permit = round.poll
    ? ({ may: false, reason: '测评已经开始，名单不能再改' } as const)
    : openPermit(round)
  return (
    <details className={css.people}>
      <summary>
        参加评议的人员（{round.seats.filter(({ role }) => role !== 'excluded').length} 人，应投测评票{' '}
        {round.voters} 人）
      </summary>
      {others.length > 0 && (
        <ul className={css.plain}>
          {others.map(({ personId, name, because, mayVote }) => (
            <li key={personId}>
              {name}：{because}
              {mayVote && '；投测评票'}
            </li>
          ))}
        </ul>
      )}
      <p>
        评定等次：
        {round.seats
          .filter(({ role }) => role === 'graded')
          .map(({ name }) => name)
          .join('、')}
      </p>
      <div className={css.acts}>
        <FormAct act="改一个人" title="改一个人参加评议的方式" permit={permit}>
          {(close) => <SeatForm round={round} onDone={close} />}
        </FormAct>
        <FormAct act="按名册重算" title="按另一天的名册重算" permit={permit}>
          {(close) => <RecallForm round={round} onDone={close} />}
        </FormAct>
      </div>
    </details>
  )
}

type Form = { round: Appraisal; onDone: () => void }

const SeatForm = ({ round, onDone }: Form) => {
  const [person, setPerson] = useState('')
  const seat = round.seats.find(({ personId }) => personId === person)
  return (
    <div className="form">
      <ChoiceField
        label="哪一位"
        value={person}
        onChange={setPerson}
        choices={round.seats.map(({ personId, name, status }) => ({
          value: personId,
          label: `${name}（${TERMS[status as Term] ?? status}）`,
        }))}
      />
      {seat && <OneSeat key={seat.personId} round={round} seat={seat} onDone={onDone} />}
    </div>
  )
}

const OneSeat = ({ round, seat, onDone }: Form & { seat: Seat }) => {
  const [role, setRole] = useState<Role>(seat.role)
  const [mayVote, setMayVote] = useState(seat.mayVote)
  const [because, setBecause] = useState(seat.because ?? '')
  const saving = useActing(
    () =>
      call(changeSeat, {
        params: { appraisal: round.id, person: seat.personId },
        body: {
          role,
          mayVote: role !== 'excluded' && mayVote,
          because: because || null,
          version: seat.version,
        },
      }),
    onDone,
  )
  const errors = errorsOf(saving.error)
  return (
    <>
      <ChoiceField
        label="参加方式"
        value={role}
        onChange={(chosen) => setRole(ROLES.find((each) => each === chosen) ?? role)}
        choices={ROLES.map((each) => ({ value: each, label: ROLE_WORDS[each] }))}
      />
      {role !== 'excluded' && <TickField label="投测评票" value={mayVote} onChange={setMayVote} />}
      <TextField
        label="原因"
        name="because"
        optional={role === 'graded'}
        value={because}
        onChange={setBecause}
        error={errors.because}
      />
      {saving.error && !errors.because && <Failed error={saving.error} />}
      <Act primary loading={saving.isPending} onClick={() => saving.mutate(undefined)}>
        保存
      </Act>
    </>
  )
}

const RecallForm = ({ round, onDone }: Form) => {
  const [rosterOn, setRosterOn] = useState(round.rosterOn)
  const saving = useActing(
    () => call(recallPeople, { params: { appraisal: round.id }, body: { rosterOn, version: round.version } }),
    onDone,
  )
  const errors = errorsOf(saving.error)
  return (
    <div className="form">
      <p>按这一天的名册重新列出人员。党籍没有变化的人，原来改过的参加方式不变。</p>
      <DayField
        label="名册日期"
        name="rosterOn"
        value={rosterOn}
        onChange={setRosterOn}
        today={today()}
        error={errors.rosterOn}
      />
      {saving.error && !errors.rosterOn && <Failed error={saving.error} />}
      <Act primary loading={saving.isPending} onClick={() => saving.mutate(undefined)}>
        重算
      </Act>
    </div>
  )
}
