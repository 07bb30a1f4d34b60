import { useState } from 'react'
import { Act } from '../ui/Act.tsx'
import { AreaField, TextField } from '../ui/Field.tsx'
import { useAct } from './asking.tsx'
import { closeProblem, type Problem, reopenProblem, reportMeasure } from './contract.ts'
import css from './life-meetings.module.css'
import { Refused } from './Parts.tsx'

/** Closes an open matter with what was done, or reopens a closed one with a reason. */
export const ProblemActs = ({ problem }: { problem: Problem }) => {
  const [writing, setWriting] = useState(false)
  const [text, setText] = useState(problem.doneText ?? '')
  const closed = useAct(closeProblem, () => setWriting(false))
  const reopened = useAct(reopenProblem, () => setWriting(false))
  const isOpen = problem.closedOn === null
  const sent = isOpen ? closed : reopened
  const params = { problem: problem.id }
  if (!writing)
    return (
      <div className={css.acts}>
        <Act
          size="xs"
          onClick={() => {
            setText(isOpen ? (problem.doneText ?? '') : '')
            setWriting(true)
          }}
        >
          {isOpen ? '销号' : '重新整改'}
        </Act>
      </div>
    )
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isOpen) closed.act({ params, body: { doneText: text || null, version: problem.version } })
        else reopened.act({ params, body: { reason: text, version: problem.version } })
      }}
    >
      <Refused of={sent} />
      {isOpen ? (
        <AreaField
          name="doneText"
          label="办理情况"
          hint="做了什么、在哪里查得到。没有办理情况不能销号"
          rows={2}
          most={1000}
          value={text}
          error={sent.errors.doneText}
          onChange={setText}
        />
      ) : (
        <TextField
          name="reason"
          label="重新整改的原因"
          value={text}
          error={sent.errors.reason}
          onChange={setText}
        />
      )}
      <div className={css.acts}>
        <Act type="submit" loading={sent.busy}>
          {isOpen ? '确认销号' : '改为未销号'}
        </Act>
        <Act onClick={() => setWriting(false)}>先不做</Act>
      </div>
    </form>
  )
}

/** By whoever took the measure on: what she did, and where it can be seen. */
export const OwnMeasureForm = ({ problem }: { problem: Problem }) => {
  const [text, setText] = useState(problem.doneText ?? '')
  const said = useAct(reportMeasure)
  return (
    <form
      noValidate
      className={css.part}
      onSubmit={(event) => {
        event.preventDefault()
        said.act({
          params: { problem: problem.id },
          body: { doneText: text, meetingId: problem.meetingId, version: problem.version },
        })
      }}
    >
      <Refused of={said} />
      <AreaField
        name="doneText"
        label="办理情况"
        hint="做了什么、在哪里查得到。支委会核对后销号"
        rows={2}
        most={1000}
        value={text}
        error={said.errors.doneText}
        onChange={setText}
      />
      <div className={css.acts}>
        <Act type="submit" loading={said.busy}>
          保存办理情况
        </Act>
      </div>
    </form>
  )
}
