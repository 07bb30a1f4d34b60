import { useMediaQuery } from '@mantine/hooks'
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
import { readYear } from './contract.ts'
import { DutyPanel } from './DutyPanel.tsx'
import { type Cell, type GridRow, gridOf, presentIn } from './grid.ts'
import { YearByMonth } from './YearByMonth.tsx'
import { YearGrid } from './YearGrid.tsx'
import css from './YearPage.module.css'

const route = getRouteApi('/frame/year')

/** 年历: what a unit owes in a year and how it stands, each cell with its reasons one click away. */
export const YearPage = () => {
  const { unit } = useHere()
  const search = route.useSearch()
  const navigate = useNavigate()
  const narrow = useMediaQuery('screen and (max-width: 52rem)', false, { getInitialValueInEffect: false })
  const [at, setAt] = useState<{ row: string; month: number }>()
  const { data } = useSuspenseQuery({
    queryKey: ['year', unit.id, search.year],
    queryFn: () =>
      call(readYear, { params: { unit: unit.id }, query: search.year ? { year: search.year } : {} }),
  })
  const { year } = data
  const groups = gridOf(data.rows, data.rules, year)
  const present = presentIn(year, data.on)
  const turn = (to: number) => void navigate({ to: '/year', search: (was) => ({ ...was, year: to }) })
  const open = (row: GridRow, cell: Cell) => setAt({ row: row.key, month: cell.month })
  const row = groups.flatMap(({ rows }) => rows).find(({ key }) => key === at?.row)
  const cell = row?.cells.find(({ month }) => month === at?.month)
  const rule = data.rules.find((each) => each.rule === row?.rule)
  const names = new Map(
    data.rows.map(({ personId, personName, personInitials }) => [
      personId ?? '',
      { name: personName ?? '', initials: personInitials ?? '' },
    ]),
  )
  const opened = row && rule && cell?.duties ? { ...row, duties: cell.duties, rule, names } : undefined

  return (
    <div className={css.page}>
      <PageHead title={`${data.unitName} ${year} 年`} tab="年历" lead={`截至${sayDay(data.on)}的情况`}>
        <Act onClick={() => turn(year - 1)}>上一年</Act>
        <Act onClick={() => turn(year + 1)}>下一年</Act>
        <Act onClick={() => window.print()}>打印</Act>
      </PageHead>
      {groups.length === 0 ? (
        <Empty title={`${year} 年没有应做事项`}>
          <p>这一年「{data.unitName}」还没有成立，或没有适用的规则。</p>
        </Empty>
      ) : (
        <>
          <Legend />
          {narrow ? (
            <YearByMonth groups={groups} present={present} onOpen={open} />
          ) : (
            <YearGrid
              groups={groups}
              label={`${data.unitName} ${year} 年应做事项`}
              present={present}
              onOpen={open}
            />
          )}
        </>
      )}
      <DutyPanel opened={opened} onClose={() => setAt(undefined)} />
    </div>
  )
}

const Legend = () => (
  <ul className={css.legend} aria-label="图例">
    {(['done', 'late', 'due', 'missed', 'excused'] as const).map((state) => (
      <li key={state}>
        <StateMark state={state} word={state === 'late' ? '补记、迟办' : undefined} />
      </li>
    ))}
    <li>
      <StateMark state="not-yet" word="未到期或不需要做" />
    </li>
  </ul>
)
