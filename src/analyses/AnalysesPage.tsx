import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useRules } from '../regulations/using.tsx'
import { sayDay } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { FormAct } from '../ui/FormAct.tsx'
import { Guide } from '../ui/Guide.tsx'
import { type Here, useHere } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { StateMark } from '../ui/StateMark.tsx'
import { LIFE_WAYS, SubWays } from '../ui/SubWays.tsx'
import { Why } from '../ui/WhyPanel.tsx'
import css from './analyses.module.css'
import { linesQuery } from './asking.ts'
import { type AnalysisLine, listAnalyses, type Way } from './contract.ts'
import { analysisGuide } from './guide.ts'
import { OpenAnalysis } from './OpenAnalysis.tsx'
import { OutlinesPart } from './OutlinesPart.tsx'
import { PaperForm, UndoPaper } from './PaperForm.tsx'

/** 党性分析 of a unit: who has done it and who has not; what was handed in is opened with a purpose. */
export const AnalysesPage = () => {
  const chosen = useHere()
  // The leader of a group sees hers, also while she has chosen the branch.
  const unit = [chosen.unit, ...chosen.units].find(({ path }) => chosen.may(listAnalyses.asks, path))
  const here = { ...chosen, unit: unit ?? chosen.unit }
  return (
    <>
      <SubWays label="组织生活" ways={LIFE_WAYS} />
      {unit ? (
        <Branch key={unit.id} here={here} />
      ) : (
        <>
          <PageHead title="党性分析" lead={here.unit.name} />
          <Empty title="这里由支委和党小组长查看">
            <p>
              写自己的，请到「我的」：<Link to="/me/analyses">党性分析</Link>。
            </p>
          </Empty>
        </>
      )}
    </>
  )
}

const Branch = ({ here }: { here: Here }) => {
  const { unit } = here
  const [from, setFrom] = useState<string>()
  const read = useQuery(linesQuery(unit.id, from))
  const rules = useRules(['analysis.yearly'])
  const { data } = read
  const missing = data?.people.filter(({ way }) => way === null) ?? []
  return (
    <>
      <PageHead
        title="党性分析"
        lead={`${unit.name}。这里只看完成没有；交来的内容，选了用途才打开，本人看得到是谁打开的。`}
      >
        {data && missing.length > 0 && (
          <FormAct act="登记纸质交来" title={`登记${data.name}纸质交来的`}>
            {(close) => <PaperForm unit={unit.id} from={data.from} missing={missing} onDone={close} />}
          </FormAct>
        )}
        {rules.length > 0 && <Why grounds={{ about: '党性分析周期', rules }} />}
      </PageHead>
      <Guide of="看党性分析、提意见" guide={analysisGuide.answering!} />
      {read.error ? (
        <Failed error={read.error} again={() => void read.refetch()} />
      ) : !data ? (
        <Loading what="党性分析" />
      ) : (
        <div className={css.list}>
          <section aria-label="名单">
            <div className={css.filters}>
              <ChoiceField
                label="周期"
                value={data.from}
                onChange={setFrom}
                choices={data.periods.map((each) => ({ value: each.from, label: each.name }))}
              />
            </div>
            {data.people.length === 0 ? (
              <Empty title="名册里还没有党员" />
            ) : (
              <ul className={css.people}>
                {data.people.map((line) => (
                  <Line key={line.personId} line={line} own={line.personId === here.person.id} />
                ))}
              </ul>
            )}
          </section>
          <OutlinesPart here={here} />
        </div>
      )}
    </>
  )
}

const WORDS: Record<Way, string> = {
  'handed-in': '已交来',
  kept: '本人说明已写好',
  paper: '纸质交来',
}

const Line = ({ line, own }: { line: AnalysisLine; own: boolean }) => {
  const { name, groupName, way, doneOn, id, answeredBy } = line
  return (
    <li>
      <span>{name}</span>
      <StateMark state={way ? 'done' : 'due'} word={way ? '已完成' : '未完成'} />
      <span className="aside">
        {[
          groupName,
          way && WORDS[way],
          doneOn && sayDay(doneOn),
          answeredBy.length > 0 && `已有 ${answeredBy.length} 条意见`,
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={css.acts}>
        {id && way !== 'kept' && !own && <OpenAnalysis analysis={id} name={name} way={way!} />}
        {id && way === 'paper' && answeredBy.length === 0 && <UndoPaper analysis={id} name={name} />}
      </span>
    </li>
  )
}
