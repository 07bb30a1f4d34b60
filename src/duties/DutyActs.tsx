import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act, type Permit } from '../ui/Act.tsx'
import { today } from '../ui/days.ts'
import { refusalIn } from '../ui/errors.ts'
import { type Here, useHere } from '../ui/here.ts'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { type Duty, type DutyRule, excuseDuty, stateEvidence, withdrawExcuse } from './contract.ts'
import css from './DutyPanel.module.css'
import { ExcuseForm } from './ExcuseForm.tsx'
import type { Names } from './names.ts'
import { PLACES, PLANNED, planAddress } from './planning.ts'
import { StatementForm } from './StatementForm.tsx'

type Props = {
  unitId: string
  rule: DutyRule
  duties: readonly Duty[]
  names: Names
}

/** What can be done about a duty, each act with the reason where it cannot be. */
export const DutyActs = ({ unitId, rule, duties, names }: Props) => {
  const here = useHere()
  const router = useRouter()
  const [form, setForm] = useState<'none' | 'excuse' | 'statement'>('none')
  const path = here.units.find(({ id }) => id === unitId)?.path ?? here.unit.path
  const kind = rule.by.find((each) => PLANNED.has(each))
  const place = rule.by.map((each) => PLACES[each]).find((each) => each !== undefined)
  const [duty] = duties
  if (!duty) return null
  const close = () => setForm('none')

  const settled = settledWord(duties)
  if (settled) return <p>{settled}</p>
  if (form === 'excuse') return <ExcuseForm unitId={unitId} duty={duty} onDone={close} />
  if (form === 'statement')
    return <StatementForm unitId={unitId} rule={rule} duties={duties} names={names} onDone={close} />
  return (
    <div className={css.acts}>
      {kind && (
        <Act
          permit={permitOf(here, stateEvidence.asks, path, null)}
          onClick={() => router.history.push(planAddress(kind, unitId, duty, today()))}
        >
          安排一次会议
        </Act>
      )}
      {place && (
        <Act onClick={() => router.history.push(`${place.to}?${new URLSearchParams({ unit: unitId })}`)}>
          {place.act}
        </Act>
      )}
      {!kind && !place && (
        <Act permit={permitOf(here, stateEvidence.asks, path, null)} onClick={() => setForm('statement')}>
          登记办理情况
        </Act>
      )}
      {rule.by.includes('renewal') && (
        <p>选举结果生效后，新一届自动登记，本项随即完成。已在别处办完的，可在组织架构里直接登记新一届。</p>
      )}
      {duty.excuse ? (
        <Withdraw excuse={duty.excuse} permit={permitOf(here, excuseDuty.asks, path, null)} />
      ) : (
        duties.length === 1 && (
          <Act
            permit={permitOf(
              here,
              excuseDuty.asks,
              path,
              duty.state === 'not-yet' ? '这一期还没有开始。' : null,
            )}
            onClick={() => setForm('excuse')}
          >
            说明未做的原因
          </Act>
        )
      )}
    </div>
  )
}

const permitOf = (here: Here, asks: string, path: string, reason: string | null): Permit => {
  if (!here.may(asks, path)) return { may: false, reason: '由该组织的书记、副书记或组织委员办理。' }
  return reason === null ? { may: true } : { may: false, reason }
}

/** Where nothing is left to do, that is said. */
const settledWord = (duties: readonly Duty[]): string | null => {
  if (duties.every(({ state }) => state === 'not-owed')) return '这一期不需要做。'
  const isDone = ({ state }: Duty) => state === 'done' || state === 'late' || state === 'not-owed'
  return duties.every(isDone) ? '这一期已经完成，没有要办的。' : null
}

const Withdraw = ({ excuse, permit }: { excuse: NonNullable<Duty['excuse']>; permit: Permit }) => {
  const queries = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      call(withdrawExcuse, { params: { excuse: excuse.id }, body: { version: excuse.version } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['year'] }),
  })
  const refusal = refusalIn(error)
  return (
    <>
      {refusal && <RefusalNote refusal={refusal} />}
      <Act permit={permit} loading={isPending} onClick={() => mutate()}>
        撤回说明
      </Act>
    </>
  )
}
