import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { errorsOf } from '../ui/errors.ts'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import css from './appraisals.module.css'
import { gatheringsQuery, useActing } from './asking.ts'
import { type Appraisal, changeAppraisal } from './contract.ts'
import { openPermit } from './permit.ts'

/** What was studied before it, and the gatherings it belongs to. */
export const StudyPart = ({ round }: { round: Appraisal }) => {
  const [studiedOn, setStudiedOn] = useState(round.studiedOn ?? '')
  const [studyNote, setStudyNote] = useState(round.studyNote ?? '')
  const [meeting, setMeeting] = useState(round.meeting?.id ?? 'none')
  const [report, setReport] = useState(round.report?.id ?? 'none')
  const gatherings = useQuery(gatheringsQuery(round.unitId)).data?.meetings ?? []
  const saving = useActing(() =>
    call(changeAppraisal, {
      params: { appraisal: round.id },
      body: {
        ...unchanged(round),
        studiedOn: studiedOn === '' ? null : studiedOn,
        studyNote: studyNote === '' ? null : studyNote,
        meetingId: meeting === 'none' ? null : meeting,
        reportMeetingId: report === 'none' ? null : report,
      },
    }),
  )
  const errors = errorsOf(saving.error)
  const known = [round.meeting, round.report].flatMap((each) => each ?? [])
  const choices = [
    { value: 'none', label: '没有' },
    ...[...known.filter(({ id }) => !gatherings.some((each) => each.id === id)), ...gatherings].map(
      ({ id, heldOn, title }) => ({ value: id, label: `${heldOn} ${title}` }),
    ),
  ]
  return (
    <section aria-labelledby="study" className={css.section}>
      <h2 id="study">学习教育</h2>
      <div className={css.narrow}>
        <DayField
          label="学习日期"
          name="studiedOn"
          value={studiedOn}
          onChange={setStudiedOn}
          today={today()}
          error={errors.studiedOn}
        />
        <TextField
          label="学习内容"
          name="studyNote"
          optional
          value={studyNote}
          onChange={setStudyNote}
          error={errors.studyNote}
        />
        <ChoiceField
          label="结合召开的会议"
          name="meetingId"
          optional
          value={meeting}
          onChange={setMeeting}
          choices={choices}
        />
        <ChoiceField
          label="支委会述职的会议"
          name="reportMeetingId"
          optional
          hint="支委会在党员大会上报告全年工作、听取评议的，选那次会"
          value={report}
          onChange={setReport}
          choices={choices}
        />
        {saving.error && Object.keys(errors).length === 0 && <Failed error={saving.error} />}
        <div className={css.acts}>
          <Act
            primary
            permit={openPermit(round)}
            loading={saving.isPending}
            onClick={() => saving.mutate(undefined)}
          >
            保存
          </Act>
          {saving.isSuccess && <span role="status">已保存</span>}
        </div>
      </div>
    </section>
  )
}

/** What a change of one step leaves of the others. */
export const unchanged = ({
  meeting,
  report,
  studiedOn,
  studyNote,
  superiorOpinion,
  superiorOn,
  version,
}: Appraisal) => ({
  meetingId: meeting?.id ?? null,
  reportMeetingId: report?.id ?? null,
  studiedOn,
  studyNote,
  superiorOpinion,
  superiorOn,
  version,
})
