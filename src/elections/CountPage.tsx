import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { sayDay } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import { Guide } from '../ui/Guide.tsx'
import { Loading } from '../ui/Loading.tsx'
import css from './count.module.css'
import { countQuery } from './count-asking.ts'
import { COUNTED_BODIES } from './count-words.ts'
import { ElectionFrame } from './ElectionFrame.tsx'
import { ELECTIONS_GUIDE } from './guide.ts'
import { BODY_WORDS } from './labels.ts'
import { RolePart } from './RolePart.tsx'
import type { ShownGathering } from './round-contract.ts'

const PARTS = { members: 'meeting', committee: 'plenary' } as const

/** 计票: every ballot of the meeting and of the first plenary, counted, judged and closed. */
export const CountPage = () => (
  <ElectionFrame part="计票">{({ id }) => <Count election={id} />}</ElectionFrame>
)

const Count = ({ election }: { election: string }) => {
  const { data, error, refetch } = useQuery(countQuery(election))
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Loading what="计票" />
  const { gatherings, mayLead, unitKind, version } = data
  return (
    <div className={css.parts}>
      <Guide of="计票" guide={ELECTIONS_GUIDE.count} />
      {gatherings.length === 0 && (
        <Empty title="还没有选举大会。">先在“大会”里建立会议、登记到会并宣布开会，再发票计票。</Empty>
      )}
      {gatherings.map((gathering) => (
        <section key={gathering.id} className={css.gathering}>
          <h2>
            {COUNTED_BODIES[gathering.body]} <span className="aside">{sayDay(gathering.heldOn)}</span>
          </h2>
          <Base gathering={gathering} />
          <p>
            <Link to={`/elections/$election/${PARTS[gathering.body]}`} params={{ election }}>
              回到{BODY_WORDS[gathering.body]}的议程
            </Link>
          </p>
          {gathering.roles.map((role) => (
            <RolePart key={role.role} of={{ election, gathering, role, mayLead, unitKind, version }} />
          ))}
        </section>
      ))}
    </div>
  )
}

const Base = ({ gathering: { entitled, present, quorum, isOpen } }: { gathering: ShownGathering }) =>
  isOpen ? (
    <p>
      有选举权的应到会 {entitled} 人，实到会 {present} 人。
      {quorum && (
        <span className={css.judged} data-holds={quorum.judgment.holds}>
          {quorum.judgment.holds ? '到会人数符合规定' : '到会人数不够'}：至少 {quorum.judgment.needed} 人（
          {quorum.judgment.citation}）。
        </span>
      )}
    </p>
  ) : (
    <p>会议还没有开始。</p>
  )
