import { useState } from 'react'
import { addressOf } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { sayDay, today } from '../ui/days.ts'
import { TextField } from '../ui/Field.tsx'
import { useHere } from '../ui/here.ts'
import { useAct } from './asking.tsx'
import { downloadLifePaper, type LifeRound, sendLifeReport } from './contract.ts'
import css from './life-meetings.module.css'
import { Refused } from './Parts.tsx'

/** The report is made from what is recorded; that it went up, and where to, is stated here. */
export const ReportPart = ({ round }: { round: LifeRound }) => {
  const { units } = useHere()
  const own = units.find(({ id }) => id === round.unitId)
  const above = units.find(({ id }) => id === own?.parentId)
  const [sentTo, setSentTo] = useState(round.reportSentTo ?? above?.name ?? '')
  const [sentOn, setSentOn] = useState(today().toString())
  const sent = useAct(sendLifeReport)
  return (
    <>
      {round.reach === 'lead' && (
        <p>
          <a
            className={css.download}
            href={addressOf(downloadLifePaper, { params: { round: round.id, paper: 'report' } })}
            download
          >
            下载情况报告（Word）
          </a>{' '}
          <span className="aside">只用已登记的内容，没有登记的写〔未记〕；个人的问题不写入，只计数。</span>
        </p>
      )}
      {round.reportSentOn && (
        <p>
          {sayDay(round.reportSentOn)}报送{round.reportSentTo}。
        </p>
      )}
      {round.reach === 'lead' && !round.reportSentOn && (
        <form
          className={css.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            sent.act({ params: { round: round.id }, body: { sentOn, sentTo, version: round.version } })
          }}
        >
          <Refused of={sent} />
          <div className={css.row}>
            <TextField
              name="sentTo"
              label="报送的上级党组织"
              value={sentTo}
              error={sent.errors.sentTo}
              onChange={setSentTo}
            />
            <DayField
              name="sentOn"
              label="报送日期"
              today={today()}
              value={sentOn}
              error={sent.errors.sentOn}
              onChange={setSentOn}
            />
          </div>
          <div className={css.acts}>
            <Act type="submit" loading={sent.busy}>
              登记已报送
            </Act>
          </div>
        </form>
      )}
    </>
  )
}
