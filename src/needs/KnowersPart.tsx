import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { sayInstant, saySpan } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { useHere } from '../ui/here.ts'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import { groundName } from './grounds.ts'
import { KeepingPart } from './KeepingPart.tsx'
import type { PartProps } from './part.ts'
import css from './sealed.module.css'
import { leaveOut, letIn, sealNeed } from './sealed-contract.ts'
import { useCadres } from './using-cadres.tsx'

/** 知悉范围: who may know of a sealed matter, who opened it and why; of an ordinary one, the way into the compartment. */
export const KnowersPart = ({ need }: PartProps) => {
  const { may } = useHere()
  const leads = may('need.lead', need.unitPath)
  if (!need.sensitive) return <Seal need={need} />
  if (!need.knows && !leads) return null
  const names = need.knowers.filter(({ until }) => until === null)
  return (
    <section className={css.part} aria-labelledby="knowers">
      <h2 id="knowers">知悉范围</h2>
      <ul className={css.lines}>
        {need.knowers.map(({ id, name, since, until }) => (
          <li key={id}>
            <span>{name}</span>
            <span className="aside">{saySpan({ since, until })}</span>
            {until === null && !need.destroyed && <Leave need={need} knower={{ id, name }} />}
          </li>
        ))}
      </ul>
      {!need.destroyed && (
        <FormAct act="准许知悉" title="准许一位同志知悉">
          {(close) => <LetIn need={need} known={names.map(({ personId }) => personId)} onDone={close} />}
        </FormAct>
      )}
      <h3>打开记录</h3>
      {need.openings.length === 0 && <p className="aside">还没有人打开过。</p>}
      <ul className={css.lines}>
        {need.openings.map(({ readerName, ground, at }) => (
          <li key={`${readerName} ${at}`}>
            <span>{readerName}</span>
            <span>{groundName(ground)}</span>
            <span className="aside">{sayInstant(at)}</span>
          </li>
        ))}
      </ul>
      {leads && <KeepingPart need={need} />}
    </section>
  )
}

type Props = Pick<PartProps, 'need'>

const LetIn = ({ need, known, onDone }: Props & { known: readonly string[]; onDone: () => void }) => {
  const { person } = useHere()
  const people = useCadres([person.id, ...known])
  const [chosen, setChosen] = useState<readonly string[]>([])
  const saving = useSaving(
    letIn.body,
    (body: never) => call(letIn, { params: { need: need.id }, body }),
    onDone,
  )
  return (
    <SavedForm
      saving={saving}
      labels={{ personId: '知悉的人' }}
      act="准许知悉"
      onSend={() => saving.save({ personId: chosen[0] ?? '', version: need.version })}
    >
      <PersonPicker
        name="personId"
        label="知悉的人"
        hint="只准许办这件事离不开的人"
        people={people}
        most={1}
        value={chosen}
        onChange={setChosen}
        error={saving.errors.personId}
      />
    </SavedForm>
  )
}

const Leave = ({ need, knower }: Props & { knower: { id: string; name: string } }) => {
  const queries = useQueryClient()
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      call(leaveOut, { params: { need: need.id, knower: knower.id }, body: { version: need.version } }),
    onSuccess: () => queries.invalidateQueries(),
  })
  return (
    <>
      <Act size="compact-sm" loading={isPending} onClick={() => mutate()}>
        {`停止${knower.name}知悉`}
      </Act>
      {error && <Failed error={error} />}
    </>
  )
}

const Seal = ({ need }: Props) => {
  const { may, person } = useHere()
  const queries = useQueryClient()
  const [asking, setAsking] = useState(false)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => call(sealNeed, { params: { need: need.id }, body: { version: need.version } }),
    onSuccess: async () => {
      setAsking(false)
      await queries.invalidateQueries()
    },
    onError: () => setAsking(false),
  })
  const hers =
    may('need.handle', need.unitPath) ||
    need.ownerId === person.id ||
    need.helpers.some(({ personId, until }) => personId === person.id && until === null)
  if (!hers || need.state === 'closed') return null
  return (
    <section className={css.part} aria-labelledby="sealing">
      <h2 id="sealing">转入封存</h2>
      <p className="aside">涉及家庭暴力、未成年人、性骚扰、隐私的，转入封存，只给知悉范围内的人看。</p>
      {error && <Failed error={error} />}
      <Act onClick={() => setAsking(true)}>转入封存</Act>
      <ConfirmDialog
        opened={asking}
        title="要把这件需求转入封存吗？"
        act="转入封存"
        busy={isPending}
        onAct={() => mutate()}
        onClose={() => setAsking(false)}
      >
        <p>
          内容、办理记录和材料都改用这件需求自己的密钥加密，查找里不再有它；您、承办人和协办人在知悉范围内，其他人只看得到编号。转入以后不能转回。
        </p>
      </ConfirmDialog>
    </section>
  )
}
