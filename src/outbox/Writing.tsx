import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { Act } from '../ui/Act.tsx'
import { useAutosave } from '../ui/autosave.ts'
import { today } from '../ui/days.ts'
import type { Errors } from '../ui/errors.ts'
import { Saved } from '../ui/Saved.tsx'
import type { Kit } from './contract.ts'
import { type Draft, newId } from './draft.ts'
import { faultsIn } from './faults.ts'
import { NeedRows } from './NeedRows.tsx'
import css from './outbox.module.css'
import { discard, save, send } from './outbox.ts'
import { VisitPart } from './VisitPart.tsx'

/** The form itself. It keeps itself on the device while it is written, and goes into the outbox when it is handed in. */
export const Writing = ({ start, kit }: { start: Draft; kit: Kit }) => {
  const navigate = useNavigate()
  const [draft, setDraft] = useState(start)
  const [errors, setErrors] = useState<Errors>({})
  const [busy, setBusy] = useState(false)
  const over = useRef(false)
  const { state, again } = useAutosave(
    draft,
    async (value) => {
      if (!over.current) await save(value, 'writing')
    },
    400,
  )
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }))
  const leave = async (): Promise<void> => navigate({ to: '/outbox' })

  const handIn = async (): Promise<void> => {
    const found = faultsIn(draft, today().toString())
    setErrors(found)
    const [first] = Object.keys(found)
    if (first) return document.getElementsByName(first)[0]?.focus()
    setBusy(true)
    over.current = true
    await save({ ...draft, revision: newId() }, 'waiting')
    void send()
    await leave()
  }
  const throwAway = async (): Promise<void> => {
    over.current = true
    await discard(draft.id)
    await leave()
  }

  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        void handIn()
      }}
    >
      <VisitPart kit={kit} draft={draft} onChange={change} errors={errors} />
      <NeedRows needs={draft.needs} onChange={(needs) => change({ needs })} errors={errors} />
      {Object.keys(errors).length > 0 && (
        <p className={css.error} role="alert">
          还有 {Object.keys(errors).length} 处要补，已在旁边写明。
        </p>
      )}
      <div className={css.acts}>
        <Act primary type="submit" loading={busy}>
          写好了，上传
        </Act>
        <Act onClick={() => void throwAway()}>不要这件草稿</Act>
        <Saved state={state} again={again} />
      </div>
    </form>
  )
}
