import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { TextField } from '../ui/Field.tsx'
import { RadioRow } from '../ui/RadioRow.tsx'
import type { Seat } from './gathering.ts'
import css from './meeting.module.css'
import { useMeetingActs } from './meeting-asking.tsx'
import { stateAttendance } from './meeting-contract.ts'
import type { GatheringShown, Meeting } from './meeting-shape.ts'
import { presenceOf } from './presence.ts'
import { Ruling } from './Ruling.tsx'

const STATES = ['present', 'excused', 'absent'] as const
const WORDS: Record<Seat['state'], string> = {
  present: '到会',
  excused: '请假',
  absent: '缺席',
  'not-stated': '未填',
}

type Stated = Pick<Seat, 'id' | 'state' | 'reason'>

/** Who came: everyone begins as 未填; each tap is kept at once. One act says that the rest all came. */
export const AttendancePart = ({ meeting, gathering }: { meeting: Meeting; gathering: GatheringShown }) => {
  const { electionId, mayLead } = meeting
  const saving = useMeetingActs(
    meeting,
    (seats: Stated[], version) =>
      call(stateAttendance, {
        params: { election: electionId, gathering: gathering.id },
        body: { seats, version },
      }),
    { ahead: stating },
  )
  const mayEnter = mayLead && gathering.locked === null
  const voters = gathering.seats.filter(({ entitled }) => entitled)
  const others = gathering.seats.filter(({ entitled }) => !entitled)
  const unstated = voters.filter(({ state }) => state === 'not-stated')
  const { presence, quorum } = gathering
  return (
    <>
      <p role="status" className={css.counts}>
        <span>应到 {presence.entitled}</span>
        <span>实到 {presence.present}</span>
        <span>请假 {presence.excused}</span>
        <span>缺席 {presence.absent}</span>
        <span data-gap={presence.unstated > 0 || undefined}>未填 {presence.unstated}</span>
      </p>
      {quorum && presence.unstated === 0 && <Ruling told={quorum} />}
      {quorum && presence.unstated > 0 && (
        <p>
          到 {quorum.judgment.needed} 人可以选举（{quorum.judgment.citation}）。
        </p>
      )}
      {gathering.locked && <p className="aside">{gathering.locked}</p>}
      {saving.error && <Failed error={saving.error} />}
      {mayEnter && unstated.length > 0 && (
        <div className={css.acts}>
          <Act
            onClick={() =>
              saving.mutate(unstated.map(({ id }) => ({ id, state: 'present' as const, reason: null })))
            }
          >
            其余都到会
          </Act>
          <span className="aside">先点请假、缺席的人，再按这里；点一下就保存。</span>
        </div>
      )}
      <ul className={css.people}>
        {voters.map((seat) => (
          <SeatLine
            key={seat.id}
            seat={seat}
            mayEnter={mayEnter}
            onState={(state) =>
              saving.mutate([{ id: seat.id, state, reason: state === 'excused' ? seat.reason : null }])
            }
            onReason={(reason) => saving.mutate([{ id: seat.id, state: 'excused', reason }])}
          />
        ))}
      </ul>
      {others.length > 0 && (
        <details className={css.others}>
          <summary>不在应到会人数里的 {others.length} 人</summary>
          <ul>
            {others.map(({ id, name, because }) => (
              <li key={id}>
                {name}：{because}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** The meeting as it will be once this is kept. */
const stating = (meeting: Meeting, stated: readonly Stated[]): Meeting => {
  if (!meeting.gathering) return meeting
  const of = new Map(stated.map((each) => [each.id, each]))
  const seats = meeting.gathering.seats.map((seat) => ({ ...seat, ...of.get(seat.id) }))
  return { ...meeting, gathering: { ...meeting.gathering, seats, presence: presenceOf(seats) } }
}

type LineProps = {
  seat: GatheringShown['seats'][number]
  mayEnter: boolean
  onState: (state: Seat['state']) => void
  onReason: (reason: string | null) => void
}

const SeatLine = ({ seat, mayEnter, onState, onReason }: LineProps) => (
  <li className={css.person}>
    <fieldset disabled={!mayEnter}>
      <legend>{seat.name}</legend>
      {mayEnter ? (
        <RadioRow
          name={`state-${seat.id}`}
          choices={STATES.map((state) => ({ value: state, label: WORDS[state] }))}
          value={seat.state}
          onChange={onState}
        />
      ) : (
        <span className="aside">
          {WORDS[seat.state]}
          {seat.reason && ` · ${seat.reason}`}
        </span>
      )}
    </fieldset>
    {mayEnter && seat.state === 'excused' && (
      <Reason key={seat.id} name={seat.name} said={seat.reason} onSaid={onReason} />
    )}
  </li>
)

/** Kept when one leaves the field. */
const Reason = ({
  name,
  said,
  onSaid,
}: {
  name: string
  said: string | null
  onSaid: (reason: string | null) => void
}) => {
  const [reason, setReason] = useState(said ?? '')
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving the field keeps it; nothing here is pressed
    <div onBlur={() => reason.trim() !== (said ?? '') && onSaid(reason.trim() || null)}>
      <TextField label={`${name}请假原因`} optional value={reason} onChange={setReason} />
    </div>
  )
}
