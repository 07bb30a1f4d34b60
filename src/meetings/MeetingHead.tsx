import { Link } from '@tanstack/react-router'
import { TERMS } from '../glossary.ts'
import { addressOf } from '../http/call.ts'
import { day, readable } from '../kernel/day.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { downloadMinutes, type Meeting } from './contract.ts'
import { isRecorded } from './held.ts'
import css from './meetings.module.css'
import { StageMark } from './StageMark.tsx'
import { downloadThemeDay } from './theme-contract.ts'

/** Which meeting, where it stands, and the paper that can be taken from it. A late record shows both its days. */
export const MeetingHead = ({ meeting }: { meeting: Meeting }) => {
  const { title, unitName, heldOn, recordedOn, stage, late, parts } = meeting
  const paper = (template: 'ours' | 'unit') =>
    addressOf(downloadMinutes, { params: { meeting: meeting.id }, query: { template } })
  return (
    <>
      <p className={css.back}>
        <Link to="/meetings">组织生活</Link>
      </p>
      <PageHead
        title={title}
        lead={`${unitName} · ${meeting.parts.map(({ kind }) => TERMS[kind]).join('、')}`}
      >
        {isRecorded(meeting) && (
          <>
            <a className={css.download} href={paper('ours')} download>
              下载会议记录
            </a>
            {parts.some(({ kind }) => kind === 'theme-day') && (
              <a
                className={css.download}
                href={addressOf(downloadThemeDay, { params: { meeting: meeting.id } })}
                download
              >
                下载主题党日活动记录
              </a>
            )}
            {meeting.hasTemplate && (
              <a className={css.download} href={paper('unit')} download>
                按本单位模板下载
              </a>
            )}
          </>
        )}
      </PageHead>
      <p className={css.state}>
        <StageMark stage={stage} late={late} />
        {recordedOn !== null && late && (
          <span>
            {readable(day(heldOn))} 召开，{readable(day(recordedOn))} 录入
            {meeting.lateReason && `。补录原因：${meeting.lateReason}`}
          </span>
        )}
        {recordedOn !== null && !late && <span className="aside">{readable(day(recordedOn))} 录入</span>}
        {meeting.notedByName && (
          <span className="aside">
            {meeting.notedByName} {meeting.notedAt && atDay(meeting.notedAt)} 审阅
          </span>
        )}
        {stage === 'cancelled' && <span>取消原因：{meeting.cancelledReason}</span>}
      </p>
    </>
  )
}

const atDay = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
