import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { sayDay, today } from '../ui/days.ts'
import { errorsOf } from '../ui/errors.ts'
import { Failed } from '../ui/Failed.tsx'
import { TextField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import css from './appraisals.module.css'
import { useActing } from './asking.ts'
import { type Appraisal, type Mutual, recordMutual } from './contract.ts'

type Circle = Appraisal['circles'][number]

/** Mutual appraisal where it took place: in the branch, or in each of its groups. */
export const MutualPart = ({ round }: { round: Appraisal }) => (
  <section aria-labelledby="mutual" className={css.section}>
    <h2 id="mutual">党员互评</h2>
    <p>人多的支部在党小组进行，逐组登记；在支部大会上一起评的，只登记支部这一行。</p>
    <ul className={css.list}>
      {round.circles.map((circle) => (
        <CircleLine key={circle.unitId} round={round} circle={circle} />
      ))}
    </ul>
  </section>
)

const CircleLine = ({ round, circle }: { round: Appraisal; circle: Circle }) => {
  const held = round.mutuals.find(({ unitId }) => unitId === circle.unitId)
  return (
    <li className={css.line}>
      <span className={css.what}>
        {circle.name}
        <span className="aside">
          {held
            ? `${sayDay(held.heldOn)}${held.hostName ? `，${held.hostName}主持` : ''}${held.note ? `。${held.note}` : ''}`
            : '还没有登记'}
        </span>
      </span>
      <FormAct
        act={held ? `修改${circle.name}的互评` : `登记${circle.name}的互评`}
        title={`${circle.name}的党员互评`}
        permit={permitOf(round, circle)}
      >
        {(close) => <MutualForm round={round} circle={circle} held={held} onDone={close} />}
      </FormAct>
    </li>
  )
}

const permitOf = ({ closedOn }: Appraisal, { may }: Circle) => {
  if (!may) return { may: false as const, reason: '由该组组长或支委会成员登记' }
  return closedOn ? { may: false as const, reason: '已办结' } : { may: true as const }
}

type Form = { round: Appraisal; circle: Circle; held: Mutual | undefined; onDone: () => void }

const MutualForm = ({ round, circle, held, onDone }: Form) => {
  const here = round.seats.filter(
    ({ role, groupId }) =>
      role !== 'excluded' && (circle.unitId === round.unitId || groupId === circle.unitId),
  )
  const [heldOn, setHeldOn] = useState(held?.heldOn ?? today().toString())
  const [host, setHost] = useState<readonly string[]>(
    here.filter(({ name }) => name === held?.hostName).map(({ personId }) => personId),
  )
  const [note, setNote] = useState(held?.note ?? '')
  const [remarks, setRemarks] = useState<Readonly<Record<string, string>>>(
    Object.fromEntries(here.map(({ personId, remark }) => [personId, remark ?? ''])),
  )
  const saving = useActing(
    () =>
      call(recordMutual, {
        params: { appraisal: round.id, unit: circle.unitId },
        body: {
          heldOn,
          hostId: host[0] ?? null,
          note: note || null,
          remarks: here
            .filter(({ personId, remark }) => (remark ?? '') !== remarks[personId])
            .map(({ personId }) => ({ personId, remark: remarks[personId] || null })),
          version: held?.version ?? null,
        },
      }),
    onDone,
  )
  const errors = errorsOf(saving.error)
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate(undefined)
      }}
    >
      <DayField
        label="互评日期"
        name="heldOn"
        value={heldOn}
        onChange={setHeldOn}
        today={today()}
        error={errors.heldOn}
      />
      <PersonPicker
        label="主持人"
        name="hostId"
        optional
        most={1}
        people={here.map(({ personId, name, initials }) => ({ id: personId, name, initials }))}
        value={host}
        onChange={setHost}
      />
      <TextField
        label="情况"
        name="note"
        optional
        hint="大家提得集中的意见，不写谁说了谁"
        value={note}
        onChange={setNote}
        error={errors.note}
      />
      <details>
        <summary>小组意见（印在每人的登记表上，可不填）</summary>
        <div className={css.remarks}>
          {here.map(({ personId, name }) => (
            <TextField
              key={personId}
              label={name}
              name={`remark-${personId}`}
              optional
              value={remarks[personId] ?? ''}
              onChange={(remark) => setRemarks({ ...remarks, [personId]: remark })}
              error={errors[`remark-${personId}`]}
            />
          ))}
        </div>
      </details>
      {saving.error && Object.keys(errors).length === 0 && <Failed error={saving.error} />}
      <Act primary type="submit" loading={saving.isPending}>
        保存互评
      </Act>
    </form>
  )
}
