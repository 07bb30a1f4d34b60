import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { call } from '../http/call.ts'
import { Failed } from '../ui/Failed.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { NEED_WAYS, SubWays } from '../ui/SubWays.tsx'
import { AlikePart } from './AlikePart.tsx'
import { ClocksPart } from './ClocksPart.tsx'
import { ClosingPart } from './ClosingPart.tsx'
import { type Need, readNeed } from './contract.ts'
import { DangerOfNeed } from './DangerPart.tsx'
import { FilesPart } from './FilesPart.tsx'
import { HandlingPart } from './HandlingPart.tsx'
import { KnowersPart } from './KnowersPart.tsx'
import { STATE_NAMES } from './kinds.ts'
import { MeasuresPart } from './MeasuresPart.tsx'
import { numberOf } from './matter.ts'
import { OpenPart } from './OpenPart.tsx'
import type { PartProps } from './part.ts'
import { RecordPart } from './RecordPart.tsx'
import { TriagePart } from './TriagePart.tsx'
import { WordsPart } from './WordsPart.tsx'

/** One matter from its coming in to her answer, in the order in which things happen. */
export const NeedPage = () => {
  const { need: id } = useParams({ strict: false }) as { need: string }
  const read = useQuery({
    queryKey: ['need', id],
    queryFn: () => call(readNeed, { params: { need: id } }),
    // The words of a sensitive matter live in this page alone: they go when it is left, and when the half hour is over.
    gcTime: 0,
    refetchInterval: ({ state }) => untilClosed(state.data),
  })
  const queries = useQueryClient()
  const need = read.data
  const setOpened = (opened: Need) => queries.setQueryData(['need', id], opened)
  return (
    <>
      <SubWays label="走访与需求" ways={NEED_WAYS} />
      {read.isPending && <Loading />}
      {read.error && <Failed error={read.error} again={() => void read.refetch()} />}
      {need && <Whole need={need} onOpened={setOpened} />}
    </>
  )
}

const HALF_HOUR = 30 * 60_000

const untilClosed = (need: Need | undefined): number | false =>
  need?.openedUntil
    ? Math.min(HALF_HOUR, Math.max(1_000, Date.parse(need.openedUntil) - Date.now() + 1_000))
    : false

// One part a line, in the order in which things happen.
const Whole = (part: PartProps) => (
  <>
    <PageHead title={`需求${numberOf(part.need)}`} lead={STATE_NAMES[part.need.state]} />
    <DangerOfNeed {...part} />
    <OpenPart {...part} />
    <WordsPart {...part} />
    <AlikePart {...part} />
    <TriagePart {...part} />
    <ClocksPart {...part} />
    <HandlingPart {...part} />
    <MeasuresPart {...part} />
    <ClosingPart {...part} />
    <FilesPart {...part} />
    <RecordPart {...part} />
    <KnowersPart {...part} />
  </>
)
