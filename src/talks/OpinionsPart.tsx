import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { AreaField, ChoiceField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { Loading } from '../ui/Loading.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { useSaving } from '../ui/saving.ts'
import { opinionsQuery } from './asking.ts'
import { answerOpinion, type Released } from './contract.ts'
import { OUTCOME_NAMES, OUTCOMES } from './kinds.ts'
import css from './talks.module.css'

/** What speakers passed on from their talks, and what became of it. */
export const OpinionsPart = ({ unit, year }: { unit: string; year: number }) => {
  const read = useQuery(opinionsQuery(unit, year))
  return (
    <section className={css.part} aria-labelledby="opinions">
      <h2 id="opinions">转交来的意见建议</h2>
      {read.error ? (
        <Failed error={read.error} again={() => void read.refetch()} />
      ) : !read.data ? (
        <Loading lines={2} what="意见建议" />
      ) : read.data.opinions.length === 0 ? (
        <p className="aside">今年还没有。谈话里的意见建议，只有本人写好表述、同意转交的，才会到这里。</p>
      ) : (
        <ul className={css.opinions}>
          {read.data.opinions.map((opinion) => (
            <Opinion key={opinion.id} opinion={opinion} />
          ))}
        </ul>
      )}
    </section>
  )
}

const Opinion = ({ opinion }: { opinion: Released }) => (
  <li>
    <p>{opinion.wording}</p>
    <p className="aside">
      {opinion.speakerName}，{sayDay(opinion.agreedOn)}
      {opinion.agreedBy === 'paper' ? '纸面签字同意转交' : '同意转交'}
    </p>
    {opinion.outcome && opinion.answeredOn ? (
      <p>
        <StateMark state="done" word={OUTCOME_NAMES[opinion.outcome]} /> {opinion.answer}
        <span className="aside">（{sayDay(opinion.answeredOn)}）</span>
      </p>
    ) : (
      <div className={css.acts}>
        <StateMark state="due" word="还没有答复" />
        <FormAct act="答复" title="答复意见建议">
          {(close) => <AnswerForm opinion={opinion} onDone={close} />}
        </FormAct>
      </div>
    )}
  </li>
)

const LABELS = { outcome: '怎么办的', answer: '答复' }

const AnswerForm = ({ opinion, onDone }: { opinion: Released; onDone: () => void }) => {
  const [outcome, setOutcome] = useState('')
  const [answer, setAnswer] = useState('')
  const saving = useSaving(
    answerOpinion.body,
    (body: Body<typeof answerOpinion>) => call(answerOpinion, { params: { opinion: opinion.id }, body }),
    onDone,
  )
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="答复"
      onSend={() => saving.save({ outcome, answer, version: opinion.version })}
    >
      <p>{opinion.wording}</p>
      <ChoiceField
        label={LABELS.outcome}
        name="outcome"
        error={saving.errors.outcome}
        value={outcome}
        onChange={setOutcome}
        choices={OUTCOMES.map((value) => ({ value, label: OUTCOME_NAMES[value] }))}
      />
      <AreaField
        label={LABELS.answer}
        name="answer"
        error={saving.errors.answer}
        most={1_000}
        value={answer}
        onChange={setAnswer}
      />
    </SavedForm>
  )
}
