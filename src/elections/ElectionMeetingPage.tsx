import { useQuery } from '@tanstack/react-query'
import { Failed } from '../ui/Failed.tsx'
import { Guide } from '../ui/Guide.tsx'
import { Loading } from '../ui/Loading.tsx'
import { ElectionFrame } from './ElectionFrame.tsx'
import { GatheringPart } from './GatheringPart.tsx'
import type { Body } from './gathering.ts'
import { ELECTIONS_GUIDE } from './guide.ts'
import { meetingQuery } from './meeting-asking.tsx'

/** 大会: plan it, open it, count who came, go through the agenda. */
export const ElectionMeetingPage = () => (
  <ElectionFrame part="大会">{({ id }) => <MeetingOf election={id} body="members" guide />}</ElectionFrame>
)

type Props = { election: string; body: Body; guide?: boolean }

/** A meeting of one body: of the members, or the first plenary of the new committee, which has its place among what follows. */
export const MeetingOf = ({ election, body, guide = false }: Props) => {
  const { data, error, refetch } = useQuery(meetingQuery(election, body))
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Loading what="大会" />
  return (
    <>
      {guide && <Guide of="选举大会" guide={ELECTIONS_GUIDE.meeting} />}
      <GatheringPart meeting={data} />
    </>
  )
}
