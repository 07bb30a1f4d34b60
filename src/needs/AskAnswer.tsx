import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { refusalIn } from '../ui/errors.ts'
import { AreaField } from '../ui/Field.tsx'
import { RadioRow } from '../ui/RadioRow.tsx'
import { RefusalNote } from '../ui/RefusalNote.tsx'
import css from './public.module.css'
import { answerPublicly } from './public-contract.ts'
import { SATISFIED, SATISFIED_NAMES, type Satisfied, SOLVED, SOLVED_NAMES, type Solved } from './told.ts'

/** Whether it helped, said by herself with her receipt. */
export const AskAnswer = ({ receiptCode, onAnswered }: { receiptCode: string; onAnswered: () => void }) => {
  const [solved, setSolved] = useState<Solved>()
  const [satisfied, setSatisfied] = useState<Satisfied>()
  const [text, setText] = useState('')
  const answer = useMutation({
    mutationFn: () => {
      if (!solved || !satisfied) throw new Error('not chosen')
      return call(answerPublicly, { body: { receiptCode, solved, satisfied, text } })
    },
    onSuccess: onAnswered,
  })
  const refusal = refusalIn(answer.error)
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault()
        answer.mutate()
      }}
    >
      <h3>帮到您了吗</h3>
      {refusal && <RefusalNote refusal={refusal} />}
      <fieldset className={css.choices}>
        <legend>事情解决了吗</legend>
        <RadioRow
          name="solved"
          choices={SOLVED.map((value) => ({ value, label: SOLVED_NAMES[value] }))}
          value={solved}
          onChange={setSolved}
        />
      </fieldset>
      <fieldset className={css.choices}>
        <legend>您满意吗</legend>
        <RadioRow
          name="satisfied"
          choices={SATISFIED.map((value) => ({ value, label: SATISFIED_NAMES[value] }))}
          value={satisfied}
          onChange={setSatisfied}
        />
      </fieldset>
      <AreaField
        label="还想说的"
        name="text"
        optional
        rows={3}
        most={1_000}
        value={text}
        onChange={setText}
      />
      <Act
        primary
        type="submit"
        loading={answer.isPending}
        permit={solved && satisfied ? { may: true } : { may: false, reason: '请先选两项' }}
      >
        提交答复
      </Act>
    </form>
  )
}
