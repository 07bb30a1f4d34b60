import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import { day } from '../kernel/day.ts'
import { refuse } from '../kernel/outcome.ts'
import { type HereUnit, useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { lastOfKindQuery, postsQuery, themeYearQuery } from './asking.ts'
import { type Kind, planMeeting } from './contract.ts'
import { KindChoice } from './KindChoice.tsx'
import { kindsFor, sameCircle } from './kinds.ts'
import { type Plan, PlanForm } from './PlanForm.tsx'
import { usualDay, usualHost, usualTitle } from './plan-defaults.ts'
import { nextMonth } from './theme-days.ts'
import { todayHere } from './today.ts'

/** Plans a meeting: its kind first, since everything else follows from it. */
export const PlanPage = () => {
  const here = useHere()
  const search = useSearch({ from: '/frame/meetings/plan' })
  const [picked, setPicked] = useState<{ unit: HereUnit; kind: Kind } | undefined>(() => {
    const unit = here.units.find(({ id }) => id === (search.of ?? here.unit.id))
    return unit && search.kind && kindsFor(unit.kind).includes(search.kind)
      ? { unit, kind: search.kind }
      : undefined
  })
  if (!here.units.some(({ path }) => here.may(planMeeting.asks, path)))
    return (
      <>
        <PageHead title="筹备会议" />
        <RefusalNote refusal={refuse('not-permitted', '筹备会议由支委会成员或党小组长办理。')} />
      </>
    )
  if (!picked)
    return (
      <>
        <PageHead title="筹备会议" lead="先选开什么会，日期、地点、应到人员随后自动带出。" />
        <KindChoice onPick={(unit, kind) => setPicked({ unit, kind })} />
      </>
    )
  const Kind = picked.kind === 'theme-day' ? PlanningThemeDay : Planning
  return (
    <Kind
      key={`${picked.unit.id} ${picked.kind}`}
      unit={picked.unit}
      kind={picked.kind}
      also={search.also}
      forYear={search.forYear}
      on={search.on}
      onBack={() => setPicked(undefined)}
    />
  )
}

type Planned = {
  unit: HereUnit
  kind: Kind
  also: Kind | undefined
  forYear: number | undefined
  on: string | undefined
  onBack: () => void
  /** What is planned for the month already. */
  meant?: { heldOn: string; dayFrom: string; theme: string | null; agenda: string[] } | undefined
}

/** A theme day begins with the unit's fixed day and what is meant for that month; the duty's day only says which month. */
const PlanningThemeDay = ({ unit, on, ...planning }: Planned) => {
  const asked = on ? day(on) : todayHere()
  const { rule, months } = useSuspenseQuery(themeYearQuery(unit.id, asked.year)).data
  const meant = on ? months[asked.month - 1] : nextMonth(months, todayHere())
  return (
    <Planning
      {...planning}
      unit={unit}
      on={on}
      meant={
        // Where this month's day has passed, a day still to come is better than one to be entered late.
        meant?.day && rule && !(on && on >= todayHere().toString() && meant.day < todayHere().toString())
          ? {
              heldOn: meant.day,
              dayFrom: `${rule.words}${meant.moved ? `，${meant.moved}` : ''}`,
              theme: meant.theme,
              agenda: meant.parts.map(({ title }) => title),
            }
          : undefined
      }
    />
  )
}

/** Fills in what is known: day by the rhythm of the kind, hour and place of the last one, the chair by post. */
const Planning = ({ unit, kind, also, forYear, on, onBack, meant }: Planned) => {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [last] = useSuspenseQuery(lastOfKindQuery(unit.id, kind)).data.meetings
  const { posts } = useSuspenseQuery(postsQuery(unit.id)).data
  const kinds = also && sameCircle([kind, also]) && kindsFor(unit.kind).includes(also) ? [kind, also] : [kind]
  const heldOn = meant?.heldOn ?? on ?? usualDay(kind, last?.heldOn, todayHere())
  const send = useMutation({
    mutationFn: (body: Plan) => call(planMeeting, { params: { unit: unit.id }, body }),
    onSuccess: async (meeting) => {
      queries.setQueryData(['meeting', meeting.id], meeting)
      await queries.invalidateQueries({ queryKey: ['meetings'] })
      await queries.invalidateQueries({ queryKey: ['theme-days'] })
      void navigate({ to: '/meetings/$meeting', params: { meeting: meeting.id } })
    },
  })
  return (
    <>
      <PageHead title={`筹备${TERMS[kind]}`} lead={unit.name} />
      <PlanForm
        unit={unit}
        start={{
          title: usualTitle(kinds, heldOn),
          kinds,
          forYear: forYear ?? null,
          heldOn,
          startsAt: last?.startsAt ?? '',
          endsAt: null,
          place: last?.place ?? null,
          hostId: usualHost(posts),
          agenda: meant && meant.agenda.length > 0 ? meant.agenda : [''],
          theme: meant?.theme ?? null,
        }}
        from={last}
        dayFrom={meant?.dayFrom}
        error={send.error}
        busy={send.isPending}
        act="保存安排"
        onSave={(plan) => send.mutate(plan)}
        onBack={onBack}
      />
    </>
  )
}
