import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act, type Permit } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Failed } from '../ui/Failed.tsx'
import { TickField } from '../ui/Field.tsx'
import css from './count.module.css'
import type { OfRole } from './count-asking.ts'
import { comparisonQuery, useCounting } from './count-asking.ts'
import { closeRound, dropRound, type ShownRound } from './round-contract.ts'

type Props = { of: OfRole; round: ShownRound; busy: boolean }

/** Signed by the scrutineers, then it stands. What does not add up cannot be closed. */
export const CloseRound = ({ of, round, busy }: Props) => {
  const { election, gathering, version } = of
  const scrutineers = gathering.officers.filter(({ role }) => role !== 'teller')
  const [signed, setSigned] = useState(() => scrutineers.map(({ id }) => id))
  const [asking, setAsking] = useState<'close' | 'drop' | null>(null)
  const done = () => setAsking(null)
  const params = { election, round: round.id }
  const closing = useCounting(
    election,
    () =>
      call(closeRound, {
        params,
        body: { signedBy: signed, roundVersion: round.version, version },
      }),
    done,
  )
  const dropping = useCounting(election, () => call(dropRound, { params, body: { version } }), done)
  const failure = closing.error ?? dropping.error
  const compared = useQuery({ ...comparisonQuery(params), enabled: isRead(round) })
  const differing = isRead(round) ? (compared.data?.differing.length ?? 0) : 0
  return (
    <div className={css.close}>
      {scrutineers.length > 0 && (
        <fieldset className={css.ticks}>
          <legend>在计票结果上签字的监票人</legend>
          {scrutineers.map(({ id, name }) => (
            <TickField
              key={id}
              label={name}
              value={signed.includes(id)}
              onChange={(signs) =>
                setSigned(signs ? [...signed, id] : signed.filter((other) => other !== id))
              }
            />
          ))}
        </fieldset>
      )}
      {failure && <Failed error={failure} />}
      <div className={css.acts}>
        <Act
          primary
          permit={permitOf(round, {
            scrutineers: scrutineers.length,
            signed: signed.length,
            differing,
            busy,
          })}
          onClick={() => setAsking('close')}
        >
          封定结果
        </Act>
        <Act onClick={() => setAsking('drop')}>取消这次投票</Act>
      </div>
      <ConfirmDialog
        opened={asking === 'close'}
        title="要封定这次计票结果吗？"
        act="封定结果"
        busy={closing.isPending}
        onAct={() => closing.mutate(undefined)}
        onClose={done}
      >
        <p>封定后票数和判定不能再改，当选的人登记在册。逐张读票的记录随即销毁，纸质选票由监票人密封保存。</p>
      </ConfirmDialog>
      <ConfirmDialog
        opened={asking === 'drop'}
        title="要取消这次投票吗？"
        act="取消这次投票"
        busy={dropping.isPending}
        onAct={() => dropping.mutate(undefined)}
        onClose={done}
      >
        <p>发错了、还没有投的，可以取消。已录的票数和读票一并删除，不能找回。</p>
      </ConfirmDialog>
    </div>
  )
}

const isRead = ({ form, readings }: ShownRound): boolean =>
  form === 'sheets' && readings.length === 2 && readings.every(({ finished }) => finished)

type Known = { scrutineers: number; signed: number; differing: number; busy: boolean }

const permitOf = (round: ShownRound, { scrutineers, signed, differing, busy }: Known): Permit => {
  if (busy) return { may: false, reason: '正在保存' }
  if (round.form === 'sheets' && round.outcome === null && !isRead(round))
    return { may: false, reason: '两遍读票都读完、核对一致后才能封定' }
  if (differing > 0) return { may: false, reason: `还有 ${differing} 张不一致，先认定` }
  if (round.form === 'totals' && round.fault)
    return { may: false, reason: '还没有录全，或合计对不上，见上面标出的地方' }
  if (scrutineers === 0) return { may: false, reason: '先在“大会”里登记监票人' }
  return signed === 0 ? { may: false, reason: '要有监票人签字' } : { may: true }
}
