import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { ConfirmDialog } from '../ui/ConfirmDialog.tsx'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { useSaving } from '../ui/saving.ts'
import { ExclusionForm } from './ExclusionForm.tsx'
import { GROUND_WORDS } from './labels.ts'
import css from './meeting.module.css'
import { type ExclusionShown, removeExclusion, type Voters } from './voter-contract.ts'

/** 不计入应到会: each with its ground, the approval above and the vote of the meeting; one that lacks either stays in the base. */
export const ExclusionsPart = ({ voters }: { voters: Voters }) => {
  const { exclusions, mayLead, isFrozen } = voters
  return (
    <section>
      <div className={css.line}>
        <h2>提请不计入应到会的</h2>
        {mayLead && (
          <FormAct
            act="提请不计入"
            title="提请不计入应到会"
            permit={isFrozen ? { may: false, reason: '名单已在大会开会时固定' } : { may: true }}
          >
            {(close) => <ExclusionForm voters={voters} onDone={close} />}
          </FormAct>
        )}
      </div>
      {exclusions.length === 0 && (
        <p>没有。因事因病不能到会的，只要没有报上级同意并经大会通过，都计入应到会。</p>
      )}
      <ul className={css.list}>
        {exclusions.map((exclusion) => (
          <Line key={exclusion.personId} exclusion={exclusion} voters={voters} />
        ))}
      </ul>
    </section>
  )
}

const Line = ({ exclusion, voters }: { exclusion: ExclusionShown; voters: Voters }) => {
  const { personId, name, ground, reason, reportedOn, approvedOn, approvedBy, passedOn } = exclusion
  const [asking, setAsking] = useState(false)
  const person = voters.people.find((each) => each.personId === personId)
  const removing = useSaving(
    removeExclusion.body,
    (body: { version: number }) =>
      call(removeExclusion, { params: { election: voters.electionId, person: personId }, body }),
    () => setAsking(false),
  )
  const mayChange = voters.mayLead && !voters.isFrozen
  return (
    <li>
      <div className={css.line}>
        <p>
          {name} <span className="aside">{GROUND_WORDS[ground]}</span>
        </p>
        <strong>{person?.place === 'excluded' ? '不计入' : '仍计入应到会'}</strong>
      </div>
      <p>{reason}</p>
      <p>
        {[
          reportedOn ? `${sayDay(reportedOn)}报上级` : '还没有报上级',
          approvedOn ? `${sayDay(approvedOn)}${approvedBy ?? '上级'}同意` : '上级还没有同意',
          passedOn ? `${sayDay(passedOn)}大会通过` : '大会还没有通过',
        ].join('；')}
      </p>
      {person?.reasons
        .filter(({ rule }) => rule !== 'election.exclusion.approved')
        .map(({ rule, words, holds }) => (
          <p key={rule} className={css.ruling} data-holds={holds}>
            {words}
          </p>
        ))}
      {mayChange && (
        <div className={css.acts}>
          <FormAct act={`改${name}的登记`} title={`${name}不计入应到会`}>
            {(close) => <ExclusionForm voters={voters} exclusion={exclusion} onDone={close} />}
          </FormAct>
          <Act onClick={() => setAsking(true)}>取消</Act>
        </div>
      )}
      <ConfirmDialog
        opened={asking}
        title={`要取消${name}的不计入吗？`}
        act="取消不计入"
        busy={removing.busy}
        onAct={() => removing.save({ version: voters.version })}
        onClose={() => setAsking(false)}
      >
        <p>{name}回到应到会人数里。</p>
        {removing.failure && <Failed error={removing.failure} />}
      </ConfirmDialog>
    </li>
  )
}
