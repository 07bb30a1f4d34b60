import { type ReactNode, useState } from 'react'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import type { Body } from '../http/endpoint.ts'
import { DayField } from '../ui/DayField.tsx'
import { saySpan, today } from '../ui/days.ts'
import { FormAct } from '../ui/FormAct.tsx'
import type { Here } from '../ui/here.ts'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { endPost, type HeldPost } from './contract.ts'
import css from './People.module.css'

/** One post with its days, and the act that ends it. `says` tells the rest: where it is, or who holds it. */
export const PostLine = ({ held, here, says }: { held: HeldPost; here: Here; says: ReactNode }) => {
  const path = here.units.find(({ id }) => id === held.unitId)?.path
  const past = held.until !== null && held.until < today().toString()
  const keeper = path !== undefined && here.may(endPost.asks, path)
  return (
    <li data-past={past || undefined}>
      <span className={css.when}>{saySpan(held)}</span>
      <span>
        {TERMS[held.post]} <span className="aside">{says}</span>
      </span>
      {keeper && !past && (
        <FormAct act="登记免职" title={`登记${held.personName}免去${TERMS[held.post]}`}>
          {(close) => <EndPostForm held={held} onDone={close} />}
        </FormAct>
      )}
    </li>
  )
}

const LABELS = { until: '任职的最后一天' }

const EndPostForm = ({ held, onDone }: { held: HeldPost; onDone: () => void }) => {
  const [until, setUntil] = useState(held.until ?? '')
  const saving = useSaving(
    endPost.body,
    (body: Body<typeof endPost>) => call(endPost, { params: { post: held.id }, body }),
    onDone,
  )
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="登记免职"
      onSend={() => saving.save({ until, version: held.version })}
    >
      <DayField
        name="until"
        label={LABELS.until}
        value={until}
        onChange={setUntil}
        error={saving.errors.until}
        today={today()}
      />
      <p className="aside">从第二天起，随此职务的权限收回。以前的记录不变。</p>
    </SavedForm>
  )
}
