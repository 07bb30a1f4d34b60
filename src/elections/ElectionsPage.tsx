import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../http/call.ts'
import { sayDay } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { PEOPLE_WAYS, SubWays } from '../ui/SubWays.tsx'
import { CalendarLines } from './CalendarLines.tsx'
import { readCalendar } from './calendar-contract.ts'
import { listElections } from './contract.ts'
import css from './elections.module.css'
import { ELECTIONS_GUIDE } from './guide.ts'
import { KIND_WORDS, STAGE_WORDS } from './labels.ts'

const LINE_WORDS = { party: '党组织', federation: '妇联组织', union: '工会' } as const

/** 换届选举: the term of every unit, what is under way, and what was held. */
export const ElectionsPage = () => {
  const { data, error, refetch } = useQuery({
    queryKey: ['term-calendar'],
    queryFn: () => call(readCalendar, {}),
  })
  const lines = (['party', 'federation', 'union'] as const).filter((line) =>
    data?.units.some((unit) => unit.line === line),
  )
  return (
    <>
      <SubWays label="人与组织" ways={PEOPLE_WAYS} />
      <PageHead title="换届选举" lead="各组织的届次、到期和正在办理的选举" />
      <div className={css.parts}>
        <Guide of="按期换届" guide={ELECTIONS_GUIDE.calendar} />
        {error && <Failed error={error} again={() => void refetch()} />}
        {!error && !data && <Loading what="届次日历" lines={4} />}
        {data?.units.length === 0 && <Empty title="没有可以查看的组织" />}
        {lines.map((line) => (
          <section key={line} className={css.line}>
            <h2>{LINE_WORDS[line]}</h2>
            <CalendarLines entries={data!.units.filter((unit) => unit.line === line)} />
          </section>
        ))}
        <Held />
      </div>
    </>
  )
}

/** Elections of the unit and of those below it that are over. */
const Held = () => {
  const { unit } = useHere()
  const { data } = useQuery({
    queryKey: ['elections', unit.id],
    queryFn: () => call(listElections, { params: { unit: unit.id } }),
  })
  const held = (data?.elections ?? []).filter(({ stage }) => stage === 'closed' || stage === 'cancelled')
  if (held.length === 0) return null
  return (
    <section className={css.line}>
      <h2>办过的选举</h2>
      <ul className={css.held}>
        {held.map(({ id, unitName, kind, stage, electedOn, cancelledOn }) => (
          <li key={id}>
            <Link to="/elections/$election" params={{ election: id }}>
              {unitName}
              {KIND_WORDS[kind]}
            </Link>{' '}
            <span className="aside">
              {STAGE_WORDS[stage]}
              {(electedOn ?? cancelledOn) && ` · ${sayDay((electedOn ?? cancelledOn)!)}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
