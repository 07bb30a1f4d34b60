import { useState } from 'react'
import { addressOf } from '../http/call.ts'
import { today } from '../ui/days.ts'
import { ChoiceField, TickField } from '../ui/Field.tsx'
import css from './queue.module.css'
import { downloadRegister } from './queue-contract.ts'

/** 需求登记表: a year or a month as a sheet; the lines of ordinary matters only where chosen. */
export const RegisterPart = () => {
  const thisYear = today().year
  const [year, setYear] = useState(String(thisYear))
  const [month, setMonth] = useState('all')
  const [words, setWords] = useState(false)
  const query = {
    year: Number(year),
    ...(month !== 'all' && { month: Number(month) }),
    words: words ? ('with' as const) : ('without' as const),
  }
  return (
    <section className={css.part} aria-labelledby="register">
      <h2 id="register">需求登记表</h2>
      <div className={css.filters}>
        <ChoiceField
          label="年份"
          value={year}
          onChange={setYear}
          choices={[0, 1, 2].map((back) => ({
            value: String(thisYear - back),
            label: `${thisYear - back} 年`,
          }))}
        />
        <ChoiceField
          label="月份"
          value={month}
          onChange={setMonth}
          choices={[
            { value: 'all', label: '全年' },
            ...Array.from({ length: 12 }, (_, at) => ({ value: String(at + 1), label: `${at + 1} 月` })),
          ]}
        />
        <TickField
          label="带一句话说明"
          hint="只在接待部门内部用；封存的仍不写"
          value={words}
          onChange={setWords}
        />
        <a href={addressOf(downloadRegister, { query })} download>
          下载需求登记表
        </a>
      </div>
    </section>
  )
}
