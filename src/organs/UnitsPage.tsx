import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import { isDay } from '../kernel/day.ts'
import { hasTerms } from '../rules/term.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { sayDay, today } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { useHere } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { PEOPLE_WAYS, SubWays } from '../ui/SubWays.tsx'
import { listUnits, makeUnit, type Unit } from './contract.ts'
import { BELOW, type Branch, treeOf } from './tree.ts'
import { MakeForm, UnitForms } from './UnitForms.tsx'
import css from './UnitsPage.module.css'

/** Kinds that begin a tree beside the Party's. */
const TOPMOST = ['federation-city', 'union'] as const

/** 组织架构 as of a day: the tree with its founding and dissolving, and the terms of each committee. */
export const UnitsPage = () => {
  const here = useHere()
  const [on, setOn] = useState(today().toString())
  const asked = isDay(on) ? on : today().toString()
  const { data } = useQuery({
    queryKey: ['units', asked],
    queryFn: () => call(listUnits, { query: { on: asked } }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <SubWays label="人与组织" ways={PEOPLE_WAYS} />
      <PageHead title="组织架构" lead={data && `${sayDay(data.on)}的组织`} />
      <div className={css.day}>
        <DayField label="看哪一天" name="on" today={today()} value={on} onChange={setOn} />
      </div>
      {data === undefined ? (
        <Loading />
      ) : data.units.length === 0 ? (
        <Empty title="这一天还没有组织">
          <p>可以换一个日期再看。</p>
        </Empty>
      ) : (
        <Level branches={treeOf(data.units)} isToday={asked === today().toString()} units={data.units} />
      )}
      {asked === today().toString() && data?.units.some(({ path }) => here.may(makeUnit.asks, path)) && (
        <details className="no-print">
          <summary>建立妇联组织或工会组织</summary>
          <MakeForm under={null} kinds={TOPMOST} />
        </details>
      )}
    </>
  )
}

type LevelProps = { branches: readonly Branch[]; isToday: boolean; units: readonly Unit[] }

const Level = ({ branches, isToday, units }: LevelProps) => (
  <ul className={css.level}>
    {branches.map(({ unit, below }) => (
      <li key={unit.id}>
        <UnitLine unit={unit} isToday={isToday} units={units} />
        {below.length > 0 && <Level branches={below} isToday={isToday} units={units} />}
      </li>
    ))}
  </ul>
)

const UnitLine = ({ unit, isToday, units }: { unit: Unit; isToday: boolean; units: readonly Unit[] }) => {
  const here = useHere()
  const [open, setOpen] = useState(false)
  const mayChange = isToday && here.may(makeUnit.asks, unit.path)
  return (
    <div className={css.unit}>
      <span>
        <span className={css.name}>{unit.name}</span> <span className="aside">{TERMS[unit.kind]}</span>
      </span>
      <span className="aside">
        {sayDay(unit.foundedOn)}成立
        {unit.dissolvedOn && `，${sayDay(unit.dissolvedOn)}撤销`}
      </span>
      {isToday && (hasTerms(unit.kind) || mayChange) && (
        <Act onClick={() => setOpen(!open)}>
          {open ? '收起' : [hasTerms(unit.kind) && '届次', mayChange && '调整'].filter(Boolean).join('与')}
        </Act>
      )}
      {open && <UnitForms unit={unit} units={units} mayChange={mayChange} kinds={BELOW[unit.kind] ?? []} />}
    </div>
  )
}
