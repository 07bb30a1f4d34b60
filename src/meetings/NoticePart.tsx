import { useMutation } from '@tanstack/react-query'
import { addressOf } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { downloadCalendarEntry, downloadNotice, type Meeting } from './contract.ts'
import css from './meetings.module.css'
import { permitIn } from './permit.ts'

/** The notice as a file to print or pass on, and the entry for calendars. Sending it is told to nobody but the record. */
export const NoticePart = ({ meeting, onSend }: { meeting: Meeting; onSend: () => Promise<void> }) => {
  const send = useMutation({ mutationFn: onSend })
  const of = { params: { meeting: meeting.id } }
  return (
    <section aria-label="会议通知" className={css.section}>
      <h2>会议通知</h2>
      <div className={css.acts}>
        <a className={css.download} href={addressOf(downloadNotice, of)} download>
          下载通知（Word）
        </a>
        <a className={css.download} href={addressOf(downloadCalendarEntry, of)} download>
          下载日历事项
        </a>
        <Act permit={permitIn(meeting, 'notice')} loading={send.isPending} onClick={() => send.mutate()}>
          {meeting.noticeSentAt ? '再次登记发出' : '登记已发出'}
        </Act>
      </div>
      {meeting.noticeSentAt && (
        <p className="aside">已登记发出。之后改了时间地点，请重新下载日历事项发给大家，日历会自动更新。</p>
      )}
      {send.error && <Failed error={send.error} />}
    </section>
  )
}
