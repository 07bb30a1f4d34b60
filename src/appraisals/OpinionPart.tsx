import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { day } from '../kernel/day.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { errorsOf } from '../ui/errors.ts'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import { Why } from '../ui/WhyPanel.tsx'
import css from './appraisals.module.css'
import { useActing } from './asking.ts'
import { type Appraisal, closeAppraisal, gradePeople } from './contract.ts'
import { type Graded, GradeLine } from './GradeLine.tsx'
import { CONSIDERED, CONSIDERED_WORDS, type Considered } from './kinds.ts'
import { openPermit } from './permit.ts'

/** After so many days a record of the poll is late, as the duty has it. */
const GRACE_DAYS = 15

/** The grades as the committee or the meeting decided them. Nothing is proposed; the cap is told while one chooses. */
export const OpinionPart = ({ round, onClosed }: { round: Appraisal; onClosed: () => void }) => {
  const queries = useQueryClient()
  const people = round.seats.filter(({ role }) => role === 'graded')
  const [graded, setGraded] = useState<Readonly<Record<string, Graded>>>(() =>
    Object.fromEntries(
      people.map(({ personId, grade, opinion, improvement }) => [
        personId,
        { grade, opinion: opinion ?? '', improvement: improvement ?? '' },
      ]),
    ),
  )
  const [considered, setConsidered] = useState<readonly Considered[]>(
    CONSIDERED.filter((each) => round.considered.includes(each)),
  )
  const [decidedBy, setDecidedBy] = useState<string>(round.decidedBy ?? '')
  const [decidedOn, setDecidedOn] = useState(round.decidedOn ?? today().toString())
  const [lateReason, setLateReason] = useState('')
  const isLate =
    round.poll?.state === 'closed' &&
    day(round.poll.polledOn).until(today(), { largestUnit: 'days' }).days > GRACE_DAYS
  const undecided = people.filter(({ personId }) => !graded[personId]?.grade)
  const excellent = people.filter(({ personId }) => graded[personId]?.grade === 'excellent').length
  const params = { appraisal: round.id }
  const bodyNow = () => ({
    decidedBy: decidedBy === '' ? null : (decidedBy as 'committee' | 'members'),
    decidedOn: decidedOn === '' ? null : decidedOn,
    considered: [...considered],
    grades: people.flatMap(({ personId }) => {
      const own = graded[personId]
      return own?.grade
        ? [{ personId, grade: own.grade, opinion: own.opinion || null, improvement: own.improvement || null }]
        : []
    }),
    version: round.version,
  })
  const saving = useActing(() => call(gradePeople, { params, body: bodyNow() }))
  const closing = useActing(async () => {
    const saved = await call(gradePeople, { params, body: bodyNow() })
    // Kept even where closing is refused: what was chosen is saved by then.
    queries.setQueryData(['appraisal', round.id], saved)
    return call(closeAppraisal, { params, body: { lateReason: lateReason || null, version: saved.version } })
  }, onClosed)
  const failed = closing.error ?? saving.error
  const errors = errorsOf(failed)
  const over = round.cap !== null && excellent > round.cap.judgment.needed
  const shut = round.closedOn !== null
  const permit = readyPermit(round, undecided.length, over, excellent)
  return (
    <section aria-labelledby="opinion" className={css.section}>
      <h2 id="opinion">组织评定</h2>
      <fieldset className={css.ticks} disabled={shut}>
        <legend>评定时结合了哪几方面日常表现</legend>
        {CONSIDERED.map((each) => (
          <label key={each}>
            <input
              type="checkbox"
              checked={considered.includes(each)}
              onChange={() =>
                setConsidered(
                  considered.includes(each)
                    ? considered.filter((one) => one !== each)
                    : [...considered, each],
                )
              }
            />
            {CONSIDERED_WORDS[each]}
          </label>
        ))}
      </fieldset>
      <div className={css.sheets}>
        <ChoiceField
          label="评定的会议"
          name="decidedBy"
          value={decidedBy}
          onChange={setDecidedBy}
          disabled={shut}
          choices={[
            { value: 'committee', label: '支部委员会' },
            { value: 'members', label: '支部党员大会' },
          ]}
        />
        <DayField
          label="评定日期"
          name="decidedOn"
          value={decidedOn}
          onChange={setDecidedOn}
          today={today()}
          disabled={shut}
          error={errors.decidedOn}
        />
      </div>
      <Cap round={round} excellent={excellent} over={over} />
      <ul className={css.grades}>
        {people.map((seat) => (
          <GradeLine
            key={seat.personId}
            seat={seat}
            value={graded[seat.personId] ?? { grade: null, opinion: '', improvement: '' }}
            disabled={shut}
            onChange={(value) => setGraded({ ...graded, [seat.personId]: value })}
          />
        ))}
      </ul>
      {isLate && !shut && (
        <div className={css.narrow}>
          <TextField
            label="补录原因"
            name="lateReason"
            optional
            hint="测评过去半个月以上才办结的，年历上显示为“补记”。照实办结即可。"
            value={lateReason}
            onChange={setLateReason}
          />
        </div>
      )}
      {failed && <Failed error={failed} />}
      {!shut && (
        <div className={css.acts}>
          {undecided.length > 0 && (
            <Act
              onClick={() =>
                setGraded({
                  ...graded,
                  ...Object.fromEntries(
                    undecided.map(({ personId }) => [
                      personId,
                      { opinion: '', improvement: '', ...graded[personId], grade: 'qualified' as const },
                    ]),
                  ),
                })
              }
            >
              其余 {undecided.length} 人都定为合格
            </Act>
          )}
          <Act permit={openPermit(round)} loading={saving.isPending} onClick={() => saving.mutate(undefined)}>
            先保存
          </Act>
          <Act primary permit={permit} loading={closing.isPending} onClick={() => closing.mutate(undefined)}>
            办结评议
          </Act>
          {saving.isSuccess && <span role="status">已保存</span>}
        </div>
      )}
    </section>
  )
}

/** What the page itself can tell before asking; the rest the server says. */
const readyPermit = (round: Appraisal, undecided: number, over: boolean, excellent: number) => {
  const permit = openPermit(round)
  if (!permit.may) return permit
  if (round.poll?.state !== 'closed') return { may: false as const, reason: '民主测评还没有结束' }
  if (undecided > 0) return { may: false as const, reason: `还有 ${undecided} 人没有定等次` }
  return over && round.cap
    ? { may: false as const, reason: `优秀 ${excellent} 人，上限 ${round.cap.judgment.needed} 人` }
    : permit
}

/** 优秀 against its cap, as it stands on the page now. */
const Cap = ({ round: { cap }, excellent, over }: { round: Appraisal; excellent: number; over: boolean }) => {
  if (!cap) return null
  const { judgment, title, says, facts } = cap
  const { rule, citation, hardness, confidence, needed, numbers } = judgment
  const now = { ...judgment, numbers: { ...numbers, excellent }, holds: !over }
  const words = `优秀 ${excellent} 人，上限 ${needed} 人（按${facts.members?.name ?? '党员'} ${numbers.members} 人计）${over ? `，多了 ${excellent - needed} 人，不能办结` : ''}`
  return (
    <p role="status" className={css.cap} data-over={over || undefined}>
      {words}{' '}
      <Why
        of={title}
        grounds={{
          about: title,
          verdict: words,
          rules: [{ id: rule, title, says, citation, hardness, confidence, facts }],
          judgments: [now],
        }}
      />
    </p>
  )
}
