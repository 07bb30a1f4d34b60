import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { Guide } from '../ui/Guide.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { NEED_WAYS, SubWays } from '../ui/SubWays.tsx'
import { promisesQuery } from './asking.ts'
import { listVisits, type VISIT_SCOPES } from './contract.ts'
import { visitsGuide } from './guide.ts'
import { RECORD } from './labels.ts'
import { PromiseActs, sayPromise } from './PromiseActs.tsx'
import { useAnywhere } from './using.ts'
import { VisitLines } from './VisitLines.tsx'
import css from './visits.module.css'

type Scope = (typeof VISIT_SCOPES)[number]

/** 走访: what was promised first, then what is planned, then what was made. */
export const VisitsPage = () => {
  const { scope = 'mine' } = useSearch({ strict: false }) as { scope?: Scope }
  const readsAll = useAnywhere('visit.read')
  const navigate = useNavigate()
  return (
    <>
      <SubWays label="走访与需求" ways={NEED_WAYS} />
      <PageHead title="走访" lead="去过哪里、答应了什么、有没有告诉她。">
        <Act onClick={() => void navigate({ to: '/visits/plan' })}>计划走访</Act>
        <Act primary onClick={() => void navigate({ to: RECORD })}>
          登记走访
        </Act>
      </PageHead>
      <div className={css.parts}>
        <Guide of="走访" guide={visitsGuide.visits} />
        <Promises />
        <Stage stage="planned" title="计划去的" scope={scope} />
        {readsAll && (
          <ChoiceField
            label="看谁的走访"
            value={scope}
            onChange={(chosen) => void navigate({ to: '/visits', search: { scope: chosen as Scope } })}
            choices={[
              { value: 'mine', label: '我参加或登记的' },
              { value: 'all', label: '本机关的' },
            ]}
          />
        )}
        <Stage stage="held" title="去过的" scope={scope} />
      </div>
    </>
  )
}

/** What she promised and nobody has been told of yet; those told last stand for a while. */
const Promises = () => {
  const read = useQuery(promisesQuery)
  const open = read.data?.promises.filter(({ toldOn }) => toldOn === null) ?? []
  if (read.error) return <Failed error={read.error} again={() => void read.refetch()} />
  if (open.length === 0) return null
  return (
    <section className={css.part} aria-labelledby="promises">
      <h2 id="promises">我答应的事</h2>
      <ul className={css.list}>
        {open.map((promise) => (
          <li key={promise.id} className={css.line}>
            <span className={css.when}>{sayPromise(promise)}</span>
            <span className={css.what}>
              <span className={css.prose}>{promise.what}</span>
              {promise.where && (
                <span className="aside">
                  <Link to="/visits/$visit" params={{ visit: promise.visitId }}>
                    {[promise.heldOn && sayDay(promise.heldOn), promise.where].filter(Boolean).join(' · ')}
                  </Link>
                </span>
              )}
            </span>
            <span className={css.acts}>
              <PromiseActs promise={promise} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const Stage = ({ stage, title, scope }: { stage: 'planned' | 'held'; title: string; scope: Scope }) => {
  const read = useInfiniteQuery({
    queryKey: ['visits', stage, scope],
    queryFn: ({ pageParam }) =>
      call(listVisits, { query: { scope, stage, ...(pageParam ? { after: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const visits = read.data?.pages.flatMap((page) => page.visits) ?? []
  if (stage === 'planned' && visits.length === 0 && !read.error) return null
  return (
    <section className={css.part} aria-labelledby={`visits-${stage}`}>
      <h2 id={`visits-${stage}`}>{title}</h2>
      {read.error && <Failed error={read.error} again={() => void read.refetch()} />}
      {read.isPending && <Loading what="走访" lines={4} />}
      {read.data && visits.length === 0 && (
        <Empty title="还没有走访记录">
          <p>走访当天或第二天登记；没有网络时也能写，连上以后再送。</p>
        </Empty>
      )}
      {visits.length > 0 && <VisitLines visits={visits} />}
      {read.hasNextPage && (
        <div>
          <Act loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
            再看以前的
          </Act>
        </div>
      )}
    </section>
  )
}
