import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { AreaField, ChoiceField } from '../ui/Field.tsx'
import { useHere } from '../ui/here.ts'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { useAct, usePeople } from './asking.tsx'
import {
  type LifeRound,
  noteRemark,
  type PURPOSES,
  type Remark,
  readRemarks,
  removeRemark,
} from './contract.ts'
import css from './life-meetings.module.css'
import { OpenFor, Part, Refused } from './Parts.tsx'

/** Short notes of who said what to whom; the same person twice is self-criticism. */
export const RemarksPart = ({ round }: { round: LifeRound }) => {
  const { units, may } = useHere()
  const places = [{ id: round.unitId, name: round.unitName }, ...round.groups].filter(({ id }) => {
    const path = units.find((unit) => unit.id === id)?.path
    return path !== undefined && may(noteRemark.asks, path)
  })
  const [place] = places
  return (
    <>
      <p>
        {round.reach === 'group' ? '您看得到的：' : ''}自我批评 {round.remarks.selves} 人，相互批评{' '}
        {round.remarks.between}{' '}
        条。内容只给有关的两个人、登记的人和书记、副书记、组织委员、纪检委员看，不进手册和归档。
      </p>
      {place && <NoteForm key={round.id} round={round} places={places} />}
      {place && <Noted round={round} />}
    </>
  )
}

type FormProps = { round: LifeRound; places: readonly { id: string; name: string }[] }

const NoteForm = ({ round, places }: FormProps) => {
  const [unit, setUnit] = useState(places[0]?.id ?? round.unitId)
  const [giver, setGiver] = useState<readonly string[]>([])
  const [receiver, setReceiver] = useState<readonly string[]>([])
  const [matter, setMatter] = useState('')
  const [answer, setAnswer] = useState('')
  const people = usePeople(unit)
  const noted = useAct(noteRemark, () => {
    setReceiver([])
    setMatter('')
    setAnswer('')
  })
  return (
    <form
      className={css.form}
      noValidate
      aria-label="登记一条"
      onSubmit={(event) => {
        event.preventDefault()
        noted.act({
          params: { round: round.id },
          body: {
            unitId: unit,
            giverId: giver[0] ?? '',
            receiverId: receiver[0] ?? giver[0] ?? '',
            matter,
            answer: answer || null,
          },
        })
      }}
    >
      <h3>登记一条</h3>
      <Refused of={noted} />
      {places.length > 1 && (
        <ChoiceField
          label="哪个会上"
          value={unit}
          choices={places.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setUnit}
        />
      )}
      <div className={css.row}>
        <PersonPicker
          name="giverId"
          label="谁提出"
          people={people}
          most={1}
          value={giver}
          error={noted.errors.giverId}
          onChange={setGiver}
        />
        <PersonPicker
          name="receiverId"
          label="对谁"
          optional
          hint="自我批评不用选"
          people={people}
          most={1}
          value={receiver}
          error={noted.errors.receiverId}
          onChange={setReceiver}
        />
      </div>
      <AreaField
        name="matter"
        label="说的什么"
        most={500}
        value={matter}
        error={noted.errors.matter}
        onChange={setMatter}
      />
      <AreaField
        name="answer"
        label="本人怎样回应"
        optional
        rows={2}
        most={500}
        value={answer}
        error={noted.errors.answer}
        onChange={setAnswer}
      />
      <div className={css.acts}>
        <Act type="submit" loading={noted.busy}>
          登记
        </Act>
      </div>
    </form>
  )
}

const Noted = ({ round }: { round: LifeRound }) => {
  const read = useMutation({
    mutationFn: (purpose: (typeof PURPOSES)[number]) =>
      call(readRemarks, { params: { round: round.id }, body: { purpose } }),
  })
  const removed = useAct(removeRemark, () => read.reset())
  if (round.remarks.selves + round.remarks.between === 0) return null
  return (
    <Part title="已登记的">
      {!read.data && (
        <OpenFor act="查看已登记的" busy={read.isPending} onOpen={(purpose) => read.mutate(purpose)} />
      )}
      {read.error && <Failed error={read.error} />}
      <Refused of={removed} />
      <ul className={css.list}>
        {read.data?.remarks.map((remark) => (
          <RemarkLine key={remark.id} remark={remark}>
            <Act
              size="xs"
              loading={removed.busy}
              onClick={() => removed.act({ params: { remark: remark.id } })}
            >
              登错了，删去
            </Act>
          </RemarkLine>
        ))}
      </ul>
    </Part>
  )
}

export const RemarkLine = ({ remark, children }: { remark: Remark; children?: ReactNode }) => (
  <li>
    <span className={css.head}>
      <span>
        {remark.giverId === remark.receiverId
          ? `${remark.giverName}自我批评`
          : `${remark.giverName} 对 ${remark.receiverName}`}
      </span>
      {children}
    </span>
    <p className={css.words}>{remark.matter}</p>
    {remark.answer && <p className="aside">回应：{remark.answer}</p>}
  </li>
)
