import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { useHere } from '../ui/here.ts'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import type { Need } from './contract.ts'
import css from './sealed.module.css'
import { destroyNeed, putAway } from './sealed-contract.ts'
import { useCadres } from './using-cadres.tsx'

/** 保管和销毁: who leads the desk puts a closed matter away, and destroys it after its time with a witness. */
export const KeepingPart = ({ need }: { need: Need }) => {
  if (need.state !== 'closed' || need.destroyed || !need.knows) return null
  return (
    <>
      <h3>保管和销毁</h3>
      <div className={css.acts}>{need.sealedOn ? <Destroying need={need} /> : <PutAway need={need} />}</div>
    </>
  )
}

const PutAway = ({ need }: { need: Need }) => {
  const queries = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => call(putAway, { params: { need: need.id }, body: { version: need.version } }),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <>
      {error && <Failed error={error} />}
      <Act loading={isPending} onClick={() => mutate()}>
        转入保管
      </Act>
      <span className="aside">转入以后只有负责人能打开，保管多久按本地参数算。</span>
    </>
  )
}

const Destroying = ({ need }: { need: Need }) => {
  if (!need.keepUntil) return <p className="aside">永久保管，不销毁。</p>
  return (
    <FormAct act="期满销毁" title="销毁这件需求的内容">
      {(close) => <Destroy need={need} onDone={close} />}
    </FormAct>
  )
}

const Destroy = ({ need, onDone }: { need: Need; onDone: () => void }) => {
  const { person } = useHere()
  const people = useCadres([person.id])
  const [witness, setWitness] = useState<readonly string[]>([])
  const saving = useSaving(
    destroyNeed.body,
    (body: never) => call(destroyNeed, { params: { need: need.id }, body }),
    onDone,
  )
  return (
    <SavedForm
      saving={saving}
      labels={{ witnessId: '监销人' }}
      act="销毁"
      onSend={() => saving.save({ witnessId: witness[0] ?? '', version: need.version })}
    >
      <p>内容、材料和它自己的密钥一并删去，不能找回；编号和日期留下。</p>
      <PersonPicker
        name="witnessId"
        label="监销人"
        people={people}
        most={1}
        value={witness}
        onChange={setWitness}
        error={saving.errors.witnessId}
      />
    </SavedForm>
  )
}
