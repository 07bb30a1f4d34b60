import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import css from './count.module.css'
import type { OfRole } from './count-asking.ts'
import { useCounting } from './count-asking.ts'
import { emptyHands, HandsFields, handsIn } from './HandsFields.tsx'
import { reduceSeats, type ShownRole } from './round-contract.ts'

type Props = { of: OfRole; seats: number; reduction: NonNullable<ShownRole['reduction']> }

/** Seats left empty with the consent of the meeting, where so few are missing that the clause allows it. */
export const ReduceSeats = ({ of, seats, reduction }: Props) => {
  const { election, gathering, role, version } = of
  const [hands, setHands] = useState(emptyHands)
  const reducing = useCounting(election, () =>
    call(reduceSeats, {
      params: { election },
      body: { gathering: gathering.id, role: role.role, ...handsIn(hands), version },
    }),
  )
  const { holds } = reduction.judgment
  return (
    <details className={css.reduce}>
      <summary>不再选举，减少 {seats} 个名额</summary>
      <p className={css.judged} data-holds={holds}>
        {reduction.words}
      </p>
      {holds && (
        <>
          <HandsFields about="减少名额的表决" hands={hands} onChange={setHands} />
          {reducing.error && <Failed error={reducing.error} />}
          <div className={css.acts}>
            <Act
              permit={hands.approve === '' ? { may: false, reason: '先填赞成人数' } : { may: true }}
              loading={reducing.isPending}
              onClick={() => reducing.mutate(undefined)}
            >
              减少名额
            </Act>
          </div>
        </>
      )}
    </details>
  )
}
