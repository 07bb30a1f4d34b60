import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { sayDay } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { ChoiceField, TextField } from '../ui/Field.tsx'
import { CONFIDENCE, HARDNESS } from '../ui/JudgmentLines.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { listRules, type ShownRule } from './contract.ts'
import { type Filter, filtered, KINDS, regulationsOf } from './filter.ts'
import css from './RulesPage.module.css'
import { TrialForm } from './TrialForm.tsx'

/** 规则: every rule the system works by, in our own words, with its clause and an honest mark of how well it was checked. */
export const RulesPage = () => {
  const [words, setWords] = useState('')
  const [rested] = useDebouncedValue(words, 250)
  const [filter, setFilter] = useState<Filter>({ kind: 'all', regulation: 'all', confidence: 'all' })
  const { data } = useQuery({
    queryKey: ['rules', 'search', rested],
    queryFn: () => call(listRules, { query: rested.trim() ? { words: rested.trim() } : {} }),
    placeholderData: keepPreviousData,
  })
  const change = (name: keyof Filter) => (value: string) => setFilter({ ...filter, [name]: value })
  const rules = filtered(data?.rules ?? [], filter)
  return (
    <>
      <PageHead
        title="规则"
        lead={
          <>
            系统据以判断的条文，用自己的话写出。标明未逐字核对的，请以原文和上级要求为准。本机关可选定的事项见
            <Link to="/parameters">本地参数</Link>。
          </>
        }
      />
      <div className={css.search}>
        <TextField
          label="查找"
          name="words"
          hint="条文、标题或规则编号，多个词用空格隔开"
          optional
          value={words}
          onChange={setWords}
        />
        <ChoiceField label="类型" value={filter.kind} onChange={change('kind')} choices={[ALL, ...KINDS]} />
        <ChoiceField
          label="条例"
          value={filter.regulation}
          onChange={change('regulation')}
          choices={[ALL, ...regulationsOf(data?.rules ?? [])]}
        />
        <ChoiceField
          label="核对程度"
          value={filter.confidence}
          onChange={change('confidence')}
          choices={[ALL, ...Object.entries(CONFIDENCE).map(([value, label]) => ({ value, label }))]}
        />
      </div>
      {data === undefined ? (
        <Loading />
      ) : (
        <>
          <p className="aside" role="status">
            {sayDay(data.on)}施行的规则 {rules.length} 条
          </p>
          {rules.length === 0 ? (
            <Empty title="没有找到这样的规则">
              <p>可以换个说法，或去掉上面的筛选。</p>
            </Empty>
          ) : (
            <ul className={css.rules}>
              {rules.map((rule) => (
                <li key={rule.id}>
                  <RuleLine rule={rule} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </>
  )
}

const ALL = { value: 'all', label: '全部' }

const RuleLine = ({ rule }: { rule: ShownRule }) => (
  <details className={css.rule}>
    <summary>
      <span className={css.title}>{rule.title}</span>
      <span className={css.citation}>{rule.citation}</span>
    </summary>
    <div className={css.body}>
      <p>{rule.says}</p>
      {rule.note && <p className="aside">{rule.note}</p>}
      <p className="aside">
        {HARDNESS[rule.hardness]} · {checkedOf(rule)} · {sayDay(rule.from)}起施行
        {rule.to && `，至${sayDay(rule.to)}`} · 编号 {rule.id}
      </p>
      {rule.kind === 'check' && <TrialForm rule={rule} />}
    </div>
  </details>
)

/** How well the clause was checked, in so many words: a text that was read is more than reports that agree. */
const checkedOf = ({ confidence, evidence }: ShownRule): string =>
  confidence === 'H' && evidence !== 'T' ? '多处转述一致，未读到原文' : CONFIDENCE[confidence]
