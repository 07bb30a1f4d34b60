import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { errorsOf } from '../ui/errors.ts'
import { Failed } from '../ui/Failed.tsx'
import { TextField } from '../ui/Field.tsx'
import css from './meeting.module.css'
import { useMeetingActs } from './meeting-asking.tsx'
import { passMotion, withdrawMotion } from './meeting-contract.ts'
import type { GatheringShown, Meeting } from './meeting-shape.ts'
import type { ShownByHands } from './motions.ts'
import { Ruling } from './Ruling.tsx'

type Props = { meeting: Meeting; gathering: GatheringShown; matter: ShownByHands }

/** A show of hands: all approve unless somebody says otherwise; then whether it carried, and by which clause. */
export const HandsForm = ({ meeting, gathering, matter }: Props) => {
  const motion = gathering.motions.find((each) => each.matter === matter)
  const params = { election: meeting.electionId, gathering: gathering.id, matter }
  const withdrawing = useMeetingActs(meeting, (_: undefined, version) =>
    call(withdrawMotion, { params, body: { version } }),
  )
  const mayEnter = meeting.mayLead && gathering.locked === null
  if (!motion)
    return mayEnter ? (
      <Entry key={`${matter} ${gathering.presence.present}`} {...{ meeting, gathering, matter }} />
    ) : (
      <p className="aside">还没有登记表决。</p>
    )
  return (
    <>
      <p className={css.carried} data-holds={motion.passed}>
        {motion.passed ? '通过' : '没有通过'}：实到 {motion.present} 人，同意 {motion.approve} 人，不同意{' '}
        {motion.oppose} 人，弃权 {motion.abstain} 人。
      </p>
      {motion.judgments.map((told) => (
        <Ruling key={told.judgment.rule} told={told} />
      ))}
      {withdrawing.error && <Failed error={withdrawing.error} />}
      {mayEnter && (
        <Act loading={withdrawing.isPending} onClick={() => withdrawing.mutate(undefined)}>
          撤回，重新登记
        </Act>
      )}
    </>
  )
}

const Entry = ({ meeting, gathering, matter }: Props) => {
  const { present } = gathering.presence
  const [oppose, setOppose] = useState('0')
  const [abstain, setAbstain] = useState('0')
  const [typed, setTyped] = useState<string>()
  const approve = typed ?? String(Math.max(0, present - countOf(oppose) - countOf(abstain)))
  const saving = useMeetingActs(meeting, (_: undefined, version) =>
    call(passMotion, {
      params: { election: meeting.electionId, gathering: gathering.id, matter },
      body: {
        approve: countOf(approve),
        oppose: countOf(oppose),
        abstain: countOf(abstain),
        note: null,
        version,
      },
    }),
  )
  const errors = errorsOf(saving.error)
  const named = errors.approve ?? errors.oppose ?? errors.abstain
  return (
    <form
      className={css.hands}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        saving.mutate(undefined)
      }}
    >
      <TextField
        label="同意"
        name={`approve-${matter}`}
        inputMode="numeric"
        value={approve}
        onChange={setTyped}
        error={errors.approve}
      />
      <TextField
        label="不同意"
        name={`oppose-${matter}`}
        inputMode="numeric"
        value={oppose}
        onChange={setOppose}
        error={errors.oppose}
      />
      <TextField
        label="弃权"
        name={`abstain-${matter}`}
        inputMode="numeric"
        value={abstain}
        onChange={setAbstain}
        error={errors.abstain}
      />
      {saving.error && !named && <Failed error={saving.error} />}
      <Act primary type="submit" loading={saving.isPending}>
        登记表决
      </Act>
    </form>
  )
}

const countOf = (text: string): number => {
  const count = Number.parseInt(text, 10)
  return Number.isNaN(count) ? 0 : count
}
