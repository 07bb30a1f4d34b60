import { call } from '../http/call.ts'
import { useRules } from '../regulations/using.tsx'
import { Act } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { useSaving } from '../ui/saving.ts'
import { Why } from '../ui/WhyPanel.tsx'
import { ColleagueForm } from './ColleagueForm.tsx'
import type { Need } from './contract.ts'
import css from './handling.module.css'
import { assignNeed, removeHelper } from './handling-contract.ts'
import { HANDLING_GUIDE } from './handling-guide.ts'
import { NoteForm } from './NoteForm.tsx'
import type { PartProps } from './part.ts'
import { ReferralForm } from './ReferralForm.tsx'
import { ReferralLine } from './ReferralLine.tsx'

/** Whether the reader acts on the matter as it stands. */
export const useActs = (need: Need): { acts: boolean; leads: boolean; owns: boolean } => {
  const { person, may } = useHere()
  const owns = need.ownerId === person.id
  const helps = need.helpers.some(({ personId, until }) => personId === person.id && until === null)
  const isOpen = need.state !== 'closed' && need.sealedOn === null && need.knows
  return {
    acts: isOpen && (owns || helps || may('need.handle', need.unitPath)),
    leads: may('need.lead', need.unitPath) && need.state !== 'closed',
    owns,
  }
}

/** 办理: who holds the matter, who helps, what is written, and where it was sent. */
export const HandlingPart = ({ need }: PartProps) => {
  const { acts, leads, owns } = useActs(need)
  const rules = useRules(['petition.recusal', 'need.demand-and-assist'])
  const helping = need.helpers.filter(({ until }) => until === null)
  return (
    <section className={css.part} aria-labelledby="handling">
      <h2 id="handling">办理</h2>
      <p className={css.head}>
        <span>承办人：{need.ownerName ?? '还没有'}</span>
        <Why grounds={{ about: '办理、回避和督促处理', rules }} />
      </p>
      <Guide of="办理和转介" guide={HANDLING_GUIDE.handling} />
      {helping.length > 0 && (
        <ul className={css.lines} aria-label="协办人">
          {helping.map((helper) => (
            <li key={helper.id}>
              <p className={css.head}>
                <span>{helper.name}协办</span>
                <span className="aside">{sayDay(helper.since)}起</span>
                {acts && <EndHelp need={need} helper={helper.id} />}
              </p>
            </li>
          ))}
        </ul>
      )}
      <div className={css.acts}>
        {acts && !owns && <Take need={need} />}
        {(leads || (acts && owns)) && (
          <FormAct act={leads ? '指派承办人' : '移交承办'} title="确定承办人">
            {(close) => <ColleagueForm need={need} way="assign" onDone={close} />}
          </FormAct>
        )}
        {acts && (
          <FormAct act="请人协办" title="请人协办">
            {(close) => <ColleagueForm need={need} way="help" onDone={close} />}
          </FormAct>
        )}
        {acts && owns && (
          <FormAct act="回避" title="回避并移交">
            {(close) => <ColleagueForm need={need} way="recuse" onDone={close} />}
          </FormAct>
        )}
        {acts && (
          <FormAct act="写办理记录" title="写办理记录">
            {(close) => <NoteForm need={need} onDone={close} />}
          </FormAct>
        )}
      </div>
      {(acts || need.referrals.length > 0) && <h3>转介</h3>}
      {need.referrals.length > 0 && (
        <ul className={css.lines} aria-label="转介">
          {need.referrals.map((referral) => (
            <ReferralLine key={referral.id} need={need} referral={referral} acts={acts} />
          ))}
        </ul>
      )}
      {acts && (
        <div className={css.acts}>
          <FormAct act="转介给其他部门" title="转介给其他部门">
            {(close) => <ReferralForm need={need} onDone={close} />}
          </FormAct>
        </div>
      )}
    </section>
  )
}

const Take = ({ need }: { need: Need }) => {
  const { person } = useHere()
  const saving = useSaving(
    assignNeed.body,
    (body: never) => call(assignNeed, { params: { need: need.id }, body }),
    () => {},
  )
  return (
    <>
      {saving.failure && <Failed error={saving.failure} />}
      {saving.errors.personId && <p role="alert">{saving.errors.personId}</p>}
      <Act loading={saving.busy} onClick={() => saving.save({ personId: person.id, version: need.version })}>
        我来承办
      </Act>
    </>
  )
}

const EndHelp = ({ need, helper }: { need: Need; helper: string }) => {
  const saving = useSaving(
    removeHelper.body,
    (body: never) => call(removeHelper, { params: { need: need.id, helper }, body }),
    () => {},
  )
  return (
    <>
      {saving.failure && <Failed error={saving.failure} />}
      <Act size="compact-sm" loading={saving.busy} onClick={() => saving.save({ version: need.version })}>
        结束协办
      </Act>
    </>
  )
}
