import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { refusalIn } from '../ui/errors.ts'
import { TextField } from '../ui/Field.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import { AskAnswer } from './AskAnswer.tsx'
import { AskFiles } from './AskFiles.tsx'
import { AskFrame } from './AskFrame.tsx'
import { AGENCY_NAMES } from './kinds.ts'
import css from './public.module.css'
import { type PublicStatus, readPublicStatus } from './public-contract.ts'
import { OUTCOME_WORDS, STATE_WORDS } from './public-words.ts'

/** How far a matter is, for whoever holds its receipt. The code is typed each time and stays in this page alone. */
export const AskStatusPage = () => {
  const [receiptCode, setReceiptCode] = useState('')
  const look = useMutation({ mutationFn: () => call(readPublicStatus, { body: { receiptCode } }) })
  const refusal = refusalIn(look.error)
  return (
    <AskFrame title="看办到哪一步">
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          look.mutate()
        }}
      >
        {refusal && <RefusalNote refusal={refusal} />}
        <TextField
          label="查询编号"
          name="receiptCode"
          hint="提交时给您的 12 位编号，不分大小写"
          value={receiptCode}
          onChange={setReceiptCode}
        />
        <Act primary={!look.data} type="submit" loading={look.isPending}>
          查看
        </Act>
      </form>
      {look.data && <Told status={look.data} receiptCode={receiptCode} onAnswered={() => look.mutate()} />}
      <p>
        <Link to="/ask">提交一件新的事</Link>
      </p>
    </AskFrame>
  )
}

type ToldProps = { status: PublicStatus; receiptCode: string; onAnswered: () => void }

const Told = ({ status, receiptCode, onAnswered }: ToldProps) => {
  const { title, says } = STATE_WORDS[status.state]
  return (
    <section className={css.status} role="status">
      <h2>{title}</h2>
      <p>{says}</p>
      {status.outcome && <p>{OUTCOME_WORDS[status.outcome]}</p>}
      <ul>
        <li>收到：{sayDay(status.receivedOn)}</li>
        {status.agencies.length > 0 && (
          <li>已联系：{status.agencies.map((agency) => AGENCY_NAMES[agency]).join('、')}</li>
        )}
        {status.resolvedOn && <li>有结果：{sayDay(status.resolvedOn)}</li>}
        {status.closedOn && <li>办结：{sayDay(status.closedOn)}</li>}
      </ul>
      <p>
        想问具体情况，请打 <a href={`tel:${status.phone.replace(/[^0-9+]/g, '')}`}>{status.phone}</a>。
      </p>
      {status.answerable && <AskAnswer receiptCode={receiptCode} onAnswered={onAnswered} />}
      {status.ticket && <AskFiles ticket={status.ticket} />}
    </section>
  )
}
