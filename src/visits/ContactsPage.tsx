import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { addressOf } from '../http/call.ts'
import { useRules } from '../regulations/using.tsx'
import { sayDay, today } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import { TickField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { Guide } from '../ui/Guide.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { NEED_WAYS, SubWays } from '../ui/SubWays.tsx'
import { Why } from '../ui/WhyPanel.tsx'
import { pointsQuery } from './asking.ts'
import { type ContactPoint, downloadContacts } from './contact-contract.ts'
import { keepersOn } from './contacts.ts'
import { visitsGuide } from './guide.ts'
import { POINT_KIND_NAMES, POINT_KINDS } from './kinds.ts'
import { PointForm } from './PointForms.tsx'
import { useArranging } from './using.ts'
import css from './visits.module.css'

/** 联系点: who keeps contact with which place, her own first; where nobody has been for long stands above. */
export const ContactsPage = () => {
  const { ended = false } = useSearch({ strict: false }) as { ended?: boolean }
  const navigate = useNavigate()
  const read = useQuery(pointsQuery(ended))
  const permit = useArranging()
  return (
    <>
      <SubWays label="走访与需求" ways={NEED_WAYS} />
      <PageHead title="联系点" lead="机关干部联系的街道、社区、村、企业和社会组织。">
        <FormAct act="设立联系点" title="设立联系点" permit={permit}>
          {(close) => <PointForm onDone={close} />}
        </FormAct>
      </PageHead>
      <div className={css.parts}>
        <Guide of="联系点" guide={visitsGuide.contacts} />
        {read.error && <Failed error={read.error} again={() => void read.refetch()} />}
        {read.isPending && <Loading what="联系点" lines={5} />}
        {read.data && (
          <>
            <Rhythm rhythm={read.data.rhythm} />
            <Quiet points={read.data.points} />
            <Kinds points={read.data.points} me={read.data.me} />
            <div className={css.filters}>
              <TickField
                label="也看已结束的"
                value={ended}
                onChange={(on) => void navigate({ to: '/contacts', search: on ? { ended: true } : {} })}
              />
              {read.data.points.length > 0 && (
                <a href={addressOf(downloadContacts, {})} download>
                  下载联系点一览
                </a>
              )}
            </div>
          </>
        )}
      </div>
    </>
  )
}

const Rhythm = ({ rhythm }: { rhythm: string | null }) => {
  const rules = useRules(['contact.rhythm'])
  return (
    <p>
      {rhythm ? `商定的走访间隔：${rhythm}。` : '本机关还没有商定走访间隔，所以不提示哪里该去。'}{' '}
      {rules.length > 0 && (
        <Why
          grounds={{
            about: '联系点的走访间隔',
            rules,
            todo: <Link to="/parameters">在“规则”的本地参数里选定或更改</Link>,
          }}
        />
      )}
    </p>
  )
}

const Quiet = ({ points }: { points: readonly ContactPoint[] }) => {
  const quiet = points.filter(({ quietSince }) => quietSince !== null)
  if (quiet.length === 0) return null
  return (
    <section className={css.part} aria-labelledby="quiet">
      <h2 id="quiet">有一阵没去的</h2>
      <ul className={css.list}>
        {quiet
          .toSorted((one, other) => (one.quietSince! < other.quietSince! ? -1 : 1))
          .map((point) => (
            <li key={point.id} className={css.line}>
              <Link to="/contacts/$point" params={{ point: point.id }}>
                {point.name}
              </Link>
              <span className={css.what}>
                <span>{sayLast(point)}</span>
                <span className="aside">
                  按商定的间隔，{sayDay(point.quietSince!)}前该去一次
                  {point.nextOn && point.nextOn >= today().toString() && `；计划${sayDay(point.nextOn)}去`}
                </span>
              </span>
              <Link to="/visits/plan" search={{ point: point.id }}>
                计划走访
              </Link>
            </li>
          ))}
      </ul>
    </section>
  )
}

/** When somebody was last there. */
export const sayLast = ({ lastOn }: Pick<ContactPoint, 'lastOn'>): string =>
  lastOn ? `最近一次走访 ${sayDay(lastOn)}` : '还没有走访记录'

const Kinds = ({ points, me }: { points: readonly ContactPoint[]; me: string }) => {
  const isMine = ({ links }: ContactPoint) =>
    keepersOn(links, today().toString()).some(({ personId }) => personId === me)
  const mine = points.filter((point) => point.until === null && isMine(point))
  const others = points.filter((point) => !mine.includes(point))
  if (points.length === 0)
    return (
      <Empty title="还没有联系点">
        <p>先设立联系点，再安排由谁联系。</p>
      </Empty>
    )
  return (
    <>
      <Part id="mine" title="我联系的" points={mine} />
      {POINT_KINDS.map((kind) => (
        <Part
          key={kind}
          id={kind}
          title={POINT_KIND_NAMES[kind]}
          points={others.filter((point) => point.kind === kind)}
        />
      ))}
    </>
  )
}

const Part = ({ id, title, points }: { id: string; title: string; points: readonly ContactPoint[] }) =>
  points.length > 0 && (
    <section className={css.part} aria-labelledby={`points-${id}`}>
      <h2 id={`points-${id}`}>{title}</h2>
      <ul className={css.list}>
        {points.map((point) => (
          <li key={point.id} className={css.line}>
            <Link to="/contacts/$point" params={{ point: point.id }}>
              {point.name}
            </Link>
            <span className={css.what}>
              <span>
                {keepersOn(point.links, today().toString())
                  .map(({ personName }) => personName)
                  .join('、') || '没有安排联系的人'}
              </span>
              {(point.area || point.until) && (
                <span className="aside">
                  {[point.area, point.until && `${sayDay(point.until)}结束`].filter(Boolean).join(' · ')}
                </span>
              )}
            </span>
            <span className="aside">{sayLast(point)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
