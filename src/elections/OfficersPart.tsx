import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { TextField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { HandsForm } from './HandsForm.tsx'
import { OFFICER_WORDS } from './labels.ts'
import css from './meeting.module.css'
import { useMeetingActs } from './meeting-asking.tsx'
import { nameOfficers } from './meeting-contract.ts'
import type { GatheringShown, Meeting } from './meeting-shape.ts'
import { Ruling } from './Ruling.tsx'

type Props = { meeting: Meeting; gathering: GatheringShown }

/** Who watches and counts the ballots: picked from those present who do not stand, then confirmed by the meeting. */
export const OfficersPart = ({ meeting, gathering }: Props) => {
  const [changing, setChanging] = useState(false)
  const { officers, officerFaults, officersConfirmed, locked } = gathering
  const mayEnter = meeting.mayLead && locked === null
  if (mayEnter && (changing || officers.length === 0))
    return <Pick meeting={meeting} gathering={gathering} onDone={() => setChanging(false)} />
  if (officers.length === 0) return <p className="aside">还没有推选监票人和计票人。</p>
  return (
    <>
      <ul className={css.plain}>
        {officers.map(({ id, role, name }) => (
          <li key={id}>
            {OFFICER_WORDS[role]}：{name}
          </li>
        ))}
      </ul>
      {officerFaults.map(({ rule, words, level }) => (
        <p key={rule} className={css.ruling} data-holds={level === 'red' ? false : undefined}>
          {words}
        </p>
      ))}
      <HandsForm meeting={meeting} gathering={gathering} matter="officers" />
      {officersConfirmed?.judgment.holds && <Ruling told={officersConfirmed} />}
      {mayEnter && <Act onClick={() => setChanging(true)}>换人</Act>}
    </>
  )
}

const Pick = ({ meeting, gathering, onDone }: Props & { onDone: () => void }) => {
  const stands = new Set(meeting.candidates.map(({ personId, name }) => personId ?? name))
  const free = gathering.seats.filter(
    ({ state, personId, name }) => state === 'present' && !stands.has(personId ?? name),
  )
  const [chief, setChief] = useState<readonly string[]>(idsOf(gathering, 'chief-scrutineer'))
  const [scrutineers, setScrutineers] = useState<readonly string[]>(idsOf(gathering, 'scrutineer'))
  const [tellers, setTellers] = useState<readonly string[]>(idsOf(gathering, 'teller'))
  const [staff, setStaff] = useState('')
  const taken = new Set([...chief, ...scrutineers, ...tellers])
  const open = (own: readonly string[]) =>
    free
      .filter(({ id }) => own.includes(id) || !taken.has(id))
      .map(({ id, name, initials, groupName }) => ({
        id,
        name,
        initials,
        ...(groupName && { group: groupName }),
      }))
  const saving = useMeetingActs(
    meeting,
    (_: undefined, version) => {
      const of = (role: 'chief-scrutineer' | 'scrutineer' | 'teller', ids: readonly string[]) =>
        ids.flatMap((id) => {
          const seat = gathering.seats.find((each) => each.id === id)
          return seat ? [{ role, personId: seat.personId, name: seat.name }] : []
        })
      const others = staff
        .split(/[、，,\s]+/)
        .filter(Boolean)
        .map((name) => ({ role: 'teller' as const, personId: null, name }))
      return call(nameOfficers, {
        params: { election: meeting.electionId, gathering: gathering.id },
        body: {
          officers: [
            ...of('chief-scrutineer', chief),
            ...of('scrutineer', scrutineers),
            ...of('teller', tellers),
            ...others,
          ],
          version,
        },
      })
    },
    { done: onDone },
  )
  return (
    <div className="form">
      <PersonPicker
        label="总监票人"
        optional
        most={1}
        hint="只列出已到会、不是候选人的人"
        people={open(chief)}
        value={chief}
        onChange={setChief}
      />
      <PersonPicker label="监票人" people={open(scrutineers)} value={scrutineers} onChange={setScrutineers} />
      <PersonPicker
        label="计票人"
        hint="逐票计票要两名计票人各读一遍"
        people={open(tellers)}
        value={tellers}
        onChange={setTellers}
      />
      {meeting.staffMayCount && (
        <TextField
          label="计票的工作人员"
          optional
          hint="不在名单上的，写姓名，几个人用顿号隔开"
          value={staff}
          onChange={setStaff}
        />
      )}
      {saving.error && <Failed error={saving.error} />}
      <Act
        primary
        loading={saving.isPending}
        permit={
          scrutineers.length + chief.length > 0 && (tellers.length > 0 || staff !== '')
            ? { may: true }
            : { may: false, reason: '监票人、计票人至少各一名' }
        }
        onClick={() => saving.mutate(undefined)}
      >
        保存人选
      </Act>
    </div>
  )
}

const idsOf = ({ officers, seats }: GatheringShown, role: string): string[] =>
  officers
    .filter((each) => each.role === role)
    .flatMap(({ personId, name }) => {
      const seat = seats.find((each) => (personId === null ? each.name === name : each.personId === personId))
      return seat ? [seat.id] : []
    })
