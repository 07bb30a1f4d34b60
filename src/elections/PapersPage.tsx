import { useQuery } from '@tanstack/react-query'
import { addressOf, call } from '../http/call.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import { Guide } from '../ui/Guide.tsx'
import { Loading } from '../ui/Loading.tsx'
import { BallotPrint } from './BallotPrint.tsx'
import type { ElectionHead } from './contract.ts'
import { ElectionFrame, electionKey } from './ElectionFrame.tsx'
import { ELECTIONS_GUIDE } from './guide.ts'
import { downloadPaper, downloadPaperSet, type ElectionPapers, listPapers } from './paper-contract.ts'
import css from './papers.module.css'

/** 文书: the papers of the set in their order, each with how far it is. */
export const PapersPage = () => (
  <ElectionFrame part="文书">
    {(head) => (
      <>
        <Guide of="选举文书" guide={ELECTIONS_GUIDE.papers} />
        <Papers head={head} />
      </>
    )}
  </ElectionFrame>
)

const Papers = ({ head }: { head: ElectionHead }) => {
  const { data, error, refetch } = useQuery({
    queryKey: [...electionKey(head.id), 'papers'],
    queryFn: () => call(listPapers, { params: { election: head.id } }),
  })
  if (error) return <Failed error={error} again={() => void refetch()} />
  if (!data) return <Loading what="文书" />
  if (data.papers.length === 0) return <Empty title="这次选举还没有文书。" />
  return (
    <div className={css.parts}>
      <ol className={css.papers}>
        {data.papers.map((paper) => (
          <li key={paper.id}>
            <span className={css.number}>{paper.number}</span>
            <PaperLine election={head.id} paper={paper} />
          </li>
        ))}
      </ol>
      <p>
        <a href={addressOf(downloadPaperSet, { params: { election: head.id } })} download>
          下载全套文书
        </a>{' '}
        <span className="aside">一个压缩包，附清单和校验值；没有的文书写明原因。</span>
      </p>
      {head.mayLead && <BallotPrint head={head} />}
    </div>
  )
}

type Line = { election: string; paper: ElectionPapers['papers'][number] }

const PaperLine = ({ election, paper: { id, title, state, gaps, awaits } }: Line) =>
  state === 'not-yet' ? (
    <>
      <span>{title}</span>
      <span className="aside">{awaits}</span>
    </>
  ) : (
    <>
      <a href={addressOf(downloadPaper, { params: { election, paper: id } })} download>
        {title}
      </a>
      <span className="aside">{state === 'gaps' ? `还有 ${gaps} 处未记` : '已齐'}</span>
    </>
  )
