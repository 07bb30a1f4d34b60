import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call } from '../http/call.ts'
import { sayDay, saySpan } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { NEED_WAYS, SubWays } from '../ui/SubWays.tsx'
import { pointsQuery } from './asking.ts'
import { sayLast } from './ContactsPage.tsx'
import type { ContactPoint } from './contact-contract.ts'
import { listVisits } from './contract.ts'
import { POINT_KIND_NAMES } from './kinds.ts'
import { EndForm, LinkForm, PointForm } from './PointForms.tsx'
import { useArranging } from './using.ts'
import { VisitLines } from './VisitLines.tsx'
import css from './visits.module.css'

/** One contact point: who keeps contact, and the visits there that the reader may see. */
export const ContactPage = () => {
  const { point: id } = useParams({ strict: false }) as { point: string }
  const read = useQuery(pointsQuery(true))
  const point = read.data?.points.find((each) => each.id === id)
  return (
    <>
      <SubWays label="走访与需求" ways={NEED_WAYS} />
      {read.isPending && <Loading what="联系点" lines={4} />}
      {read.error && <Failed error={read.error} again={() => void read.refetch()} />}
      {read.data && !point && (
        <PageHead title="没有这个联系点" lead="请从联系点列表中选择。">
          <Link to="/contacts">看联系点</Link>
        </PageHead>
      )}
      {point && <Whole point={point} />}
    </>
  )
}

const Whole = ({ point }: { point: ContactPoint }) => {
  const permit = useArranging()
  const lead = [POINT_KIND_NAMES[point.kind], point.area, saySpan(point)].filter(Boolean).join(' · ')
  return (
    <>
      <PageHead title={point.name} lead={lead}>
        {permit.may && point.until === null && (
          <>
            <FormAct act="改名称" title="修改联系点">
              {(close) => <PointForm point={point} onDone={close} />}
            </FormAct>
            <FormAct act="结束" title={`结束联系点：${point.name}`}>
              {(close) => <EndForm of={{ point }} onDone={close} />}
            </FormAct>
          </>
        )}
      </PageHead>
      <div className={css.record}>
        <section className={css.part} aria-labelledby="keepers">
          <h2 id="keepers">由谁联系</h2>
          {point.links.length === 0 && <p>还没有安排联系的人。</p>}
          <ul className={css.list}>
            {point.links.map((link) => (
              <li key={link.id} className={css.line}>
                <span>{link.personName}</span>
                <span className={css.when}>{saySpan(link)}</span>
                {permit.may && link.until === null && (
                  <FormAct act="结束联系" title={`${link.personName}联系到哪一天`}>
                    {(close) => <EndForm of={{ link }} onDone={close} />}
                  </FormAct>
                )}
              </li>
            ))}
          </ul>
          {point.until === null && (
            <div>
              <FormAct act="安排联系的人" title={`安排联系的人：${point.name}`} permit={permit}>
                {(close) => <LinkForm point={point} onDone={close} />}
              </FormAct>
            </div>
          )}
        </section>
        <Visits point={point} />
      </div>
    </>
  )
}

const Visits = ({ point }: { point: ContactPoint }) => {
  const read = useQuery({
    queryKey: ['visits', 'point', point.id],
    queryFn: () => call(listVisits, { query: { scope: 'all', point: point.id, limit: 50 } }),
  })
  return (
    <section className={css.part} aria-labelledby="visits">
      <h2 id="visits">走访</h2>
      <p>
        {sayLast(point)}
        {point.quietSince && `，按商定的间隔${sayDay(point.quietSince)}前该去一次`}。
      </p>
      {read.error && <Failed error={read.error} again={() => void read.refetch()} />}
      {read.data && <VisitLines visits={read.data.visits} />}
      {point.until === null && (
        <p>
          <Link to="/visits/plan" search={{ point: point.id }}>
            计划走访
          </Link>
        </p>
      )}
    </section>
  )
}
