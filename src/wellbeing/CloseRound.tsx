import { useState } from 'react'
import { call } from '../http/call.ts'
import type { Answer, Body } from '../http/endpoint.ts'
import { TextField } from '../ui/Field.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { countIn, LABELS } from './labels.ts'
import { closeRound, type readRound } from './survey-contract.ts'
import css from './wellbeing.module.css'

type Counts = Readonly<Record<string, string>>

/** Ends a round. What came back on paper is typed as totals; what was left empty is none. */
export const CloseRound = ({ round }: { round: Answer<typeof readRound> }) => {
  const { id, definition, version } = round
  const [sheets, setSheets] = useState('')
  const [counts, setCounts] = useState<Counts>({})
  const saving = useSaving(
    closeRound.body,
    (body: Body<typeof closeRound>) => call(closeRound, { params: { round: id }, body }),
    () => {},
  )
  const typed = definition.questions.flatMap(({ id: question, choices }) =>
    choices.flatMap((choice) => {
      const count = counts[`${question}.${choice.id}`] ?? ''
      return count === '' ? [] : [{ question, choice: choice.id, count: countIn(count) }]
    }),
  )
  const onPaper = round.sheets > 0 ? { sheets: sheets === '' ? 0 : countIn(sheets), counts: typed } : {}
  return (
    <section className={css.part} aria-labelledby="close">
      <h2 id="close">结束这次调查</h2>
      <p className="aside">结束以后不能再填，发放条作废；收回不足 {round.threshold} 份的，回答随即销毁。</p>
      <SavedForm
        saving={saving}
        labels={LABELS}
        act="结束调查"
        onSend={() => saving.save({ ...onPaper, version })}
      >
        {round.sheets > 0 && (
          <>
            <TextField
              name="sheets"
              label={`收回纸质问卷多少份（发出 ${round.sheets} 份）`}
              inputMode="numeric"
              error={saving.errors.sheets}
              value={sheets}
              onChange={setSheets}
            />
            {definition.questions.map(({ id: question, text, choices }) => (
              <fieldset key={question} className={css.question}>
                <legend>{text}</legend>
                <div className={css.row}>
                  {choices.map((choice) => (
                    <TextField
                      key={choice.id}
                      optional
                      label={choice.text}
                      name={`${question}.${choice.id}`}
                      inputMode="numeric"
                      value={counts[`${question}.${choice.id}`] ?? ''}
                      onChange={(count) =>
                        setCounts((was) => ({ ...was, [`${question}.${choice.id}`]: count }))
                      }
                    />
                  ))}
                </div>
              </fieldset>
            ))}
          </>
        )}
      </SavedForm>
    </section>
  )
}
