import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { call } from '../http/call.ts'
import { refuse } from '../kernel/outcome.ts'
import { today } from '../ui/days.ts'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { useSaving } from '../ui/saving.ts'
import { planQuery } from './asking.ts'
import { recordStudySession, type Told } from './contract.ts'
import { studyGuide } from './guide.ts'
import { SessionForm } from './SessionForm.tsx'
import { EMPTY, fromItem } from './session-form.ts'

/** Records a session, from the plan where it stood there: then nothing of it is typed again. */
export const RecordSessionPage = () => {
  const { unit, may } = useHere()
  const { item, year } = useSearch({ from: '/frame/study/record' })
  if (!may(recordStudySession.asks, unit.path))
    return (
      <>
        <PageHead title="登记学习" />
        <RefusalNote refusal={refuse('not-permitted', '学习由支委会成员登记，党小组的由组长登记。')} />
      </>
    )
  return (
    <>
      <PageHead title="登记学习" lead={unit.name} />
      <Guide of="学习记录" guide={studyGuide.sessions} />
      {item ? (
        <Planned key={unit.id} item={item} year={year ?? today().year} />
      ) : (
        <Recording key={unit.id} start={{ ...EMPTY, heldOn: today().toString() }} />
      )}
    </>
  )
}

const Planned = ({ item, year }: { item: string; year: number }) => {
  const { unit } = useHere()
  const known = useSuspenseQuery(planQuery(unit.id, year)).data.items.find(({ id }) => id === item)
  const now = today().toString()
  return <Recording start={known ? fromItem(known, now) : { ...EMPTY, heldOn: now }} />
}

const Recording = ({ start }: { start: Told }) => {
  const { unit } = useHere()
  const navigate = useNavigate()
  const saving = useSaving(
    recordStudySession.body,
    (body: Told) => call(recordStudySession, { params: { unit: unit.id }, body }),
    ({ id }) => void navigate({ to: '/study/$session', params: { session: id } }),
  )
  return <SessionForm unitId={unit.id} start={start} act="登记学习" saving={saving} />
}
