import { Link } from '@tanstack/react-router'
import { Act } from '../ui/Act.tsx'
import { sayInstant } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Guide } from '../ui/Guide.tsx'
import { keepFile } from '../ui/keep-file.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { exported } from './exported.ts'
import { outboxGuide } from './guide.ts'
import { ItemLine } from './ItemLine.tsx'
import css from './outbox.module.css'
import { type Outbox, send, unsent } from './outbox.ts'
import { NotReady, Standing, Ways } from './Standing.tsx'
import { useOutbox } from './using.ts'

/** 待传: what was written on this device and how far it is. One that is refused holds up none of the others. */
export const OutboxPage = () => {
  const outbox = useOutbox()
  const left = unsent(outbox)
  return (
    <>
      <Ways />
      <PageHead title="待传" lead={outbox.ready ? leadOf(outbox) : undefined}>
        <Link to="/visits/record">记一次走访</Link>
      </PageHead>
      {!outbox.ready ? (
        <Loading what="本机的草稿" />
      ) : !outbox.kit ? (
        <NotReady outbox={outbox} />
      ) : (
        <>
          <Standing outbox={outbox} />
          <Others many={outbox.others} />
          <Guide of="断网登记" guide={outboxGuide.outbox} />
          {outbox.items.length === 0 ? (
            <Empty title="本机没有要上传的">
              <p>写好的走访在这里等着上传，传完就只留一行记录，七天后自己消失。</p>
            </Empty>
          ) : (
            <ul className={css.list}>
              {outbox.items.map((item) => (
                <ItemLine key={item.id} item={item} outbox={outbox} />
              ))}
            </ul>
          )}
          {left.length > 0 && <Acts outbox={outbox} />}
        </>
      )}
    </>
  )
}

const leadOf = (outbox: Outbox): string => {
  const left = unsent(outbox)
  const [first] = left
  if (!first) return '本机写好的都已上传。'
  return `本机有 ${left.length} 件还没有上传，最早的写于${sayInstant(first.since)}。`
}

const Acts = ({ outbox }: { outbox: Outbox }) => {
  const left = unsent(outbox)
  const waits = left.some(({ stage }) => stage === 'waiting')
  const readable = left.flatMap(({ draft }) => draft ?? [])
  return (
    <div className={css.acts}>
      <Act
        primary
        loading={outbox.sending}
        permit={waits ? { may: true } : { may: false, reason: '没有等着上传的' }}
        onClick={() => void send()}
      >
        现在上传
      </Act>
      <Act
        permit={
          readable.length > 0 ? { may: true } : { may: false, reason: '内容已加密，联网登录后可以导出' }
        }
        onClick={() => outbox.kit && keepFile(exported(readable, outbox.kit))}
      >
        导出没有上传的
      </Act>
    </div>
  )
}

const Others = ({ many }: { many: number }) =>
  many > 0 && (
    <p className={css.note}>
      本机另有 {many} 件别的账号的草稿。内容您看不到，也不会由您的账号上传；请那位同志在本机登录后上传。
    </p>
  )
