import { useQuery } from '@tanstack/react-query'
import { addressOf, call } from '../http/call.ts'
import { electionKey } from './ElectionFrame.tsx'
import { downloadPaper, listPapers } from './paper-contract.ts'
import css from './preparation.module.css'
import type { PreparedStep } from './preparation-contract.ts'

/** The papers of a step, as far as its records make them; what they lack they say themselves. */
export const StepPapers = ({ election, step }: { election: string; step: PreparedStep['step'] }) => {
  const { data } = useQuery({
    queryKey: [...electionKey(election), 'papers'],
    queryFn: () => call(listPapers, { params: { election } }),
  })
  const papers = data?.papers.filter((paper) => paper.step === step) ?? []
  if (papers.length === 0) return null
  return (
    <ul className={css.missing} aria-label="这一步的文书">
      {papers.map(({ id, title, state, gaps, awaits }) => (
        <li key={id}>
          {state === 'not-yet' ? (
            `${title}：${awaits ?? '还不能生成'}`
          ) : (
            <>
              <a href={addressOf(downloadPaper, { params: { election, paper: id } })} download>
                下载{title}
              </a>
              {gaps > 0 && `（${gaps} 处未记）`}
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
