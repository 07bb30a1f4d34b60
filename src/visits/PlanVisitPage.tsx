import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import { useHere } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { NEED_WAYS, SubWays } from '../ui/SubWays.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import { pointsQuery, visitQuery } from './asking.ts'
import type { ContactPoint } from './contact-contract.ts'
import { changePlan, planVisit, type Visit } from './contract.ts'
import { LABELS } from './labels.ts'
import { useCadres } from './using.ts'

/** 计划走访: a day, a place, who goes. */
export const PlanVisitPage = () => {
  const { point, visit } = useSearch({ strict: false }) as { point?: string; visit?: string }
  const points = useQuery(pointsQuery())
  const planned = useQuery({ ...visitQuery(visit ?? ''), enabled: visit !== undefined })
  const error = points.error ?? planned.error
  const isReady = points.data && (visit === undefined || planned.data)
  return (
    <>
      <SubWays label="走访与需求" ways={NEED_WAYS} />
      <PageHead
        title={visit ? '改走访计划' : '计划走访'}
        lead="定下哪一天、到哪里、谁去，到时在“今日”里提醒。"
      />
      {error && <Failed error={error} />}
      {!isReady && !error && <Loading what="联系点" lines={4} />}
      {isReady && <PlanForm points={points.data.points} visit={planned.data} start={point} />}
    </>
  )
}

const ELSEWHERE = 'elsewhere'

type Props = { points: readonly ContactPoint[]; visit: Visit | undefined; start: string | undefined }

const PlanForm = ({ points, visit, start }: Props) => {
  const { person } = useHere()
  const navigate = useNavigate()
  const cadres = useCadres()
  const [plannedOn, setPlannedOn] = useState(visit?.plannedOn ?? today().add({ days: 1 }).toString())
  const [at, setAt] = useState(visit ? (visit.pointId ?? ELSEWHERE) : (start ?? ''))
  const [place, setPlace] = useState(visit?.place ?? '')
  const [visitors, setVisitors] = useState<readonly string[]>(
    visit?.visitors.map(({ id }) => id) ?? [person.id],
  )
  const saving = useSaving(
    visit ? changePlan.body : planVisit.body,
    async (body: never) => {
      if (!visit) return (await call(planVisit, { body })).id
      await call(changePlan, { params: { visit: visit.id }, body })
      return visit.id
    },
    (id) => void navigate({ to: '/visits/$visit', params: { visit: id } }),
  )
  const send = () =>
    saving.save({
      plannedOn,
      pointId: at === ELSEWHERE ? null : at,
      place: at === ELSEWHERE ? orNull(place) : null,
      visitors,
      ...(visit ? { version: visit.version } : {}),
    })
  return (
    <SavedForm saving={saving} labels={LABELS} act={visit ? '保存计划' : '定下计划'} onSend={send}>
      <DayField
        name="plannedOn"
        label={LABELS.plannedOn}
        value={plannedOn}
        onChange={setPlannedOn}
        today={today()}
        error={saving.errors.plannedOn}
      />
      <ChoiceField
        name="pointId"
        label={LABELS.pointId}
        value={at}
        onChange={setAt}
        error={saving.errors.pointId}
        choices={[
          ...points.map(({ id, name }) => ({ value: id, label: name })),
          { value: ELSEWHERE, label: '其他地方' },
        ]}
      />
      {at === ELSEWHERE && (
        <TextField
          name="place"
          label={LABELS.place}
          value={place}
          onChange={setPlace}
          hint="写到社区、单位就够，不写门牌和住户"
          error={saving.errors.place}
        />
      )}
      <PersonPicker
        name="visitors"
        label={LABELS.visitors}
        people={cadres}
        value={visitors}
        onChange={setVisitors}
        error={saving.errors.visitors}
      />
    </SavedForm>
  )
}
