import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { sayDay, today } from '../ui/days.ts'
import { AreaField, ChoiceField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import type { Need, Referral } from './contract.ts'
import css from './handling.module.css'
import { type Reply, recordReply, urgeAgency } from './handling-contract.ts'
import { PaperAct } from './PaperAct.tsx'
import { REFERRAL_NAMES } from './referrals.ts'

const REPLY_NAMES: Readonly<Record<Reply, string>> = {
  accepted: '对方已接收，正在办',
  objected: '对方提出异议，退回',
  answered: '对方已经答复',
  withdrawn: '我方撤回转介',
}

type Props = { need: Need; referral: Referral; acts: boolean }

/** One referral: where it went, how far it is, and what may follow. */
export const ReferralLine = ({ need, referral, acts }: Props) => {
  const { words, state, sentOn, dueOn, settledOn } = referral
  const waits = state === 'sent' || state === 'accepted'
  return (
    <li>
      <p className={css.head}>
        <strong>{words?.office ?? '（封存）'}</strong>
        <span>{REFERRAL_NAMES[state]}</span>
        <span className="aside">
          {sayDay(sentOn)}转出
          {waits && dueOn && `，请 ${sayDay(dueOn)} 前答复`}
          {settledOn && `，${sayDay(settledOn)}有结果`}
        </span>
      </p>
      {words && <p className={css.text}>请对方：{words.asks}</p>}
      {words?.reply && <p className={css.text}>对方：{words.reply}</p>}
      {acts && (
        <div className={css.acts}>
          {waits && (
            <FormAct act="登记回音" title={words?.office ?? '登记回音'}>
              {(close) => <ReplyForm need={need} referral={referral} onDone={close} />}
            </FormAct>
          )}
          {state !== 'withdrawn' && (
            <FormAct act="提出督促处理意见" title="提出督促处理意见">
              {(close) => <UrgingForm need={need} referral={referral} onDone={close} />}
            </FormAct>
          )}
          <PaperAct need={need} paper="referral" referral={referral.id}>
            转介函
          </PaperAct>
          {need.steps.some(
            ({ kind, text }) => kind === 'urged' && text?.startsWith(`${words?.office}：`),
          ) && (
            <PaperAct need={need} paper="opinion" referral={referral.id}>
              督促处理意见书
            </PaperAct>
          )}
        </div>
      )}
    </li>
  )
}

type FormProps = Omit<Props, 'acts'> & { onDone: () => void }

const ReplyForm = ({ need, referral, onDone }: FormProps) => {
  const [reply, setReply] = useState('')
  const [text, setText] = useState('')
  const [onDay, setOnDay] = useState(today().toString())
  const params = { need: need.id, referral: referral.id }
  const saving = useSaving(recordReply.body, (body: never) => call(recordReply, { params, body }), onDone)
  const offered =
    referral.state === 'accepted' ? ['objected', 'answered', 'withdrawn'] : Object.keys(REPLY_NAMES)
  return (
    <SavedForm
      saving={saving}
      labels={{ reply: '回音', text: '对方怎么说', onDay: '日期' }}
      act="登记回音"
      onSend={() => saving.save({ reply, text, onDay, version: need.version })}
    >
      <ChoiceField
        name="reply"
        label="回音"
        value={reply}
        onChange={setReply}
        error={saving.errors.reply}
        choices={offered.map((value) => ({ value, label: REPLY_NAMES[value as Reply] }))}
      />
      <AreaField
        name="text"
        label="对方怎么说"
        hint="异议写理由，答复写内容，照原话要点"
        rows={4}
        most={2000}
        value={text}
        onChange={setText}
        error={saving.errors.text}
        optional={reply !== 'objected' && reply !== 'answered'}
      />
      <DayField
        name="onDay"
        label="日期"
        value={onDay}
        onChange={setOnDay}
        error={saving.errors.onDay}
        today={today()}
      />
    </SavedForm>
  )
}

const UrgingForm = ({ need, referral, onDone }: FormProps) => {
  const [text, setText] = useState('')
  const [onDay, setOnDay] = useState(today().toString())
  const params = { need: need.id, referral: referral.id }
  const saving = useSaving(urgeAgency.body, (body: never) => call(urgeAgency, { params, body }), onDone)
  return (
    <SavedForm
      saving={saving}
      labels={{ text: '意见', onDay: '日期' }}
      act="登记督促处理意见"
      onSend={() => saving.save({ text, onDay, version: need.version })}
    >
      <AreaField
        name="text"
        label="意见"
        hint="要求对方依法做什么、怎样答复。有关部门不处理或者处理不当的，县级以上妇联可以提出"
        rows={4}
        most={1000}
        value={text}
        onChange={setText}
        error={saving.errors.text}
      />
      <DayField
        name="onDay"
        label="日期"
        value={onDay}
        onChange={setOnDay}
        error={saving.errors.onDay}
        today={today()}
      />
    </SavedForm>
  )
}
