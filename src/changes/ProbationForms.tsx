import { useState } from 'react'
import { call } from '../http/call.ts'
import { DayField } from '../ui/DayField.tsx'
import { sayDay, today } from '../ui/days.ts'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { orNull, useSaving } from '../ui/saving.ts'
import css from './changes.module.css'
import * as contract from './contract.ts'
import { OUTCOME_WORDS } from './labels.ts'

type Probation = contract.Probation

const PAPERS = {
  beganOn: '支部大会接收的日子',
  appliedOn: '收到转正申请的日子',
  groupOpinionOn: '党小组提出意见的日子',
  contactsOpinionOn: '培养联系人提出意见的日子',
  publicityFrom: '公示从哪一天',
  publicityTo: '公示到哪一天',
}

/** What came in before the members' meeting. */
export const PapersForm = ({ probation, primary }: { probation: Probation; primary: boolean }) => {
  const { personId, version } = probation
  const names = Object.keys(PAPERS) as (keyof typeof PAPERS)[]
  const [typed, setTyped] = useState(
    () =>
      Object.fromEntries(names.map((name) => [name, probation[name] ?? ''])) as Record<
        keyof typeof PAPERS,
        string
      >,
  )
  const saving = useSaving(
    contract.prepareConversion.body,
    (body: never) => call(contract.prepareConversion, { params: { person: personId }, body }),
    () => {},
  )
  const send = (): void =>
    saving.save({
      ...Object.fromEntries(names.map((name) => [name, orNull(typed[name])])),
      beganOn: typed.beganOn,
      version,
    })
  return (
    <section className={css.part} aria-labelledby="handed">
      <h2 id="handed">会前材料</h2>
      <SavedForm saving={saving} labels={PAPERS} act="登记材料" quiet={!primary} onSend={send}>
        <div className={css.days}>
          {names.map((name) => (
            <DayField
              key={name}
              name={name}
              label={PAPERS[name]}
              value={typed[name]}
              onChange={(value) => setTyped({ ...typed, [name]: value })}
              error={saving.errors[name]}
              today={today()}
              optional={name !== 'beganOn'}
            />
          ))}
        </div>
      </SavedForm>
    </section>
  )
}

const DECISION = { resolution: '哪一项决议', outcome: '决议是', extendedTo: '延长到哪一天' }

/** Which resolution decided, and what. Those that name her come first. */
export const DecisionForm = ({
  read: { probation, candidates, extension },
}: {
  read: contract.ReadProbation
}) => {
  const { personId, personName, version } = probation
  const keyOf = (each: contract.Candidate) => `${each.meetingId} ${each.resolution}`
  const named = candidates.filter(({ text }) => text.includes(personName))
  const [chosen, setChosen] = useState(() => (named.length === 1 ? keyOf(named[0]!) : ''))
  const [outcome, setOutcome] = useState('')
  const [extendedTo, setExtendedTo] = useState(extension?.from ?? '')
  const saving = useSaving(
    contract.decideProbation.body,
    (body: never) => call(contract.decideProbation, { params: { person: personId }, body }),
    () => {},
  )
  const picked = candidates.find((each) => keyOf(each) === chosen)
  const send = (): void =>
    saving.save({
      meetingId: picked?.meetingId ?? '',
      resolution: picked?.resolution,
      outcome,
      extendedTo: outcome === 'extend' ? extendedTo : null,
      version,
    })
  if (candidates.length === 0)
    return (
      <section className={css.part} aria-labelledby="decision">
        <h2 id="decision">党员大会</h2>
        <p>本支部还没有记录过带决议的党员大会。开会并提交记录后，在这里选那一项决议。</p>
      </section>
    )
  return (
    <section className={css.part} aria-labelledby="decision">
      <h2 id="decision">党员大会</h2>
      <SavedForm saving={saving} labels={DECISION} act="登记决议" onSend={send}>
        <ChoiceField
          name="resolution"
          label={DECISION.resolution}
          value={chosen}
          onChange={setChosen}
          error={saving.errors.resolution ?? saving.errors.meetingId}
          choices={[...named, ...candidates.filter((each) => !named.includes(each))].map((each) => ({
            value: keyOf(each),
            label: `${sayDay(each.heldOn)} ${each.text}`,
          }))}
        />
        {picked && (
          <p className="aside">
            {picked.passed ? '已通过。' : '没有通过。'}
            {picked.judgments.map(({ words }) => words).join('')}
          </p>
        )}
        <ChoiceField
          name="outcome"
          label={DECISION.outcome}
          value={outcome}
          onChange={setOutcome}
          error={saving.errors.outcome}
          choices={contract.OUTCOMES.map((value) => ({
            value,
            label: OUTCOME_WORDS[value],
            disabled: value === 'extend' && extension === null,
          }))}
        />
        {outcome === 'extend' && extension && (
          <DayField
            name="extendedTo"
            label={DECISION.extendedTo}
            value={extendedTo}
            onChange={setExtendedTo}
            error={saving.errors.extendedTo}
            hint={`在${sayDay(extension.from)}至${sayDay(extension.to)}之间，只能延长一次`}
            today={today()}
          />
        )}
      </SavedForm>
    </section>
  )
}

/** The day on which the resolution went to the superior. */
export const SubmissionForm = ({ probation: { personId, version } }: { probation: Probation }) => {
  const [submittedOn, setSubmittedOn] = useState(today().toString())
  const saving = useSaving(
    contract.submitProbation.body,
    (body: never) => call(contract.submitProbation, { params: { person: personId }, body }),
    () => {},
  )
  const labels = { submittedOn: '上报日期' }
  return (
    <section className={css.part} aria-labelledby="submission">
      <h2 id="submission">上报</h2>
      <SavedForm
        saving={saving}
        labels={labels}
        act="登记上报"
        onSend={() => saving.save({ submittedOn, version })}
      >
        <DayField
          name="submittedOn"
          label={labels.submittedOn}
          value={submittedOn}
          onChange={setSubmittedOn}
          error={saving.errors.submittedOn}
          today={today()}
        />
      </SavedForm>
    </section>
  )
}

/** The superior's answer; the roster follows it. */
export const ApprovalForm = ({ probation }: { probation: Probation }) => {
  const { personId, personName, outcome, version } = probation
  const [approvedOn, setApprovedOn] = useState(today().toString())
  const [approvalNumber, setApprovalNumber] = useState('')
  const saving = useSaving(
    contract.approveProbation.body,
    (body: never) => call(contract.approveProbation, { params: { person: personId }, body }),
    () => {},
  )
  const labels = { approvedOn: '批准日期', approvalNumber: '批复文号' }
  return (
    <section className={css.part} aria-labelledby="approval">
      <h2 id="approval">批复</h2>
      <p className="aside">
        {outcome === 'convert'
          ? `登记以后，名册上${personName}从党员大会那天起是正式党员。`
          : '登记以后，名册和期满日随之更改。'}
      </p>
      <SavedForm
        saving={saving}
        labels={labels}
        act="登记批复"
        onSend={() => saving.save({ approvedOn, approvalNumber: orNull(approvalNumber), version })}
      >
        <DayField
          name="approvedOn"
          label={labels.approvedOn}
          value={approvedOn}
          onChange={setApprovedOn}
          error={saving.errors.approvedOn}
          today={today()}
        />
        <TextField
          name="approvalNumber"
          label={labels.approvalNumber}
          value={approvalNumber}
          onChange={setApprovalNumber}
          error={saving.errors.approvalNumber}
          optional
        />
      </SavedForm>
    </section>
  )
}
