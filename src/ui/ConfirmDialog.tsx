import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import css from './ConfirmDialog.module.css'

type Props = {
  opened: boolean
  /** The question itself: 要撤销这批导入吗？ */
  title: string
  /** What will happen, and what will not. */
  children: ReactNode
  /** The verb, never 确定: 撤销导入. */
  act: string
  busy?: boolean
  onAct: () => void
  onClose: () => void
}

/** Asks once more before something that is hard to take back. */
export const ConfirmDialog = ({ opened, title, children, act, busy = false, onAct, onClose }: Props) => (
  <Modal opened={opened} onClose={onClose} title={title}>
    <div className={css.text}>{children}</div>
    <div className={css.acts}>
      <Button variant="filled" loading={busy} onClick={onAct}>
        {act}
      </Button>
      <Button onClick={onClose} data-autofocus>
        先不做
      </Button>
    </div>
  </Modal>
)
