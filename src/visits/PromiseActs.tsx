import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { sayDay, today } from '../ui/days.ts'
import { FormAct } from '../ui/FormAct.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { keepPromise, passPromise, type VisitPromise } from './contract.ts'
import { LABELS } from './labels.ts'
import { useCadres } from './using.ts'

type Of = { promise: VisitPromise }
type Props = Of & { onDone: () => void }

/** How far a promise is, in words. */
export const sayPromise = ({ dueOn, doneOn, toldOn }: VisitPromise): string => {
  if (toldOn) return `${sayDay(doneOn!)}办到，${sayDay(toldOn)}告诉了她`
  if (doneOn) return `${sayDay(doneOn)}办到，还没有告诉她`
  return dueOn ? `${sayDay(dueOn)}前办` : '没有说定日期'
}

/** Done, told, or passed on to a colleague. */
export const PromiseActs = ({ promise }: Of) =>
  promise.toldOn === null && (
    <>
      {promise.doneOn === null ? (
        <FormAct act="办到了" title={promise.what}>
          {(close) => <Done promise={promise} onDone={close} />}
        </FormAct>
      ) : (
        <FormAct act="已告诉她" title={promise.what}>
          {(close) => <Told promise={promise} onDone={close} />}
        </FormAct>
      )}
      <FormAct act="移交" title={promise.what}>
        {(close) => <Pass promise={promise} onDone={close} />}
      </FormAct>
    </>
  )

const useKeeping = ({ promise, onDone }: Props) =>
  useSaving(
    keepPromise.body,
    (body: never) => call(keepPromise, { params: { promise: promise.id }, body }),
    onDone,
  )

const Done = (props: Props) => {
  const [doneOn, setDoneOn] = useState(today().toString())
  const saving = useKeeping(props)
  const body = { doneOn, toldOn: null, version: props.promise.version }
  return (
    <SavedForm saving={saving} labels={LABELS} act="登记办到" onSend={() => saving.save(body)}>
      <DayField
        name="doneOn"
        label={LABELS.doneOn}
        value={doneOn}
        onChange={setDoneOn}
        today={today()}
        error={saving.errors.doneOn}
      />
      <p>办到以后还要告诉她，再回来登记一次。</p>
    </SavedForm>
  )
}

const Told = (props: Props) => {
  const [toldOn, setToldOn] = useState(today().toString())
  const saving = useKeeping(props)
  const { doneOn, version } = props.promise
  return (
    <SavedForm
      saving={saving}
      labels={LABELS}
      act="登记已告诉她"
      onSend={() => saving.save({ doneOn, toldOn, version })}
    >
      <DayField
        name="toldOn"
        label={LABELS.toldOn}
        value={toldOn}
        onChange={setToldOn}
        today={today()}
        error={saving.errors.toldOn}
      />
    </SavedForm>
  )
}

const Pass = ({ promise, onDone }: Props) => {
  const cadres = useCadres()
  const [owner, setOwner] = useState<readonly string[]>([])
  const saving = useSaving(
    passPromise.body,
    (body: never) => call(passPromise, { params: { promise: promise.id }, body }),
    onDone,
  )
  const body = { ownerId: owner[0] ?? '', version: promise.version }
  return (
    <SavedForm saving={saving} labels={LABELS} act="移交" onSend={() => saving.save(body)}>
      <p>接手的人只看得到这一项承诺，看不到走访的其他内容。</p>
      <PersonPicker
        name="ownerId"
        label={LABELS.ownerId}
        people={cadres.filter(({ id }) => id !== promise.ownerId)}
        value={owner}
        onChange={setOwner}
        most={1}
        error={saving.errors.ownerId}
      />
    </SavedForm>
  )
}
