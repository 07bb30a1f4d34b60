import { useQuery } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { Failed } from '../ui/Failed.tsx'
import { Guide } from '../ui/Guide.tsx'
import { Loading } from '../ui/Loading.tsx'
import { CandidateLists } from './CandidateLists.tsx'
import { readCandidates } from './candidate-contract.ts'
import css from './candidates.module.css'
import { ElectionFrame, electionKey } from './ElectionFrame.tsx'
import { ELECTIONS_GUIDE } from './guide.ts'
import { NominationsPart } from './NominationsPart.tsx'

/** 候选人: what the groups recommended, who stands, what the rules say of it. */
export const CandidatesPage = () => (
  <ElectionFrame part="候选人">{({ id }) => <Whole election={id} />}</ElectionFrame>
)

const Whole = ({ election }: { election: string }) => {
  const { data, error, refetch } = useQuery({
    queryKey: [...electionKey(election), 'candidates'],
    queryFn: () => call(readCandidates, { params: { election } }),
    // Forms lie over it: it must not change by itself while somebody writes.
    refetchOnWindowFocus: false,
  })
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Loading what="候选人" />
  return (
    <div className={css.parts}>
      <Guide of="提名和候选人" guide={ELECTIONS_GUIDE.candidates} />
      {data.rostered && <NominationsPart of={data} />}
      <CandidateLists of={data} />
    </div>
  )
}
