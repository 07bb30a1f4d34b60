import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { sayDay, today } from '../ui/days.ts'
import { errorsOf } from '../ui/errors.ts'
import { Failed } from '../ui/Failed.tsx'
import { TextField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { useHere } from '../ui/here.ts'
import css from './appraisals.module.css'
import { useActing } from './asking.ts'
import { type Appraisal, changeAppraisal, recordTold, reopenAppraisal } from './contract.ts'
import { leadPermit } from './permit.ts'
import { unchanged } from './StudyPart.tsx'

/** That each person was told her result, by whom and when; the superior's opinion; and the way back where something was wrong. */
export const ToldPart = ({ round }: { round: Appraisal }) => {
  const here = useHere()
  const graded = round.seats.filter(({ grade }) => grade !== null)
  const waiting = graded.filter(({ toldOn }) => toldOn === null)
  const [picked, setPicked] = useState<readonly string[]>([])
  const [toldOn, setToldOn] = useState(today().toString())
  const [toldBy, setToldBy] = useState(here.person.name)
  const saving = useActing(
    () =>
      call(recordTold, {
        params: { appraisal: round.id },
        body: { personIds: [...picked], toldOn, toldBy, version: round.version },
      }),
    () => setPicked([]),
  )
  const undoing = useActing((person: string) =>
    call(recordTold, {
      params: { appraisal: round.id },
      body: { personIds: [person], toldOn: null, toldBy: null, version: round.version },
    }),
  )
  const errors = errorsOf(saving.error)
  if (round.closedOn === null)
    return (
      <section aria-labelledby="told" className={css.section}>
        <h2 id="told">告知本人</h2>
        <p>办结以后，在这里登记哪一天、谁告诉了本人。办结后本人在「我的」里也看得到自己的等次和意见。</p>
        <Superior round={round} />
      </section>
    )
  return (
    <section aria-labelledby="told" className={css.section}>
      <h2 id="told">告知本人</h2>
      <p>
        {graded.length} 人中 {graded.length - waiting.length} 人已告知。
      </p>
      {waiting.length > 0 && (
        <>
          <fieldset className={css.ticks}>
            <legend>已经告知的</legend>
            {waiting.map(({ personId, name, grade }) => (
              <label key={personId}>
                <input
                  type="checkbox"
                  checked={picked.includes(personId)}
                  onChange={() =>
                    setPicked(
                      picked.includes(personId)
                        ? picked.filter((each) => each !== personId)
                        : [...picked, personId],
                    )
                  }
                />
                {name}
                {grade && <span className="aside">{TERMS[grade]}</span>}
              </label>
            ))}
          </fieldset>
          <div className={css.acts}>
            <Act onClick={() => setPicked(waiting.map(({ personId }) => personId))}>全部勾上</Act>
          </div>
          <div className={css.sheets}>
            <DayField
              label="告知日期"
              name="toldOn"
              value={toldOn}
              onChange={setToldOn}
              today={today()}
              error={errors.toldOn}
            />
            <TextField
              label="告知人"
              name="toldBy"
              value={toldBy}
              onChange={setToldBy}
              error={errors.toldBy}
            />
          </div>
          {saving.error && Object.keys(errors).length === 0 && <Failed error={saving.error} />}
          <div className={css.acts}>
            <Act
              primary
              permit={picked.length === 0 ? { may: false, reason: '先勾上已告知的人' } : leadPermit(round)}
              loading={saving.isPending}
              onClick={() => saving.mutate(undefined)}
            >
              登记已告知
            </Act>
          </div>
        </>
      )}
      {waiting.length < graded.length && (
        <details className={css.people}>
          <summary>已经登记的</summary>
          <ul className={css.grid}>
            {graded
              .filter(({ toldOn }) => toldOn !== null)
              .map((seat) => (
                <li key={seat.personId}>
                  {seat.name}
                  <span className="aside">
                    {sayDay(seat.toldOn!)}，{seat.toldBy}告知
                  </span>
                  {round.permits.lead && (
                    <UnstyledButton className={css.link} onClick={() => undoing.mutate(seat.personId)}>
                      记错了<span className="unseen">，{seat.name}还没有告知</span>
                    </UnstyledButton>
                  )}
                </li>
              ))}
          </ul>
          {undoing.error && <Failed error={undoing.error} />}
        </details>
      )}
      <Superior round={round} />
      {round.reopenings.map(({ on, byName, reason }) => (
        <p key={`${on} ${reason}`} className="aside">
          {sayDay(on)}，{byName ?? '经办人'}更正过：{reason}
        </p>
      ))}
      <div className={css.acts}>
        <FormAct act="更正" title="更正已办结的评议" permit={leadPermit(round)}>
          {(close) => <ReopenForm round={round} onDone={close} />}
        </FormAct>
      </div>
    </section>
  )
}

const Superior = ({ round }: { round: Appraisal }) => {
  const [opinion, setOpinion] = useState(round.superiorOpinion ?? '')
  const [on, setOn] = useState(round.superiorOn ?? '')
  const saving = useActing(() =>
    call(changeAppraisal, {
      params: { appraisal: round.id },
      body: { ...unchanged(round), superiorOpinion: opinion || null, superiorOn: on || null },
    }),
  )
  const errors = errorsOf(saving.error)
  return (
    <details className={css.entry}>
      <summary>上级党组织意见{round.superiorOpinion ? '（已登记）' : '（可不填）'}</summary>
      <div className={css.narrow}>
        <TextField
          label="上级意见"
          name="superiorOpinion"
          optional
          value={opinion}
          onChange={setOpinion}
          error={errors.superiorOpinion}
        />
        <DayField
          label="上级意见日期"
          name="superiorOn"
          optional
          value={on}
          onChange={setOn}
          today={today()}
          error={errors.superiorOn}
        />
        {saving.error && Object.keys(errors).length === 0 && <Failed error={saving.error} />}
        <Act permit={leadPermit(round)} loading={saving.isPending} onClick={() => saving.mutate(undefined)}>
          保存上级意见
        </Act>
      </div>
    </details>
  )
}

const ReopenForm = ({ round, onDone }: { round: Appraisal; onDone: () => void }) => {
  const [reason, setReason] = useState('')
  const saving = useActing(
    () =>
      call(reopenAppraisal, { params: { appraisal: round.id }, body: { reason, version: round.version } }),
    onDone,
  )
  const errors = errorsOf(saving.error)
  return (
    <div className="form">
      <p>写明原因后可以改等次和意见，改完再办结。改了等次的人要重新告知。原因和改动都留在改动留痕里。</p>
      <TextField label="更正原因" name="reason" value={reason} onChange={setReason} error={errors.reason} />
      {saving.error && !errors.reason && <Failed error={saving.error} />}
      <Act primary loading={saving.isPending} onClick={() => saving.mutate(undefined)}>
        开始更正
      </Act>
    </div>
  )
}
