import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { today } from '../ui/days.ts'
import { AreaField, ChoiceField } from '../ui/Field.tsx'
import { PersonPicker } from '../ui/PersonPicker.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import {
  type CandidateLine,
  type Candidates,
  introduceCandidates,
  proposeCandidates,
} from './candidate-contract.ts'
import { choicesOf } from './choices.tsx'
import { ROLES } from './gathering.ts'
import { roleWords } from './titles.ts'

type Props = { of: Candidates; onDone: () => void }

/** For what, who, and since when; whoever takes the place of one who withdrew says so. */
export const ProposeForm = ({ of, onDone }: Props) => {
  const open = ROLES.filter(
    (role) => of.frozen[role] === null && (of.form === 'committee' || role !== 'member'),
  )
  const standing = (role: string) =>
    of.candidates.filter((each) => each.role === role && each.withdrawnOn === null)
  const [role, setRole] = useState<CandidateLine['role']>(
    () => open.find((each) => standing(each).length === 0) ?? open[0] ?? 'member',
  )
  const [people, setPeople] = useState<readonly string[]>([])
  const [names, setNames] = useState('')
  const [proposedOn, setProposedOn] = useState(of.proposedOn)
  const [replacesId, setReplaces] = useState('')
  const saving = useSaving(
    proposeCandidates.body,
    (body: never) => call(proposeCandidates, { params: { election: of.id }, body }),
    onDone,
  )
  const labels = {
    role: '职务',
    people: '候选人',
    names: '候选人',
    proposedOn: '提名日期',
    replacesId: '接替谁',
  }
  const gone = of.candidates.filter(
    (each) =>
      each.role === role &&
      each.withdrawnOn !== null &&
      !of.candidates.some((other) => other.replacesId === each.id && other.withdrawnOn === null),
  )
  const send = (): void =>
    saving.save({
      role,
      people,
      names: names
        .split(/[\n、，,]/)
        .map((name) => name.trim())
        .filter(Boolean),
      proposedOn,
      replacesId: orNull(replacesId),
      version: of.version,
    })
  return (
    <SavedForm saving={saving} labels={labels} act="提出候选人" onSend={send}>
      <ChoiceField
        name="role"
        label={labels.role}
        value={role}
        onChange={(chosen) => {
          setRole(chosen as CandidateLine['role'])
          setReplaces('')
        }}
        error={saving.errors.role}
        choices={open.map((value) => ({ value, label: roleWords(of.unitKind, value) }))}
      />
      {of.rostered ? (
        <PersonPicker
          name="people"
          label={labels.people}
          people={inOrder(of, role)}
          most={mostOf(of, role)}
          value={people}
          onChange={setPeople}
          error={saving.errors.people}
        />
      ) : (
        <AreaField
          name="names"
          label={labels.names}
          hint="一行一人，或用顿号隔开"
          value={names}
          onChange={setNames}
          error={saving.errors.names}
        />
      )}
      {gone.length > 0 && (
        <ChoiceField
          name="replacesId"
          label={labels.replacesId}
          value={replacesId}
          onChange={setReplaces}
          error={saving.errors.replacesId}
          choices={[
            ...(replacesId === '' ? [] : [{ value: '', label: '不是接替' }]),
            ...gone.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          optional
        />
      )}
      <DayField
        name="proposedOn"
        label={labels.proposedOn}
        value={proposedOn}
        onChange={setProposedOn}
        error={saving.errors.proposedOn}
        today={today()}
      />
    </SavedForm>
  )
}

/** Heads are elected in equal number. */
const mostOf = ({ deputies }: Candidates, role: CandidateLine['role']): number => {
  if (role === 'member') return Number.POSITIVE_INFINITY
  return role === 'secretary' ? 1 : Math.max(1, deputies)
}

/** For a head, those who stand for the committee come first. */
const inOrder = (of: Candidates, role: CandidateLine['role']) => {
  const standing = of.candidates.filter(({ withdrawnOn }) => withdrawnOn === null)
  const taken = standing.filter((each) => each.role === role).map(({ personId }) => personId)
  const members = standing.filter((each) => each.role === 'member').map(({ personId }) => personId)
  const choices = choicesOf(of.people, taken)
  return [
    ...choices.filter(({ id }) => members.includes(id)),
    ...choices.filter(({ id }) => !members.includes(id)),
  ]
}

/** All who stand were introduced on one day; the day may be before the meeting or the meeting itself. */
export const IntroductionForm = ({ of, onDone }: Props) => {
  const [introducedOn, setIntroducedOn] = useState(
    of.candidates.find((each) => each.introducedOn !== null)?.introducedOn ?? of.proposedOn,
  )
  const saving = useSaving(
    introduceCandidates.body,
    (body: never) => call(introduceCandidates, { params: { election: of.id }, body }),
    onDone,
  )
  const labels = { introducedOn: '介绍日期' }
  return (
    <SavedForm
      saving={saving}
      labels={labels}
      act="登记已介绍"
      onSend={() => saving.save({ introducedOn, version: of.version })}
    >
      <p className="aside">
        向选举人介绍每名候选人的简历、实绩和主要优缺点，回答询问。现在的候选人一并登记。
      </p>
      <DayField
        name="introducedOn"
        label={labels.introducedOn}
        value={introducedOn}
        onChange={setIntroducedOn}
        error={saving.errors.introducedOn}
        today={today()}
      />
    </SavedForm>
  )
}
