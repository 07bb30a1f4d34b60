import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import { today } from '../ui/days.ts'
import { Guide } from '../ui/Guide.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { NEED_WAYS, SubWays } from '../ui/SubWays.tsx'
import { useSaving } from '../ui/saving.ts'
import { receiveNeed } from './contract.ts'
import { INTAKE_LABELS, IntakeFields, type Taken } from './IntakeFields.tsx'
import { QUEUE_GUIDE } from './queue-guide.ts'
import { ReceiveAlike } from './ReceiveAlike.tsx'
import { useQuestion } from './using-question.tsx'

/** 登记需求: a call, a letter, somebody at the door, a question taken home from a lecture. */
export const ReceivePage = () => {
  const { lecture, question } = useSearch({ from: '/frame/needs/receive' })
  const asked = useQuestion(lecture, question)
  return (
    <>
      <SubWays label="走访与需求" ways={NEED_WAYS} />
      <PageHead title="登记需求" lead="先听她说，要紧的几项记下就行，其余可以以后补。" />
      <Guide of="登记需求" guide={QUEUE_GUIDE.receive} />
      {!asked.isPending && <Intake key={asked.text} asked={asked.text} />}
    </>
  )
}

const LINE = 60

const Intake = ({ asked }: { asked: string }) => {
  const navigate = useNavigate()
  // Sent twice it is one. Over plain HTTP the browser makes no ids; then the server does.
  const [id] = useState(() => ('randomUUID' in crypto ? crypto.randomUUID() : undefined))
  const [taken, setTaken] = useState<Taken>({
    danger: false,
    channel: asked === '' ? 'call' : 'outreach',
    receivedOn: today().toString(),
    line: asked.slice(0, LINE),
    category: '',
    sensitive: false,
    anonymous: false,
    facts: asked.length > LINE ? asked : '',
    wish: '',
    before: '',
    area: '',
    asker: { name: '', phone: '', note: '' },
  })
  const saving = useSaving(
    receiveNeed.body,
    (body: Body<typeof receiveNeed>) => call(receiveNeed, { body }),
    (received) => void navigate({ to: '/needs/$need', params: { need: received.id } }),
  )
  return (
    <SavedForm
      saving={saving}
      labels={INTAKE_LABELS}
      act="登记"
      onSend={() => saving.save({ id, visitId: null, ...taken })}
    >
      <IntakeFields taken={taken} errors={saving.errors} onChange={setTaken} />
      <ReceiveAlike taken={taken} />
    </SavedForm>
  )
}
