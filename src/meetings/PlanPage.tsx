import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import { refuse } from '../kernel/outcome.ts'
import { type HereUnit, useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { lastOfKindQuery, postsQuery } from './asking.ts'
import { type Kind, planMeeting } from './contract.ts'
import { KindChoice } from './KindChoice.tsx'
import { kindsFor, sameCircle } from './kinds.ts'
import { type Plan, PlanForm } from './PlanForm.tsx'
import { usualDay, usualHost, usualTitle } from './plan-defaults.ts'
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
  return (
    <Planning
      key={picked.kind}
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
}

/** Fills in what is known: day by the rhythm of the kind, hour and place of the last one, the chair by post. */
const Planning = ({ unit, kind, also, forYear, on, onBack }: Planned) => {
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [last] = useSuspenseQuery(lastOfKindQuery(unit.id, kind)).data.meetings
  const { posts } = useSuspenseQuery(postsQuery(unit.id)).data
  const kinds = also && sameCircle([kind, also]) && kindsFor(unit.kind).includes(also) ? [kind, also] : [kind]
  const heldOn = on ?? usualDay(kind, last?.heldOn, todayHere())
  const send = useMutation({
    mutationFn: (body: Plan) => call(planMeeting, { params: { unit: unit.id }, body }),
    onSuccess: async (meeting) => {
      queries.setQueryData(['meeting', meeting.id], meeting)
      await queries.invalidateQueries({ queryKey: ['meetings'] })
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
          agenda: [''],
        }}
        from={last}
        error={send.error}
        busy={send.isPending}
        act="保存安排"
        onSave={(plan) => send.mutate(plan)}
        onBack={onBack}
      />
    </>
  )
}
