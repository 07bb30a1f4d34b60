import { useNavigate, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { Act } from '../ui/Act.tsx'
import { useAutosave } from '../ui/autosave.ts'
import { today } from '../ui/days.ts'
import type { Errors } from '../ui/errors.ts'
import { Guide } from '../ui/Guide.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { Saved } from '../ui/Saved.tsx'
import type { Kit } from './contract.ts'
import { type Draft, newDraft, newId } from './draft.ts'
import { faultsIn } from './faults.ts'
import { outboxGuide } from './guide.ts'
import { NeedRows } from './NeedRows.tsx'
import { OfVisit } from './OfVisit.tsx'
import css from './outbox.module.css'
import { discard, type Outbox, save, send } from './outbox.ts'
import { NotReady, Standing, Ways } from './Standing.tsx'
import { useOutbox } from './using.ts'
import { VisitPart } from './VisitPart.tsx'

/** 记走访: one form for a visit and the needs told on it, which works without a network once it was opened. */
export const RecordPage = () => {
  const outbox = useOutbox()
  const { draft, visit } = useSearch({ strict: false }) as { draft?: string; visit?: string }
  return (
    <>
      <Ways />
      <PageHead
        title={visit ? '改走访' : '记走访'}
        lead="没有网络也可以写，写的内容加密存在本机，有网络时自己上传。"
      />
      {!outbox.ready ? (
        <Loading what="走访登记" />
      ) : outbox.kit ? (
        <>
          <Standing outbox={outbox} />
          <Guide of="走访登记" guide={outboxGuide.record} />
          {visit ? (
            <OfVisit key={visit} visit={visit} kit={outbox.kit} />
          ) : (
            <Kept key={draft ?? 'new'} id={draft} outbox={outbox} kit={outbox.kit} />
          )}
        </>
      ) : (
        <NotReady outbox={outbox} />
      )}
    </>
  )
}

const Kept = ({ id, outbox, kit }: { id: string | undefined; outbox: Outbox; kit: Kit }) => {
  // As it was when it was opened: what is saved meanwhile comes from this very form.
  const [start] = useState(() =>
    id ? (outbox.items.find((item) => item.id === id)?.draft ?? null) : newDraft(kit, today().toString()),
  )
  return start ? (
    <Writing start={start} kit={kit} />
  ) : (
    <p className={css.trouble}>
      这件草稿现在打不开。联网登录后可以查看和修改；已经上传的，请到走访记录里看。
    </p>
  )
}

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
