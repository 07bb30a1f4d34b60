import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Failed } from '../ui/Failed.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { NEED_WAYS, SubWays } from '../ui/SubWays.tsx'
import { AlikePart } from './AlikePart.tsx'
import { ClocksPart } from './ClocksPart.tsx'
import { type Need, readNeed } from './contract.ts'
import { DangerOfNeed } from './DangerPart.tsx'
import { STATE_NAMES } from './kinds.ts'
import { numberOf } from './matter.ts'
import type { PartProps } from './part.ts'
import { TriagePart } from './TriagePart.tsx'
import { WordsPart } from './WordsPart.tsx'

/** One matter from its coming in to her answer, in the order in which things happen. */
export const NeedPage = () => {
  const { need: id } = useParams({ strict: false }) as { need: string }
  const read = useQuery({
    queryKey: ['need', id],
    queryFn: () => call(readNeed, { params: { need: id } }),
  })
  // The words of a sensitive matter live in this page alone, and go when it is left.
  const [opened, setOpened] = useState<Need | null>(null)
  const need = opened?.version === read.data?.version && opened ? opened : read.data
  return (
    <>
      <SubWays label="走访与需求" ways={NEED_WAYS} />
      {read.isPending && <Loading />}
      {read.error && <Failed error={read.error} again={() => void read.refetch()} />}
      {need && <Whole need={need} onOpened={setOpened} />}
    </>
  )
}

// One part a line, in the order in which things happen.
const Whole = (part: PartProps) => (
  <>
    <PageHead title={`需求${numberOf(part.need)}`} lead={STATE_NAMES[part.need.state]} />
    <DangerOfNeed {...part} />
    <WordsPart {...part} />
    <AlikePart {...part} />
    <TriagePart {...part} />
    <ClocksPart {...part} />
  </>
)
