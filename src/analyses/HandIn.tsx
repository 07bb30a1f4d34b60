import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { TickField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import css from './analyses.module.css'
import { handInAnalysis, type OwnAnalysis, sayAnalysisKept } from './contract.ts'

type Props = {
  own: OwnAnalysis
  written: readonly string[]
  keepNow: () => Promise<void>
  onKnown: (own: OwnAnalysis) => void
}

/** 交给支部: all that is written, or the headings she chooses; or only that it is written. */
export const HandIn = ({ own, written, keepNow, onKnown }: Props) => (
  <>
    <FormAct
      act="交给支部"
      title={`交${own.name}党性分析`}
      permit={written.length > 0 ? { may: true } : { may: false, reason: '写了再交' }}
    >
      {() => <Choosing own={own} written={written} keepNow={keepNow} onKnown={onKnown} />}
    </FormAct>
    <SayKept own={own} onKnown={onKnown} />
  </>
)

const Choosing = ({ own, written, keepNow, onKnown }: Props) => {
  const queries = useQueryClient()
  const [left, setLeft] = useState<readonly string[]>([])
  const chosen = written.filter((heading) => !left.includes(heading))
  const hand = useMutation({
    mutationFn: async () => {
      await keepNow()
      return call(handInAnalysis, { params: { from: own.from }, body: { headings: chosen } })
    },
    onSuccess: async (known) => {
      onKnown(known)
      await queries.invalidateQueries({ queryKey: ['today'] })
    },
  })
  return (
    <div className={css.opened}>
      <fieldset className={css.choices}>
        <legend>交哪几段</legend>
        {written.map((heading) => (
          <TickField
            key={heading}
            label={heading}
            value={!left.includes(heading)}
            onChange={(ticked) =>
              setLeft(ticked ? left.filter((each) => each !== heading) : [...left, heading])
            }
          />
        ))}
      </fieldset>
      <p className="aside">
        交出后，本支部委员和您的党小组长可以打开，每次打开都记下用途，您在“谁打开过我的记录”里看得到。有人提意见以前，可以撤回。
      </p>
      {hand.error && <Failed error={hand.error} />}
      <Act
        primary
        loading={hand.isPending}
        permit={chosen.length > 0 ? { may: true } : { may: false, reason: '至少选一段' }}
        onClick={() => hand.mutate()}
      >
        交出所选的
      </Act>
    </div>
  )
}

const SayKept = ({ own, onKnown }: Pick<Props, 'own' | 'onKnown'>) => {
  const queries = useQueryClient()
  const say = useMutation({
    mutationFn: () => call(sayAnalysisKept, { params: { from: own.from } }),
    onSuccess: async (known) => {
      onKnown(known)
      await queries.invalidateQueries({ queryKey: ['today'] })
    },
  })
  return (
    <>
      <Act loading={say.isPending} onClick={() => say.mutate()}>
        只说明已写好
      </Act>
      {say.error && <Failed error={say.error} />}
    </>
  )
}
