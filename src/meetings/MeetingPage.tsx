import { useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { meetingQuery } from './asking.ts'
import { MeetingHead } from './MeetingHead.tsx'
import { Planned } from './Planned.tsx'
import { RecordForm } from './RecordForm.tsx'
import { RecordText } from './RecordText.tsx'
import { todayHere } from './today.ts'

/** One meeting on one page, from its plan to its amendments. */
export const MeetingPage = () => {
  const { meeting: id } = useParams({ from: '/frame/meetings/$meeting' })
  const meeting = useSuspenseQuery(meetingQuery(id)).data
  const ahead = meeting.stage === 'planned' && meeting.heldOn > todayHere().toString()
  // Once begun, writing goes on: the form must not be laid anew when its first saving makes a draft of the plan.
  const [begun, setBegun] = useState(false)
  const writes = meeting.permits.change.may
  return (
    <>
      <MeetingHead meeting={meeting} />
      {writes && ahead && !begun && <Planned meeting={meeting} onWrite={() => setBegun(true)} />}
      {writes && (!ahead || begun) && <RecordForm key={meeting.id} start={meeting} />}
      {!writes && <RecordText meeting={meeting} />}
    </>
  )
}
