import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { isDay } from '../kernel/day.ts'
import { Act } from '../ui/Act.tsx'
import { useAutosave } from '../ui/autosave.ts'
import { ConflictView } from '../ui/ConflictView.tsx'
import { errorsOf } from '../ui/errors.ts'
import { Failed } from '../ui/Failed.tsx'
import { Feeds } from '../ui/Feeds.tsx'
import { TextField } from '../ui/Field.tsx'
import { Saved } from '../ui/Saved.tsx'
import { AgendaEntry } from './AgendaEntry.tsx'
import { AttendanceEntry } from './AttendanceEntry.tsx'
import { CancelMeeting } from './CancelMeeting.tsx'
import type { Meeting } from './contract.ts'
import { FilesPart } from './FilesPart.tsx'
import { FollowUpsEntry } from './FollowUpsEntry.tsx'
import { useFillingIn } from './filling-in.tsx'
import { countsIn, savable, statedIn } from './form.ts'
import { decides } from './kinds.ts'
import css from './meetings.module.css'
import { NoticePart } from './NoticePart.tsx'
import { usePeople } from './people.ts'
import { permitIn } from './permit.ts'
import { RecordBasics } from './RecordBasics.tsx'
import { ResolutionsEntry } from './ResolutionsEntry.tsx'
import { ReturnsEntry } from './ReturnsEntry.tsx'
import { hindrances } from './readiness.ts'
import { todayHere } from './today.ts'

/** The record in the order in which things happened: who was there, what was said, what was decided, what follows. */
export const RecordForm = ({ start }: { start: Meeting }) => {
  const { form, setForm, base, save, handIn, notify, clashes, settle } = useFillingIn(start)
  const { state, again } = useAutosave(form, save)
  const [lateReason, setLateReason] = useState('')
  const submit = useMutation({ mutationFn: () => handIn(lateReason) })
  const people = usePeople(base.unitId, isDay(form.heldOn) ? form.heldOn : todayHere().toString())
  const counts = countsIn(form, base.attendance)
  const errors = errorsOf(submit.error)
  const missing = hindrances({
    ...savable(form),
    attendance: statedIn(form, base.attendance),
    counts,
  })
  const [first] = missing
  const stands = permitIn(base, 'record')
  const permit = stands.may && first ? { may: false as const, reason: first.message } : stands
  const fill = { form, onChange: setForm, base, people, errors }

  return (
    <div className={css.record}>
      {clashes.length > 0 && <ConflictView clashes={clashes} by="别人" onSettle={settle} />}
      {/* Until the meeting's day is over its notice may still be wanted. */}
      {base.permits.notice.may && <NoticePart meeting={base} onSend={notify} />}
      <ReturnsEntry {...fill} />
      <RecordBasics {...fill} />
      <AttendanceEntry {...fill} counts={counts} />
      <AgendaEntry {...fill} />
      {form.parts.some(({ kind }) => decides(kind)) && <ResolutionsEntry {...fill} counts={counts} />}
      <FollowUpsEntry {...fill} />
      <FilesPart meeting={base} changes />
      <Feeds
        duties={base.feeds.map(({ title, period, citation }) => `${title} · ${period}（${citation}）`)}
        registers={[`${form.heldOn.slice(0, 4)} 年会议登记表`, '会议记录（Word）']}
      />
      {base.late && (
        <section aria-label="补录" className={css.section}>
          <h2>会后补录</h2>
          <p>会议在 {form.heldOn} 召开，今天提交会显示为“会后补录”，两个日期都保留。照实提交即可。</p>
          <TextField
            label="补录原因"
            name="lateReason"
            optional
            value={lateReason}
            onChange={setLateReason}
          />
        </section>
      )}
      {submit.error && <Failed error={submit.error} />}
      <div className={css.foot}>
        <Act primary permit={permit} loading={submit.isPending} onClick={() => submit.mutate()}>
          提交会议记录
        </Act>
        <Saved state={state} again={again} />
        <CancelMeeting meeting={base} />
      </div>
    </div>
  )
}
