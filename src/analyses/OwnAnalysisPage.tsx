import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useRules } from '../regulations/using.tsx'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { Guide } from '../ui/Guide.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { MY_WAYS, SubWays } from '../ui/SubWays.tsx'
import { Why } from '../ui/WhyPanel.tsx'
import css from './analyses.module.css'
import { ownQuery } from './asking.ts'
import { analysisGuide } from './guide.ts'
import { Writing } from './Writing.tsx'

/** 党性分析: one's own writing, period by period. */
export const OwnAnalysisPage = () => {
  const [from, setFrom] = useState<string>()
  const read = useQuery(ownQuery(from))
  const rules = useRules(['analysis.yearly'])
  return (
    <>
      <SubWays label="我的" ways={MY_WAYS} />
      <PageHead
        title="党性分析"
        lead="写在这里的只有您自己打得开。交出去之前，支部只知道完成没有；交哪几段，由您选。"
      >
        {rules.length > 0 && <Why grounds={{ about: '党性分析周期', rules }} />}
      </PageHead>
      <Guide of="党性分析" guide={analysisGuide.writing!} />
      {read.error ? (
        <Failed error={read.error} again={() => void read.refetch()} />
      ) : !read.data ? (
        <Loading what="党性分析" />
      ) : (
        <>
          {read.data.periods.length > 1 && (
            <div className={css.filters}>
              <ChoiceField
                label="周期"
                value={read.data.from}
                onChange={setFrom}
                choices={read.data.periods.map((each) => ({ value: each.from, label: each.name }))}
              />
            </div>
          )}
          <Writing key={read.data.from} own={read.data} />
        </>
      )}
    </>
  )
}
