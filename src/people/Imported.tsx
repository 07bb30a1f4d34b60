import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { Failed } from '../ui/Failed.tsx'
import type { HereUnit } from '../ui/here.ts'
import css from './Roster.module.css'
import { type Imported as Outcome, undoBatch } from './roster-contract.ts'
import { sayImported } from './roster-review.ts'

type Props = { imported: Outcome; unit: HereUnit; again: () => void }

/** What was taken, what to do next, and the way back. Takes the focus, so that it is heard. */
export const Imported = ({ imported, unit, again }: Props) => {
  const navigate = useNavigate()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <section className={css.part} aria-labelledby="imported">
      <h2 id="imported" ref={heading} tabIndex={-1}>
        {imported.batch === null ? '没有改动' : `已导入${unit.name}`}
      </h2>
      <p>{sayImported(imported)}</p>
      <div className={css.acts}>
        <Act primary onClick={() => void navigate({ to: '/members' })}>
          看名册
        </Act>
        <Act onClick={again}>再导入一份</Act>
        {imported.batch && <UndoAct batch={imported.batch} onUndone={again} />}
      </div>
    </section>
  )
}

type UndoProps = { batch: string; name?: string; onUndone?: () => void }

/** Takes a batch back after asking once more; a refusal names those who stand against it. */
export const UndoAct = ({ batch, name, onUndone }: UndoProps) => {
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const undo = useMutation({
    mutationFn: () => call(undoBatch, { params: { batch }, body: {} }),
    onSuccess: async () => {
      setAsking(false)
      await queries.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'roster-preview' })
      onUndone?.()
    },
    onError: () => setAsking(false),
  })
  return (
    <>
      <Act loading={undo.isPending} onClick={() => setAsking(true)}>
        撤销{name ? <span className="unseen">{`「${name}」的`}</span> : '这批'}导入
      </Act>
      <ConfirmDialog
        opened={asking}
        title="要撤销这批导入吗？"
        act="撤销导入"
        busy={undo.isPending}
        onAct={() => undo.mutate()}
        onClose={() => setAsking(false)}
      >
        <p>这批新增的人连同党籍、任职和新建的党小组一并移除，改动过的内容恢复原样。</p>
        <p>导入之后又有变动的人会被指出来，那时整批都不撤销。</p>
      </ConfirmDialog>
      {undo.error && (
        <div className={css.refused}>
          <Failed error={undo.error} />
        </div>
      )}
    </>
  )
}
