import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../http/call.ts'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import css from './changes.module.css'
import { listProbations, type Probation } from './contract.ts'
import { CHANGES_GUIDE } from './guide.ts'
import { OUTCOME_WORDS, STATE_WORDS } from './labels.ts'

/** Everyone on probation with the day it ends; those decided stand below. */
export const ProbationsPart = () => {
  const { unit } = useHere()
  const read = useQuery({
    queryKey: ['probations', unit.id],
    queryFn: () => call(listProbations, { params: { unit: unit.id } }),
  })
  return (
    <section className={css.part} aria-labelledby="probations">
      <div className={css.head}>
        <h2 id="probations">预备期</h2>
      </div>
      <Guide of="预备期满" guide={CHANGES_GUIDE.probation} />
      {read.error ? (
        <Failed error={read.error} again={() => void read.refetch()} />
      ) : !read.data ? (
        <Loading what="预备期" lines={2} />
      ) : read.data.probations.length === 0 ? (
        <p className="aside">现在没有预备党员。</p>
      ) : (
        <ul className={css.list}>
          {read.data.probations.map((probation) => (
            <Line key={probation.id ?? probation.personId} probation={probation} />
          ))}
        </ul>
      )}
    </section>
  )
}

const Line = ({ probation }: { probation: Probation }) => {
  const { personId, personName, groupName, endsOn, extensions, state, late, outcome } = probation
  return (
    <li data-past={state === 'approved' || undefined}>
      <Link to="/changes/probation/$person" params={{ person: personId }}>
        {personName}
      </Link>
      <span className={css.what}>
        <span>
          {endsOn ? `${sayDay(endsOn)}期满` : '入党日期没有登记到日，算不出期满日'}
          {extensions > 0 && '（延长后）'}
          {outcome && `，党员大会决议${OUTCOME_WORDS[outcome]}`}
          {groupName && <span className="aside"> {groupName}</span>}
        </span>
        {late.map((says) => (
          <span key={says} className="aside">
            {says}
          </span>
        ))}
      </span>
      <span>{STATE_WORDS[state]}</span>
    </li>
  )
}
