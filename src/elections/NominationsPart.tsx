import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { sayDay, today } from '../ui/days.ts'
import { TickField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { SavedForm } from '../ui/SavedForm.tsx'
import { useSaving } from '../ui/saving.ts'
import {
  type Candidates,
  type GroupLine,
  proposeCandidates,
  withdrawNomination,
} from './candidate-contract.ts'
import css from './candidates.module.css'
import { NominationForm } from './NominationForm.tsx'

/** 提名推荐: by groups, then the sum over all, from which the committee picks. */
export const NominationsPart = ({ of }: { of: Candidates }) => {
  const isFree = of.mayLead && of.frozen.member === null
  return (
    <section className={css.part} aria-labelledby="nominations">
      <h2 id="nominations">提名推荐</h2>
      <ul className={css.lines}>
        {of.groups.map((group) => (
          <li key={group.id}>
            <span className={css.name}>{group.name}</span>
            <span>
              {group.nomination ? saidOf(group.nomination) : <span className="aside">还没有登记</span>}
            </span>
            {isFree && <GroupActs of={of} group={group} />}
          </li>
        ))}
      </ul>
      {of.summary.length > 0 && <Comparison key={of.version} of={of} mayPick={isFree} />}
    </section>
  )
}

const saidOf = ({ heldOn, present, entitled, nominees }: NonNullable<GroupLine['nomination']>) => (
  <>
    {nominees.map(({ name, support }) => `${name} ${support}`).join('、')}
    <span className="aside">
      {sayDay(heldOn)} · 应到 {entitled} 人，到会 {present} 人
    </span>
  </>
)

const GroupActs = ({ of, group }: { of: Candidates; group: GroupLine }) => {
  const saving = useSaving(
    withdrawNomination.query,
    (query: never) => call(withdrawNomination, { params: { election: of.id, group: group.id }, query }),
    () => {},
  )
  return (
    <span className={css.acts}>
      <FormAct act={group.nomination ? '更正' : '登记推荐'} title={`${group.name}的提名推荐`}>
        {(close) => <NominationForm of={of} group={group} onDone={close} />}
      </FormAct>
      {group.nomination && (
        <Act loading={saving.busy} onClick={() => saving.save({ version: of.version })}>
          撤回
        </Act>
      )}
    </span>
  )
}

/** The sum over all groups; whom the committee picks becomes a candidate. */
const Comparison = ({ of, mayPick }: { of: Candidates; mayPick: boolean }) => {
  const role = of.form === 'direct' ? 'secretary' : 'member'
  const stands = (personId: string) =>
    of.candidates.some(
      (each) => each.role === role && each.personId === personId && each.withdrawnOn === null,
    )
  const [picked, setPicked] = useState<readonly string[]>([])
  const [proposedOn, setProposedOn] = useState(of.proposedOn)
  const saving = useSaving(
    proposeCandidates.body,
    (body: never) => call(proposeCandidates, { params: { election: of.id }, body }),
    () => {},
  )
  const labels = { people: '人选', proposedOn: '委员会比较的日期' }
  const table = (
    <table className={css.sums}>
      <caption>各组推荐汇总，按人数由多到少，同数按姓氏笔画</caption>
      <thead>
        <tr>
          <th scope="col">姓名</th>
          <th scope="col">推荐人数</th>
          <th scope="col">推荐的组</th>
          <th scope="col">委员会的意见</th>
        </tr>
      </thead>
      <tbody>
        {of.summary.map(({ personId, name, support, groups }) => (
          <tr key={personId}>
            <th scope="row">{name}</th>
            <td>{support}</td>
            <td>{groups}</td>
            <td>
              {stands(personId) ? (
                '候选人'
              ) : mayPick && role === 'member' ? (
                <TickField
                  label={`选${name}`}
                  value={picked.includes(personId)}
                  onChange={(ticked) =>
                    setPicked(ticked ? [...picked, personId] : picked.filter((other) => other !== personId))
                  }
                />
              ) : (
                ''
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
  if (!mayPick || role !== 'member' || of.summary.every(({ personId }) => stands(personId))) return table
  return (
    <SavedForm
      saving={saving}
      labels={labels}
      act={picked.length > 0 ? `提为委员候选人（${picked.length} 人）` : '提为委员候选人'}
      quiet={picked.length === 0}
      onSend={() =>
        saving.save({ role, people: picked, names: [], proposedOn, replacesId: null, version: of.version })
      }
    >
      {table}
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
