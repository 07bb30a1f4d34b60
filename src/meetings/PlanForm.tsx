import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { TERMS } from '../glossary.ts'
import type { Body } from '../http/endpoint.ts'
import { day, isDay, readable } from '../kernel/day.ts'
import { Act } from '../ui/Act.tsx'
import { ClockField } from '../ui/ClockField.tsx'
import { DayField } from '../ui/DayField.tsx'
import { ErrorList } from '../ui/ErrorList.tsx'
import { errorsIn, errorsOf, refusalIn } from '../ui/errors.ts'
import { TextField, TickField } from '../ui/Field.tsx'
import { given } from '../ui/given.ts'
import type { HereUnit } from '../ui/here.ts'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { AgendaTitles } from './AgendaTitles.tsx'
import { expectedQuery } from './asking.ts'
import { type Kind, type MeetingLine, planMeeting } from './contract.ts'
import { ForYearField } from './ForYearField.tsx'
import { kindsFor, sameCircle } from './kinds.ts'
import { LABELS } from './labels.ts'
import css from './meetings.module.css'
import { OpenFollowUps } from './OpenFollowUps.tsx'
import { usePeople } from './people.ts'
import { usualTitle } from './plan-defaults.ts'
import { PROMPTS } from './prompts.ts'
import { todayHere } from './today.ts'

export type Plan = Body<typeof planMeeting>

type Props = {
  unit: HereUnit
  start: Plan
  /** The meeting from which hour and place were taken. */
  from: MeetingLine | undefined
  /** Where the day was taken from, in words. */
  dayFrom?: string | undefined
  error: unknown
  busy: boolean
  act: string
  onSave: (plan: Plan) => void
  onBack: () => void
}

/** When, where, who chairs, what about. What is known already stands in it, and where it came from beside it. */
export const PlanForm = ({ unit, start, from, dayFrom, error, busy, act, onSave, onBack }: Props) => {
  const [plan, setPlan] = useState(start)
  const [sent, setSent] = useState(false)
  const set = (more: Partial<Plan>) => setPlan({ ...plan, ...more })
  const tidy = (form: Plan): Plan => ({
    ...form,
    endsAt: form.endsAt || null,
    place: form.place || null,
    theme: (form.kinds.includes('theme-day') && form.theme) || null,
    agenda: form.agenda.filter((title) => title.trim() !== ''),
  })
  // A title that nobody touched goes on saying what the meeting is, also while its day is being typed.
  const [named, setNamed] = useState(start.title !== usualTitle(start.kinds, start.heldOn))
  const renamed = (kinds: Kind[], heldOn: string) =>
    !named && isDay(heldOn) ? usualTitle(kinds, heldOn) : plan.title
  const errors = sent ? { ...errorsIn(planMeeting.body!, tidy(plan)), ...errorsOf(error) } : {}
  const refusal = refusalIn(error)
  const [kind] = plan.kinds as [Kind]
  const others = kindsFor(unit.kind).filter(
    (each) => each !== kind && sameCircle([...new Set([...plan.kinds, each])]) && each !== 'group-meeting',
  )
  const people = usePeople(unit.id, isDay(plan.heldOn) ? plan.heldOn : todayHere().toString())
  const taken = from ? `取自上次（${from.heldOn}）` : undefined

  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setSent(true)
        if (Object.keys(errorsIn(planMeeting.body!, tidy(plan))).length === 0) onSave(tidy(plan))
      }}
    >
      {sent && refusal && !refusal.field && <RefusalNote refusal={refusal} />}
      <ErrorList errors={errors} labels={LABELS} />
      <OpenFollowUps unit={unit.id} on={plan.heldOn} kinds={plan.kinds} />
      {others.length > 0 && (
        <fieldset className={css.also}>
          <legend>
            同时也是<span className={`${css.beside} aside`}>一次活动可以完成几项，各计各的</span>
          </legend>
          {others.map((each) => (
            <TickField
              key={each}
              label={TERMS[each]}
              value={plan.kinds.includes(each)}
              onChange={(ticked) => {
                const kinds = ticked ? [...plan.kinds, each] : plan.kinds.filter((other) => other !== each)
                set({ kinds, title: renamed(kinds, plan.heldOn) })
              }}
            />
          ))}
        </fieldset>
      )}
      {plan.kinds.includes('life-meeting') && (
        <ForYearField heldOn={plan.heldOn} value={plan.forYear} onChange={(forYear) => set({ forYear })} />
      )}
      {plan.kinds.includes('theme-day') && (
        <TextField
          name="theme"
          label="主题"
          optional
          hint="本月主题党日的主题"
          value={plan.theme ?? ''}
          error={errors.theme}
          onChange={(theme) => set({ theme })}
        />
      )}
      <TextField
        name="title"
        label="标题"
        hint={PROMPTS[kind].title}
        value={plan.title}
        error={errors.title}
        onChange={(title) => {
          setNamed(true)
          set({ title })
        }}
      />
      <div className={css.row}>
        <DayField
          name="heldOn"
          label="召开日期"
          {...given({
            hint:
              dayFrom && plan.heldOn === start.heldOn
                ? `${readable(day(plan.heldOn))}，${dayFrom}`
                : undefined,
          })}
          today={todayHere()}
          value={plan.heldOn}
          error={errors.heldOn}
          onChange={(heldOn) => set({ heldOn, title: renamed(plan.kinds, heldOn) })}
        />
        <ClockField
          name="startsAt"
          label="开始时间"
          hint={taken}
          value={plan.startsAt}
          error={errors.startsAt}
          onChange={(startsAt) => set({ startsAt })}
        />
      </div>
      <TextField
        name="place"
        label="地点"
        optional
        hint={from?.place ? taken : undefined}
        value={plan.place ?? ''}
        error={errors.place}
        onChange={(place) => set({ place })}
      />
      <PersonPicker
        name="hostId"
        label="主持人"
        optional
        hint="一般由书记主持，小组会由组长主持"
        people={people}
        most={1}
        value={plan.hostId ? [plan.hostId] : []}
        error={errors.hostId}
        onChange={([hostId]) => set({ hostId: hostId ?? null })}
      />
      <AgendaTitles hint={PROMPTS[kind].agenda} titles={plan.agenda} onChange={(agenda) => set({ agenda })} />
      <Entitled unit={unit.id} on={plan.heldOn} kinds={plan.kinds} />
      <div className={css.acts}>
        <Act primary type="submit" loading={busy}>
          {act}
        </Act>
        <Act onClick={onBack}>返回</Act>
      </div>
    </form>
  )
}

/** Who would be expected that day: computed, never typed. */
const Entitled = ({ unit, on, kinds }: { unit: string; on: string; kinds: readonly Kind[] }) => {
  const query = useQuery({ ...expectedQuery(unit, on, kinds), enabled: isDay(on) })
  const refusal = refusalIn(query.error)
  if (refusal) return <RefusalNote refusal={refusal} />
  const expected = query.data?.expected
  if (!expected) return <p className="aside">正在按当天的党籍和任职计算应到人员</p>
  const votes = expected.filter((person) => person.votes).length
  return (
    <section className={css.entitled} aria-label="应到人员和用处">
      <p>
        应到 {expected.length} 人，其中有表决权 {votes} 人
        <span className="aside">按 {on} 的党籍和任职计算</span>
      </p>
      <p className="aside">
        {expected.length > 12
          ? `${expected
              .slice(0, 12)
              .map(({ name }) => name)
              .join('、')}等`
          : expected.map(({ name }) => name).join('、')}
      </p>
      <p>
        记入
        {query.data && query.data.feeds.length > 0
          ? query.data.feeds.map(({ title, period }) => `${title}（${period}）`).join('、')
          : '会议登记表，不对应应做事项'}
      </p>
    </section>
  )
}
