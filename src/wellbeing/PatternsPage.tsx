import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { sayDay, today } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { NEED_WAYS, SubWays } from '../ui/SubWays.tsx'
import { patternsQuery } from './asking.ts'
import { makeItem } from './contract.ts'
import { wellbeingGuide } from './guide.ts'
import { ItemForm } from './ItemForm.tsx'
import { ItemList } from './ItemList.tsx'
import { PatternTable } from './PatternTable.tsx'
import { Scroll } from './Scroll.tsx'
import css from './wellbeing.module.css'
import { cellWords } from './wording.ts'

/** 需求统计: what is brought often, by one feature at a time, small counts kept back; and what is made of it. */
export const PatternsPage = () => {
  const navigate = useNavigate()
  const { may, units } = useHere()
  const thisYear = today().year
  const { year = thisYear } = useSearch({ from: '/frame/needs/patterns' })
  const patterns = useSuspenseQuery(patternsQuery(year)).data
  const { until, threshold, spans, total, tables, months, sealed, items } = patterns
  const leads = units.some(({ path }) => may(makeItem.asks, path))
  return (
    <>
      <SubWays label="走访与需求" ways={NEED_WAYS} />
      <PageHead
        title="需求统计"
        lead={
          until
            ? `到 ${sayDay(until)} 为止的整季度。「隐」是不显示：少于 ${threshold}，或显示了能推算出别的数。`
            : '本年还没有一个整季度。'
        }
      />
      <Guide of="需求统计" guide={wellbeingGuide.patterns} />
      <div className={css.filters}>
        <ChoiceField
          label="年份"
          value={String(year)}
          onChange={(chosen) => void navigate({ to: '/needs/patterns', search: { year: Number(chosen) } })}
          choices={[0, 1, 2, 3, 4].map((back) => ({
            value: String(thisYear - back),
            label: `${thisYear - back} 年`,
          }))}
        />
        <Link to="/wellbeing/method">怎样统计、为什么有的不显示</Link>
      </div>
      {total === null && (
        <Empty title="还没有可以显示的数">
          <p>整季度的需求合起来不足 {threshold} 件，连总数也不显示，以免认出个人。</p>
        </Empty>
      )}
      {total === 0 && <Empty title={`${year} 年到这一天没有登记过不封存的需求`} />}
      {tables.map((table) => (
        <PatternTable
          key={table.feature}
          table={table}
          spans={spans}
          total={total ?? 0}
          act={({ entry, label, total: count }) =>
            leads &&
            count !== null && (
              <FormAct act="形成建议" title={`${label}：形成建议或调研课题`}>
                {(close) => (
                  <ItemForm about={{ year, feature: table.feature, entry }} label={label} onMade={close} />
                )}
              </FormAct>
            )
          }
        />
      ))}
      {total !== null && total > 0 && (
        <section className={css.part} aria-labelledby="by-month">
          <h2 id="by-month">按月份</h2>
          <Scroll label="按月份的表">
            <table className={css.table}>
              <thead>
                <tr>
                  <th scope="col">月份</th>
                  {months.map(({ month }) => (
                    <th key={month} scope="col">
                      {month}月
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                <tr>
                  <th scope="row">件数</th>
                  {months.map(({ month, count }) => (
                    <td key={month}>{cellWords(count)}</td>
                  ))}
                </tr>
              </tbody>
            </table>
          </Scroll>
        </section>
      )}
      {until && (
        <section className={css.part} aria-labelledby="sealed">
          <h2 id="sealed">封存</h2>
          <p>
            {sealed.total === null
              ? `不足 ${threshold} 件，不显示。`
              : `共 ${sealed.total} 件：${sealed.quarters
                  .map(({ quarter, count }) => `${'一二三四'[quarter - 1]}季度${cellWords(count)}`)
                  .join('，')}。`}
            <span className="aside">封存的另计，不分类别、所在地、来源和结果。</span>
          </p>
        </section>
      )}
      <ItemList items={items} />
    </>
  )
}
