import { TERMS } from '../glossary.ts'
import { Act } from '../ui/Act.tsx'
import { TextField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { RadioRow } from '../ui/RadioRow.tsx'
import type { Attendance, Meeting } from './contract.ts'
import type { Counts } from './counts.ts'
import type { Fill } from './fill.tsx'
import { allPresent, statedIn, stating } from './form.ts'
import css from './meetings.module.css'
import { Ruling } from './Ruling.tsx'

const STATES: readonly { value: Attendance; label: string }[] = [
  { value: 'present', label: '到会' },
  { value: 'excused', label: '请假' },
  { value: 'absent', label: '缺席' },
]

/** Everyone begins as 未填; one act says that all came, then the exceptions. Arrow keys walk within a line, Tab to the next. */
export const AttendanceEntry = ({
  form,
  onChange,
  base,
  people,
  errors,
  counts,
}: Fill & { counts: Counts }) => {
  const expected = statedIn(form, base.attendance).filter(({ entitled }) => entitled)
  const isExpected = (id: string) => expected.some(({ personId }) => personId === id)
  const observing = form.attendance.filter(
    ({ personId, state }) => state === 'observing' && !isExpected(personId),
  )
  const observe = (ids: readonly string[]): void =>
    onChange({
      ...form,
      attendance: [
        ...form.attendance.filter(({ personId }) => isExpected(personId)),
        ...ids.map((personId) => ({ personId, state: 'observing' as const, reason: null })),
      ],
    })
  return (
    <section aria-labelledby="attendance" className={css.section}>
      <h2 id="attendance">到会情况</h2>
      <p role="status" className={css.counts}>
        <span>应到 {counts.entitled}</span>
        <span>实到 {counts.present}</span>
        <span>请假 {counts.excused}</span>
        <span>缺席 {counts.absent}</span>
        <span data-gap={counts.notStated > 0 || undefined}>未填 {counts.notStated}</span>
        {counts.voting < counts.entitled && (
          <span>
            有表决权 {counts.votingPresent}/{counts.voting}
          </span>
        )}
      </p>
      <Quorum base={base} />
      {errors.attendance && (
        <p className={css.fault} role="alert">
          {errors.attendance}
        </p>
      )}
      <div className={css.acts}>
        <Act onClick={() => onChange(allPresent(form, base.attendance))}>全部到会</Act>
        <span className="aside">先选全部到会，再改请假和缺席的人</span>
      </div>
      <ul className={css.people}>
        {expected.map((person) => (
          <Person
            key={person.personId}
            person={person}
            onState={(state) => onChange(stating(form, person.personId, state, person.reason))}
            onReason={(reason) => onChange(stating(form, person.personId, 'excused', reason))}
          />
        ))}
      </ul>
      <PersonPicker
        label="列席人员"
        name="observers"
        optional
        hint="不在应到范围的人，不计入应到和表决"
        people={people.filter(({ id }) => !isExpected(id))}
        value={observing.map(({ personId }) => personId)}
        onChange={observe}
      />
      <TextField
        label="名册以外的列席人员"
        name="guests"
        optional
        value={form.guests ?? ''}
        onChange={(guests) => onChange({ ...form, guests })}
      />
    </section>
  )
}

type OnePerson = {
  person: Meeting['attendance'][number]
  onState: (state: Attendance) => void
  onReason: (reason: string) => void
}

const Person = ({ person, onState, onReason }: OnePerson) => (
  <li className={css.person}>
    <fieldset>
      <legend>
        {person.name}
        {person.because && <span className={`${css.beside} aside`}>{person.because}</span>}
      </legend>
      <RadioRow name={`state-${person.personId}`} choices={STATES} value={person.state} onChange={onState}>
        {person.state === 'not-stated' && <span className={css.gap}>{TERMS['not-stated']}</span>}
      </RadioRow>
    </fieldset>
    {person.state === 'excused' && (
      <TextField
        label={`${person.name}请假原因`}
        name={`reason-${person.personId}`}
        value={person.reason ?? ''}
        onChange={onReason}
        {...(person.reason ? {} : { error: '请写原因，如出差、病假' })}
      />
    )}
  </li>
)

/** The quorum as the rules have it, with clause and numbers; told as soon as everyone is stated. */
const Quorum = ({ base }: { base: Meeting }) => (
  <>
    {base.judgments.map(({ part, ...told }) => (
      <Ruling
        key={part}
        told={told}
        {...(told.judgment.holds ? {} : { aside: '照实记录即可；需要表决的事项请改期再议。' })}
      />
    ))}
  </>
)
