import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { useRules } from '../regulations/using.tsx'
import type { Permit } from '../ui/Act.tsx'
import { sayDay, today } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { PEOPLE_WAYS, SubWays } from '../ui/SubWays.tsx'
import { Why } from '../ui/WhyPanel.tsx'
import { CancelAct, OpenAct, SheetForm } from './CareActs.tsx'
import { PlanForm, VisitForm } from './CareForms.tsx'
import css from './care.module.css'
import { type CareVisit, listCare, planVisit } from './contract.ts'
import { CARE_GUIDE } from './guide.ts'
import { OCCASION_WORDS } from './labels.ts'
import { yuanOf } from './money.ts'

type Fifty = { id: string; name: string; fullOn: string; reachedOn: string }

/** 走访慰问: whom the branch means to visit and whom it did. What is sealed opens with a purpose. */
export const CarePage = () => {
  const { unit } = useHere()
  const [year, setYear] = useState(today().year)
  const read = useQuery({
    queryKey: ['care', unit.id, year],
    queryFn: () => call(listCare, { params: { unit: unit.id }, query: { year } }),
  })
  const permit: Permit =
    unit.kind === 'branch' ? { may: true } : { may: false, reason: '请先在页首选择一个党支部' }
  const years = [0, 1, 2].map((back) => String(today().year + 1 - back))
  return (
    <>
      <SubWays label="人与组织" ways={PEOPLE_WAYS} />
      <PageHead
        title="走访慰问"
        tab={`${unit.name}走访慰问`}
        lead={`${unit.name}。只有支委会成员看得到；情况和困难程度加密保存。`}
      >
        <FormAct act="下载登记表" title="下载走访慰问登记表">
          {(close) => <SheetForm unit={unit.id} year={year} onDone={close} />}
        </FormAct>
        <FormAct act="安排走访" title="安排走访" permit={permit}>
          {(close) => <PlanForm unit={unit.id} onDone={close} />}
        </FormAct>
      </PageHead>
      <div className={css.parts}>
        <div className={css.year}>
          <ChoiceField
            label="年份"
            value={String(year)}
            onChange={(value) => setYear(Number(value))}
            choices={years.map((value) => ({ value, label: `${value}年` }))}
          />
        </div>
        <Guide of="走访慰问" guide={CARE_GUIDE.visits} />
        {read.error ? (
          <Failed error={read.error} again={() => void read.refetch()} />
        ) : !read.data ? (
          <Loading what="走访慰问" lines={4} />
        ) : (
          <>
            <Visits visits={read.data.visits} year={year} />
            <FiftyYears fifty={read.data.fifty} year={year} />
          </>
        )}
      </div>
    </>
  )
}

const Visits = ({ visits, year }: { visits: readonly CareVisit[]; year: number }) =>
  visits.length === 0 ? (
    <Empty title={`${year}年还没有安排走访`}>
      <p>先安排走访谁、在什么时候，走访后再登记。</p>
    </Empty>
  ) : (
    <ul className={css.list} aria-label="走访">
      {visits.map((visit) => (
        <Line key={visit.id} visit={visit} />
      ))}
    </ul>
  )

const Line = ({ visit }: { visit: CareVisit }) => {
  const here = useHere()
  const { personId, personName, occasion, visitedOn, visitors, place, goods, amountFen, cancelledOn } = visit
  const given = [goods, amountFen !== null && `慰问金 ${yuanOf(amountFen)} 元`].filter(Boolean).join('，')
  const path = here.units.find(({ id }) => id === visit.unitId)?.path ?? here.unit.path
  return (
    <li data-past={visitedOn !== null || cancelledOn !== null || undefined}>
      {personId ? (
        <Link to="/people/$person" params={{ person: personId }}>
          {personName}
        </Link>
      ) : (
        <span>{personName}</span>
      )}
      <span className={css.what}>
        <span>
          {OCCASION_WORDS[occasion]}
          {visitedOn && `，${sayDay(visitedOn)}${visitors}走访`}
          {!visitedOn && !cancelledOn && '，还没有走访'}
          {cancelledOn && '，已取消'}
        </span>
        {(place || given) && <span className="aside">{[place, given].filter(Boolean).join(' · ')}</span>}
      </span>
      <span className={css.acts}>
        {visit.isSealed && <OpenAct visit={visit} />}
        {!visitedOn && !cancelledOn && here.may(planVisit.asks, path) && (
          <>
            <FormAct act="登记走访" title={`走访${personName}`}>
              {(close) => <VisitForm visit={visit} onDone={close} />}
            </FormAct>
            <CancelAct visit={visit} />
          </>
        )}
      </span>
    </li>
  )
}

const FiftyYears = ({ fifty, year }: { fifty: readonly Fifty[]; year: number }) => {
  const rules = useRules(['care.fifty-years'])
  return (
    <section className={css.part} aria-labelledby="fifty">
      <h2 id="fifty">光荣在党50年</h2>
      <p>
        {fifty.length === 0
          ? `到${year}年7月1日，没有党龄满五十年的党员。`
          : `到${year}年7月1日，党龄满五十年的有 ${fifty.length} 人。`}{' '}
        {rules.length > 0 && <Why grounds={{ about: '党龄满五十年', rules }} />}
      </p>
      {fifty.length > 0 && (
        <ul className={css.list}>
          {fifty.map(({ id, name, fullOn, reachedOn }) => (
            <li key={id}>
              <Link to="/people/$person" params={{ person: id }}>
                {name}
              </Link>
              <span>
                {sayDay(fullOn)}转正，{sayDay(reachedOn)}满五十年
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
