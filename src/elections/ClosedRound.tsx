import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Failed } from '../ui/Failed.tsx'
import css from './count.module.css'
import type { OfRole } from './count-asking.ts'
import { useCounting } from './count-asking.ts'
import { OutcomePart } from './OutcomePart.tsx'
import { reopenRound, type ShownRound } from './round-contract.ts'

/** A closed ballot stands as it was judged; taken back only while nothing was built on it. */
export const ClosedRound = ({ of, round }: { of: OfRole; round: ShownRound }) => {
  const { election, mayLead, version } = of
  const [asking, setAsking] = useState(false)
  const reopening = useCounting(
    election,
    () => call(reopenRound, { params: { election, round: round.id }, body: { version } }),
    () => setAsking(false),
  )
  return (
    <>
      <OutcomePart round={round} />
      <p className="aside">
        监票人签字：{round.signedBy.join('、')}。
        {round.remainder !== null && round.remainder > 0 && `剩余选票 ${round.remainder} 张，封存。`}
      </p>
      {reopening.error && <Failed error={reopening.error} />}
      {mayLead && (
        <div className={css.acts}>
          <Act
            permit={round.builtOn ? { may: false, reason: `${round.builtOn}，不能再撤回。` } : { may: true }}
            onClick={() => setAsking(true)}
          >
            撤回结果
          </Act>
        </div>
      )}
      <ConfirmDialog
        opened={asking}
        title="要撤回这次计票结果吗？"
        act="撤回结果"
        busy={reopening.isPending}
        onAct={() => reopening.mutate(undefined)}
        onClose={() => setAsking(false)}
      >
        <p>当选登记一并撤回，票数留着，可以更正后重新封定。撤回会记入改动留痕。</p>
        <p>逐张读的票已经销毁，撤回后只能按总数更正；要重新读，先改回逐张计票。</p>
      </ConfirmDialog>
    </>
  )
}
