import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { AreaField } from '../ui/Field.tsx'
import css from './analyses.module.css'
import { answerAnalysis, type Opinion } from './contract.ts'

type Props = {
  analysis: string
  unit: { unitId: string; unitName: string }
  known: Opinion | undefined
  onGiven: (opinion: Opinion) => void
}

/** The opinion of the group or the branch, in one field. */
export const AnswerForm = ({ analysis, unit, known, onGiven }: Props) => {
  const queries = useQueryClient()
  const [text, setText] = useState(known?.text ?? '')
  const answer = useMutation({
    mutationFn: () =>
      call(answerAnalysis, {
        params: { analysis, unit: unit.unitId },
        body: { text, version: known?.version ?? null },
      }),
    onSuccess: async (given) => {
      onGiven(given)
      await queries.invalidateQueries({ queryKey: ['analyses'] })
      await queries.invalidateQueries({ queryKey: ['today'] })
    },
  })
  const unchanged = text.trim() === (known?.text ?? '')
  return (
    <div className={css.choices}>
      <AreaField
        label={`${unit.unitName}意见`}
        name="text"
        optional
        most={4000}
        value={text}
        onChange={setText}
      />
      {known && (
        <p className="aside" role="status">
          {known.byName}，{sayDay(known.givenOn)}
        </p>
      )}
      {answer.error && <Failed error={answer.error} />}
      <Act
        loading={answer.isPending}
        permit={unchanged ? { may: false, reason: known ? '没有改动' : '写了再提' } : { may: true }}
        onClick={() => answer.mutate()}
      >
        {known ? '改意见' : '提出意见'}
      </Act>
    </div>
  )
}
