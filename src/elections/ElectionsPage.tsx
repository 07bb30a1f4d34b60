import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../http/call.ts'
import { sayDay } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import { useHere } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { PEOPLE_WAYS, SubWays } from '../ui/SubWays.tsx'
import { listElections } from './contract.ts'
import css from './elections.module.css'
import { KIND_WORDS, STAGE_WORDS } from './labels.ts'

/** The elections of the unit and of those below it. */
export const ElectionsPage = () => {
  const { unit } = useHere()
  const { data, error, refetch } = useQuery({
    queryKey: ['elections', unit.id],
    queryFn: () => call(listElections, { params: { unit: unit.id } }),
  })
  return (
    <>
      <SubWays label="人与组织" ways={PEOPLE_WAYS} />
      <PageHead title="换届选举" />
      <div className={css.parts}>
        {error && <Failed error={error} again={() => void refetch()} />}
        {!error && !data && <Loading what="换届选举" />}
        {data?.elections.length === 0 && <Empty title="还没有办理过换届选举。" />}
        {data && data.elections.length > 0 && (
          <ul>
            {data.elections.map((each) => (
              <li key={each.id}>
                <Link to="/elections/$election" params={{ election: each.id }}>
                  {each.unitName}
                  {KIND_WORDS[each.kind]}
                </Link>{' '}
                <span className="aside">
                  {STAGE_WORDS[each.stage]}
                  {each.electedOn && ` · ${sayDay(each.electedOn)}`}
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  )
}
