import { useState } from 'react'
import { DUTY_WORDS } from '../documents/election-posts.ts'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { ChoiceField, TickField } from '../ui/Field.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import css from './after.module.css'
import { divideWork } from './after-contract.ts'
import { DUTIES, type Duty } from './posts-after.ts'
import type { AfterFormProps } from './StepDayForm.tsx'
import { isParty } from './steps.ts'
import { memberTitles } from './titles.ts'

const LABELS = { doneOn: '日期', members: '分工', title: '称谓' }

type Chosen = Record<string, { duties: Duty[]; title: string }>

/** What each of the committee is charged with; everything is chosen, nothing is typed. */
export const DivisionForm = ({ head, after, onDone }: AfterFormProps) => {
  const kept = after.steps.find(({ step }) => step === 'division')
  const usual = after.plenary?.heldOn ?? head.electedOn ?? today().toString()
  const [doneOn, setDoneOn] = useState(kept?.doneOn ?? usual)
  const [chosen, setChosen] = useState<Chosen>(() =>
    Object.fromEntries(
      after.elected.map(({ id, duties, title }) => [id, { duties: duties as Duty[], title }]),
    ),
  )
  const saving = useSaving(
    divideWork.body,
    (body: never) => call(divideWork, { params: { election: head.id }, body }),
    onDone,
  )
  const titles = memberTitles(head.unitKind)
  const send = (): void =>
    saving.save({
      doneOn,
      members: after.elected.map(({ id, head: office }) => ({
        result: id,
        duties: chosen[id]?.duties ?? [],
        ...(office === null && titles.length > 1 ? { title: chosen[id]?.title ?? titles[0] } : {}),
      })),
      version: after.version,
    })
  return (
    <SavedForm saving={saving} labels={LABELS} act={kept ? '保存更正' : '登记分工'} onSend={send}>
      <DayField
        name="doneOn"
        label={LABELS.doneOn}
        value={doneOn}
        onChange={setDoneOn}
        error={saving.errors.doneOn}
        today={today()}
      />
      {after.elected.map(({ id, name, head: office, title }) => {
        const own = chosen[id] ?? { duties: [], title }
        const set = (more: Partial<typeof own>): void => setChosen({ ...chosen, [id]: { ...own, ...more } })
        if (!isParty(head.unitKind))
          return office === null && titles.length > 1 ? (
            <ChoiceField
              key={id}
              label={name}
              value={own.title}
              onChange={(picked) => set({ title: picked })}
              choices={titles.map((value) => ({ value, label: value }))}
            />
          ) : null
        return (
          <fieldset key={id} className={css.duties}>
            <legend>
              {name}
              {office && `（${title}）`}
            </legend>
            {DUTIES.map((duty) => (
              <TickField
                key={duty}
                name={`${id}-${duty}`}
                label={DUTY_WORDS[duty]}
                value={own.duties.includes(duty)}
                onChange={(ticked) =>
                  set({
                    duties: ticked ? [...own.duties, duty] : own.duties.filter((each) => each !== duty),
                  })
                }
              />
            ))}
          </fieldset>
        )
      })}
    </SavedForm>
  )
}
