import { Link } from '@tanstack/react-router'
import { TERMS, type Term } from '../glossary.ts'
import { planMeeting } from '../meetings/contract.ts'
import { Act } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { useHere } from '../ui/here.ts'
import { useAct } from './asking.tsx'
import { type Form, finishGroups, type LifeRound, unfinishGroups } from './contract.ts'
import css from './life-meetings.module.css'
import { Refused } from './Parts.tsx'

const KIND = { members: 'general-meeting', committee: 'committee-meeting', groups: 'group-meeting' } as const

/** The gathering is planned, recorded and judged among the meetings; in groups each has its own. */
export const MeetingPart = ({ round }: { round: LifeRound }) => {
  const { units, may } = useHere()
  const mayPlan = (id: string) => {
    const path = units.find((unit) => unit.id === id)?.path
    return path !== undefined && may(planMeeting.asks, path)
  }
  const missing = round.groups.filter(
    ({ id }) => mayPlan(id) && !round.sittings.some(({ unitId }) => unitId === id),
  )
  return (
    <>
      <ul className={css.list}>
        {round.sittings.map(({ id, title, unitName, heldOn, stage }) => (
          <li key={id}>
            <span className={css.head}>
              <Link to="/meetings/$meeting" params={{ meeting: id }}>
                {title}
              </Link>
              <span className="aside">
                {unitName} · {sayDay(heldOn)} · {TERMS[stage as Term]}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {round.sittings.length === 0 && <p>还没有安排会议。通知、到会、会议记录都在会议页上办。</p>}
      {round.form === 'groups' ? (
        <div className={css.acts}>
          {missing.map((group) => (
            <PlanLink
              key={group.id}
              round={round}
              unit={group.id}
              form="groups"
              act={`安排${group.name}的会`}
            />
          ))}
          {round.reach === 'lead' && <GroupsDone round={round} />}
        </div>
      ) : (
        round.sittings.length === 0 &&
        mayPlan(round.unitId) && (
          <div className={css.acts}>
            <PlanLink round={round} unit={round.unitId} form={round.form} act="安排会议" />
          </div>
        )
      )}
    </>
  )
}

type LinkProps = { round: LifeRound; unit: string; form: Form; act: string }

const PlanLink = ({ round, unit, form, act }: LinkProps) => (
  <Link
    className={css.download}
    to="/meetings/plan"
    search={{
      kind: KIND[form],
      also: 'life-meeting',
      forYear: round.forYear,
      of: unit,
      ...(round.meetOn ? { on: round.meetOn } : {}),
    }}
  >
    {act}
  </Link>
)

const GroupsDone = ({ round }: { round: LifeRound }) => {
  const done = useAct(finishGroups)
  const undone = useAct(unfinishGroups)
  if (round.groupsDoneOn)
    return (
      <>
        <p>各小组在{sayDay(round.groupsDoneOn)}开完，本年已计入。</p>
        <Act
          loading={undone.busy}
          onClick={() => undone.act({ params: { round: round.id }, body: { version: round.version } })}
        >
          撤销登记
        </Act>
        <Refused of={undone} />
      </>
    )
  return (
    <>
      <Act
        loading={done.busy}
        onClick={() => done.act({ params: { round: round.id }, body: { version: round.version } })}
      >
        各小组都已开完
      </Act>
      <Refused of={done} />
    </>
  )
}
