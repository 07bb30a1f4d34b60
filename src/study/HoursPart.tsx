import { useSuspenseQuery } from '@tanstack/react-query'
import { addressOf } from '../http/call.ts'
import { useRules } from '../regulations/using.tsx'
import { Empty } from '../ui/Empty.tsx'
import type { HereUnit } from '../ui/here.ts'
import { Why } from '../ui/WhyPanel.tsx'
import { hoursQuery } from './asking.ts'
import { downloadStudyHours } from './contract.ts'
import { HOURS_RULES } from './hours.ts'
import css from './study.module.css'

/** Hours of each person by strokes: declared, needed, lacking. No order of merit, no colours. */
export const HoursPart = ({ unit, year }: { unit: HereUnit; year: number }) => {
  const { people, countedHere } = useSuspenseQuery(hoursQuery(unit.id, year)).data
  const rules = useRules(HOURS_RULES)
  if (!countedHere)
    return (
      <Empty title="学时按支部统计">
        <p>支部和党小组登记的学时合在一起，由支部看。本组的学习在「学习记录」里。</p>
      </Empty>
    )
  if (people.length === 0) return <Empty title={`${year} 年没有应计学时的人员`} />
  const some = people.some(({ undeclared }) => undeclared > 0)
  return (
    <div className={css.part}>
      <div className={css.acts}>
        <a href={addressOf(downloadStudyHours, { params: { unit: unit.id }, query: { year } })} download>
          下载学时登记表
        </a>
        <Why of="应达学时" grounds={{ about: '每年应达的学时', rules, open: true }} />
      </div>
      <p className="aside">学时由登记人填报，按姓氏笔画排列。没有填学时的记录不算作零，单列次数。</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard */}
      <section className={css.scroll} tabIndex={0} aria-label="学时表">
        <table className={css.hours}>
          <thead>
            <tr>
              <th scope="col">姓名</th>
              <th scope="col">集中学习</th>
              <th scope="col">集中培训</th>
              <th scope="col">已登记</th>
              <th scope="col">应达</th>
              <th scope="col">还差</th>
              {some && <th scope="col">未填学时</th>}
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.personId}>
                <th scope="row">{person.name}</th>
                <td>{person.collective || '–'}</td>
                <td>{person.training || '–'}</td>
                <td>{person.declared || '–'}</td>
                <td>{person.needed ?? '–'}</td>
                <td>{person.lacking === 0 ? '已达到' : (person.lacking ?? '–')}</td>
                {some && <td>{person.undeclared > 0 ? `${person.undeclared} 次` : ''}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
