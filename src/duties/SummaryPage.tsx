import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { sayDay } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { readSummary, type State } from './contract.ts'
import { DutyPanel } from './DutyPanel.tsx'
import { type Cell, type GridRow, gridOf, presentIn } from './grid.ts'
import css from './SummaryPage.module.css'
import { YearGrid } from './YearGrid.tsx'

const route = getRouteApi('/frame/summary')
const SHOWN: readonly State[] = ['missed', 'due', 'excused', 'late', 'done']

/** 下级汇总: what each unit below owed and how it stands; states and days, no records. In the order of the tree. */
export const SummaryPage = () => {
  const { unit } = useHere()
  const search = route.useSearch()
  const navigate = useNavigate()
  const { data } = useSuspenseQuery({
    queryKey: ['summary', unit.id, search.year],
    queryFn: () =>
      call(readSummary, { params: { unit: unit.id }, query: search.year ? { year: search.year } : {} }),
  })
  const { year } = data
  const turn = (to: number) => void navigate({ to: '/summary', search: (was) => ({ ...was, year: to }) })
  return (
    <>
      <PageHead
        title={`${unit.name} ${year} 年下级汇总`}
        tab="下级汇总"
        lead={`截至${sayDay(data.on)}的情况。只有应做事项的状态和日期，不含会议内容；不排名次。`}
      >
        <Act onClick={() => turn(year - 1)}>上一年</Act>
        <Act onClick={() => turn(year + 1)}>下一年</Act>
      </PageHead>
      {data.units.length === 0 ? (
        <Empty title="这里没有应做事项的组织" />
      ) : (
        data.units.map((each) => (
          <UnitYear key={each.unitId} unit={each} rules={data.rules} year={year} on={data.on} />
        ))
      )}
    </>
  )
}

type Summed = Parameters<typeof gridOf>[0] extends readonly (infer Row)[]
  ? { unitId: string; unitName: string; counts: Record<State, number>; rows: Row[] }
  : never

const UnitYear = ({
  unit,
  rules,
  year,
  on,
}: {
  unit: Summed
  rules: Parameters<typeof gridOf>[1]
  year: number
  on: string
}) => {
  const [open, setOpen] = useState(false)
  const [at, setAt] = useState<{ row: GridRow; cell: Cell }>()
  const rule = rules.find((each) => each.rule === at?.row.rule)
  const opened = at && rule && { ...at.row, duties: at.cell.duties, rule, names: new Map() }
  return (
    <details className={css.unit} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span className={css.name}>{unit.unitName}</span>
        <span className={css.counts}>
          {SHOWN.filter((state) => unit.counts[state] > 0).map((state) => (
            <span key={state} className={css.count}>
              <StateMark state={state} /> {unit.counts[state]}
            </span>
          ))}
        </span>
      </summary>
      {open && (
        <YearGrid
          groups={gridOf(unit.rows, rules, year)}
          label={`${unit.unitName} ${year} 年应做事项`}
          present={presentIn(year, on)}
          onOpen={(row, cell) => setAt({ row, cell })}
        />
      )}
      <DutyPanel opened={opened} onClose={() => setAt(undefined)} readOnly />
    </details>
  )
}
