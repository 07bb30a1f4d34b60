import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { sayDay, today } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { errorsOf } from '../ui/errors.ts'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { LIFE_WAYS, SubWays } from '../ui/SubWays.tsx'
import css from './appraisals.module.css'
import { appraisalsQuery, useActing } from './asking.ts'
import { openAppraisal } from './contract.ts'
import { APPRAISAL_GUIDES } from './guide.ts'

/** The rounds of the branch, a year each, and the way to begin one. */
export const AppraisalsPage = () => {
  const { unit, may } = useHere()
  const { appraisals } = useSuspenseQuery(appraisalsQuery(unit.id)).data
  return (
    <>
      <SubWays label="组织生活" ways={LIFE_WAYS} />
      <PageHead title="民主评议党员" lead={`${unit.name}，一年一次`}>
        <FormAct
          act="开始一年的评议"
          title="开始一年的民主评议"
          permit={permitOf(unit.kind, may(openAppraisal.asks, unit.path))}
        >
          {() => <OpenForm unit={unit.id} taken={appraisals.map(({ forYear }) => forYear)} />}
        </FormAct>
      </PageHead>
      <Guide of="民主评议" guide={APPRAISAL_GUIDES.study} />
      {appraisals.length === 0 ? (
        <Empty title="还没有民主评议的记录">
          <p>评议一般每年一次，可以和组织生活会一起开。已经开过的，也可以照实补记。</p>
        </Empty>
      ) : (
        <ul className={css.list}>
          {appraisals.map(({ id, unitId, unitName, forYear, rosterOn, closedOn, seats, next }) => (
            <li key={id} className={css.line}>
              <span className={css.what}>
                <Link to="/appraisals/$round" params={{ round: id }}>
                  {forYear} 年度民主评议党员
                </Link>
                <span className="aside">
                  {unitId !== unit.id && `${unitName} · `}按 {sayDay(rosterOn)}名册，{seats} 人评等次
                </span>
              </span>
              <span>{closedOn ? `${next} · ${sayDay(closedOn)}` : next}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

const permitOf = (kind: string, may: boolean) => {
  if (kind !== 'branch') return { may: false as const, reason: '评议以党支部为单位，请先在页首选党支部' }
  return may ? { may: true as const } : { may: false as const, reason: '由书记、副书记或组织委员开始' }
}

const OpenForm = ({ unit, taken }: { unit: string; taken: readonly number[] }) => {
  const navigate = useNavigate()
  const now = today()
  const years = [now.year, now.year - 1].filter((year) => !taken.includes(year))
  const [forYear, setForYear] = useState(String(years[0] ?? now.year))
  const [rosterOn, setRosterOn] = useState(now.toString())
  const opening = useActing((body: { forYear: number; rosterOn: string }) =>
    call(openAppraisal, { params: { unit }, body }).then((round) => {
      void navigate({ to: '/appraisals/$round', params: { round: round.id } })
      return round
    }),
  )
  const errors = errorsOf(opening.error)
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        opening.mutate({ forYear: Number(forYear), rosterOn })
      }}
    >
      {opening.error && Object.keys(errors).length === 0 && <Failed error={opening.error} />}
      <ChoiceField
        label="评议年度"
        name="forYear"
        hint="一月到三月开的会，也可以评上一年"
        value={forYear}
        onChange={setForYear}
        choices={[now.year, now.year - 1].map((year) => ({ value: String(year), label: `${year} 年度` }))}
        error={errors.forYear}
      />
      <DayField
        label="名册日期"
        name="rosterOn"
        hint="这一天名册上的党员参加评议，以后可以重算"
        value={rosterOn}
        onChange={setRosterOn}
        today={now}
        error={errors.rosterOn}
      />
      <Act primary type="submit" loading={opening.isPending}>
        开始评议
      </Act>
    </form>
  )
}
