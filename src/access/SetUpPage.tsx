import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Alone } from '../ui/Alone.tsx'
import { ErrorList } from '../ui/ErrorList.tsx'
import { errorsIn, refusalIn } from '../ui/errors.ts'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { StepList } from '../ui/StepList.tsx'
import { setUp } from './contract.ts'
import { LinkMissing } from './LinkMissing.tsx'
import css from './SetUpPage.module.css'
import { LABELS, STEP_FIELDS } from './SetUpSteps.tsx'
import {
  BLANK,
  type Draft,
  faultsOfStep,
  formOf,
  STEPS,
  type StepId,
  shownAs,
  stepOf,
} from './set-up-form.ts'
import { useFaults } from './useFaults.tsx'

const KEPT = 'zhixing set-up'

/** The first officer's page: four short steps; what is typed stays in this tab until it is sent. */
export const SetUpPage = () => {
  const router = useRouter()
  const queries = useQueryClient()
  const [token] = useState(() => location.hash.slice(1))
  const [draft, setDraft] = useState(keptDraft)
  const [step, setStep] = useState<StepId>('organ')
  const faults = useFaults()
  useEffect(() => sessionStorage.setItem(KEPT, JSON.stringify({ ...draft, password: '' })), [draft])

  const send = useMutation({
    mutationFn: () => call(setUp, { body: formOf(draft, token) }),
    onSuccess: async () => {
      sessionStorage.removeItem(KEPT)
      await queries.resetQueries({ queryKey: ['session'] })
      router.history.push('/members')
    },
    onError: (error) => {
      const refusal = refusalIn(error)
      if (!refusal?.field || refusal.field === 'token') return
      setStep(stepOf(refusal.field))
      faults.tell({ [shownAs(refusal.field)]: refusal.message })
    },
  })
  if (token === '') return <LinkMissing what="首次设置" />

  const at = STEPS.findIndex(({ id }) => id === step)
  const refusal = refusalIn(send.error)
  const go = (to: StepId): void => {
    faults.tell({})
    setStep(to)
    scrollTo({ top: 0 })
  }
  const onward = (): void => {
    if (!faults.tell(faultsOfStep(draft, step, errorsIn))) return
    const next = STEPS[at + 1]
    if (next) go(next.id)
    else send.mutate()
  }
  const change = (more: Partial<Draft>): void => {
    setDraft({ ...draft, ...more })
    faults.touch(...Object.keys(more))
  }
  const Fields = STEP_FIELDS[step]

  return (
    <Alone title="首次设置" wide>
      <StepList
        label="设置的步骤"
        steps={STEPS.map(({ id, title }, place) => ({
          id,
          title,
          state: place < at ? 'done' : place === at ? 'now' : 'later',
        }))}
        onPick={(id) => go(id as StepId)}
      />
      <form
        key={step}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          onward()
        }}
      >
        <h2>{STEPS[at]?.title}</h2>
        {refusal && (refusal.field === undefined || refusal.field === 'token') && (
          <RefusalNote refusal={refusal} />
        )}
        <ErrorList errors={faults.found} labels={LABELS} />
        <Fields draft={draft} faults={faults.beside} onChange={change} />
        <div className={css.acts}>
          <Act primary type="submit" loading={send.isPending}>
            {at === STEPS.length - 1 ? '建立组织并登录' : '下一步'}
          </Act>
          {at > 0 && <Act onClick={() => go(STEPS[at - 1]!.id)}>上一步</Act>}
        </div>
      </form>
    </Alone>
  )
}

const keptDraft = (): Draft => {
  try {
    return { ...BLANK, ...(JSON.parse(sessionStorage.getItem(KEPT) ?? '{}') as Partial<Draft>), password: '' }
  } catch {
    return BLANK
  }
}
