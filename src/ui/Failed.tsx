import { Button } from '@mantine/core'
import { refusalIn } from './errors.ts'
import css from './notice.module.css'
import { RefusalNote } from './RefusalNote.tsx'

/** A refusal of the house, or a failure of the machine; always with the next step. */
export const Failed = ({ error, again }: { error: unknown; again?: (() => void) | undefined }) => {
  const refusal = refusalIn(error)
  return refusal && refusal.refused !== 'unavailable' ? (
    <RefusalNote refusal={refusal} />
  ) : (
    <div className={css.notice} role="alert">
      <p className={css.head}>{refusal?.message ?? '内容没有读出来。'}</p>
      <p>已保存的内容不受影响。请再试一次；仍不行时，请告诉运行系统的人。</p>
      {again && <Button onClick={again}>再试一次</Button>}
    </div>
  )
}
