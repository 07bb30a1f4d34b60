import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act, type Permit } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import css from './analyses.module.css'
import { type Done, type OwnAnalysis, withdrawOwnAnalysis } from './contract.ts'
import { Opinions } from './Opinions.tsx'

type Props = { own: OwnAnalysis; done: Done; onKnown: (own: OwnAnalysis) => void }

/** What was handed in and when, what was answered, and the way back. */
export const DonePart = ({ own, done, onKnown }: Props) => {
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const withdraw = useMutation({
    mutationFn: () => call(withdrawOwnAnalysis, { params: { from: own.from } }),
    onSuccess: async (known) => {
      setAsking(false)
      onKnown(known)
      await queries.invalidateQueries({ queryKey: ['today'] })
    },
  })
  return (
    <section className={css.done} aria-label="完成情况">
      <p>{saying(done)}</p>
      {done.way === 'handed-in' && (
        <p className="aside">下面再改，改动留在您自己这里，不会带到已交的那一份。</p>
      )}
      <Opinions opinions={done.opinions} />
      {done.way !== 'paper' && (
        <div className={css.acts}>
          <Act permit={permitOf(done)} onClick={() => setAsking(true)}>
            撤回
          </Act>
        </div>
      )}
      <ConfirmDialog
        opened={asking}
        title={`要撤回${own.name}党性分析吗？`}
        act="撤回"
        busy={withdraw.isPending}
        onAct={() => withdraw.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>撤回后支部看到的是未完成，交出的内容删去；您写的仍在这里。</p>
        {withdraw.error && <Failed error={withdraw.error} />}
      </ConfirmDialog>
    </section>
  )
}

const saying = ({ way, doneOn, headings }: Done): string => {
  if (way === 'paper') return `支部已登记：${sayDay(doneOn)}收到您的纸质材料。`
  if (way === 'kept') return `${sayDay(doneOn)}您说明已写好，内容没有交出。`
  return `${sayDay(doneOn)}交给支部：${headings.join('、')}。`
}

const permitOf = ({ opinions }: Done): Permit =>
  opinions.length > 0 ? { may: false, reason: '已有意见，不能再撤回' } : { may: true }
