import { useQuery } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { today } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { Loading } from '../ui/Loading.tsx'
import { readVisit, type Visit, type VisitFields } from '../visits/contract.ts'
import type { Kit } from './contract.ts'
import { draftOf, newDraft } from './draft.ts'
import css from './outbox.module.css'
import { Writing } from './Writing.tsx'

/** A visit that is recorded is changed, one that was planned is told of, in the form in which a new one is written. */
export const OfVisit = ({ visit: id, kit }: { visit: string; kit: Kit }) => {
  const read = useQuery({
    queryKey: ['visit-to-change', id],
    queryFn: () => call(readVisit, { params: { visit: id } }),
    // What was opened is the base of the change: never exchanged under the hand.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  if (read.error) return <Failed error={read.error} again={() => void read.refetch()} />
  if (!read.data) return <Loading what="走访" />
  if (!read.data.hers || read.data.stage === 'withdrawn')
    return <p className={css.trouble}>走访由参加走访的人和登记人更正；已经撤销的不能再改。</p>
  const fields = fieldsOf(read.data)
  const held = read.data.stage === 'held'
  const of = { id, version: read.data.version, base: held ? fields : null }
  const start = draftOf(of, fields, newDraft(kit, today().toString()))
  return <Writing start={start} kit={kit} />
}

const fieldsOf = ({
  pointId,
  place,
  heldOn,
  visitors,
  consent,
  words,
  promises,
}: Visit): VisitFields | null =>
  words && heldOn && consent
    ? {
        pointId,
        place,
        heldOn,
        consent,
        visitors: visitors.map(({ id }) => id),
        whom: words.whom,
        seen: words.seen,
        done: words.done,
        promises: promises.map(({ id, what, dueOn, ownerId }) => ({ id, what, dueOn, ownerId })),
      }
    : null
