import { useEffect, useState } from 'react'
import { Act } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { keepFile } from '../ui/keep-file.ts'
import { exported } from './exported.ts'
import css from './outbox.module.css'
import { outboxNow, prepare, send, unsent } from './outbox.ts'
import { useOutboxNow } from './using.ts'

type Props = { signOut: () => Promise<void>; onStay: () => void }

/** Before signing out: what was not sent can be sent or taken along, then nothing of hers stays on the device. */
export const Leaving = ({ signOut, onStay }: Props) => {
  const outbox = useOutboxNow()
  const [failed, setFailed] = useState(false)
  const [looked, setLooked] = useState(false)
  const leave = async (): Promise<void> => {
    setFailed(false)
    try {
      await signOut()
    } catch {
      setFailed(true)
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when she asks to leave
  useEffect(() => {
    void (async () => {
      if (!outboxNow().ready) await prepare()
      if (unsent(outboxNow()).length === 0) await leave()
      setLooked(true)
    })()
  }, [])
  const left = unsent(outbox)
  const readable = left.flatMap(({ draft }) => draft ?? [])
  return (
    <ConfirmDialog
      opened={looked && (left.length > 0 || failed)}
      title={left.length > 0 ? `本机还有 ${left.length} 件走访没有上传` : '没有退出'}
      act="退出并清空本机"
      onAct={() => void leave()}
      onClose={onStay}
    >
      {failed && <p role="alert">连不上服务器，没有退出，本机内容也没有动。请有网络时再退出。</p>}
      {left.length > 0 && <p>退出会清空本机，没有上传的找不回来。请先上传，或导出一份自己收好。</p>}
      {left.length > 0 && (
        <div className={css.acts}>
          <Act loading={outbox.sending} onClick={() => void send()}>
            先上传
          </Act>
          <Act
            permit={
              readable.length > 0 ? { may: true } : { may: false, reason: '内容已加密，登录后才能导出' }
            }
            onClick={() => outbox.kit && keepFile(exported(readable, outbox.kit))}
          >
            先导出
          </Act>
        </div>
      )}
      {left.length === 0 && !failed && <p>都已上传，可以退出了。</p>}
    </ConfirmDialog>
  )
}
