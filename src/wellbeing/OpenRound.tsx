import { useState } from 'react'
import { call } from '../http/call.ts'
import type { Answer, Body } from '../http/endpoint.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { countIn, LABELS, type Label } from './labels.ts'
import { NewSlips } from './NewSlips.tsx'
import { type listSurveys, openRound } from './survey-contract.ts'
import css from './wellbeing.module.css'

type Given = Omit<Body<typeof openRound>, 'slips' | 'sheets'> & { slips: string; sheets: string }

/** A new round. The codes of its slips are shown this once. */
export const OpenRound = ({ surveys }: { surveys: Answer<typeof listSurveys>['surveys'] }) => {
  const [given, setGiven] = useState<Given>({
    survey: surveys[0]?.id ?? '',
    audience: '',
    slips: '20',
    sheets: '0',
    fromOn: today().toString(),
    untilOn: today().add({ days: 21 }).toString(),
  })
  const [opened, setOpened] = useState<Answer<typeof openRound>>()
  const set = (more: Partial<Given>) => setGiven((was) => ({ ...was, ...more }))
  const saving = useSaving(
    openRound.body,
    (body: Body<typeof openRound>) => call(openRound, { body }),
    setOpened,
  )
  const field = (name: Label) => ({ name, label: LABELS[name], error: saving.errors[name] })
  if (opened) return <NewSlips round={opened.id} codes={opened.codes} />
  return (
    <section className={css.part} aria-labelledby="open">
      <h2 id="open">开始一次调查</h2>
      <SavedForm
        saving={saving}
        labels={LABELS}
        act="开始调查"
        onSend={() => saving.save({ ...given, slips: countIn(given.slips), sheets: countIn(given.sheets) })}
      >
        <ChoiceField
          {...field('survey')}
          value={given.survey}
          onChange={(survey) => set({ survey })}
          choices={surveys.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <TextField
          {...field('audience')}
          hint="写哪些人，不写姓名，如“九月走访的三个社区”"
          value={given.audience}
          onChange={(audience) => set({ audience })}
        />
        <div className={css.row}>
          <TextField
            {...field('slips')}
            inputMode="numeric"
            value={given.slips}
            onChange={(slips) => set({ slips })}
          />
          <TextField
            {...field('sheets')}
            inputMode="numeric"
            value={given.sheets}
            onChange={(sheets) => set({ sheets })}
          />
        </div>
        <div className={css.row}>
          <DayField
            {...field('fromOn')}
            today={today()}
            value={given.fromOn}
            onChange={(fromOn) => set({ fromOn })}
          />
          <DayField
            {...field('untilOn')}
            today={today()}
            value={given.untilOn}
            onChange={(untilOn) => set({ untilOn })}
          />
        </div>
      </SavedForm>
    </section>
  )
}
