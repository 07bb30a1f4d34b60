import { useQuery } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { sayInstant } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { MY_WAYS, SubWays } from '../ui/SubWays.tsx'
import { openedName } from '../words/openings.ts'
import css from './Audit.module.css'
import { listOpenings } from './contract.ts'

/** 谁打开过我的记录: each look by another into text of mine or about me, with what it was for. */
export const OpeningsPage = () => {
  const read = useQuery({ queryKey: ['openings'], queryFn: () => call(listOpenings, {}) })
  return (
    <>
      <SubWays label="我的" ways={MY_WAYS} />
      <PageHead
        title="谁打开过我的记录"
        lead="别人打开您交来的材料，或写到您的记录，都列在这里：谁、什么、为了什么、什么时候。这份记录谁也改不了。"
      />
      {read.error ? (
        <Failed error={read.error} again={() => void read.refetch()} />
      ) : !read.data ? (
        <Loading what="打开记录" />
      ) : read.data.openings.length === 0 ? (
        <Empty title="还没有人打开过">
          <p>您自己写、没有交出去的内容，别人打不开，也就不会列在这里。</p>
        </Empty>
      ) : (
        <ol className={css.openings}>
          {read.data.openings.map(({ id, readerName, recordKind, purpose, at }) => (
            <li key={id}>
              <time dateTime={at}>{sayInstant(at)}</time>
              <span>
                <strong>{readerName}</strong>打开了{openedName(recordKind)}
              </span>
              <span className="aside">用途：{purpose}</span>
            </li>
          ))}
        </ol>
      )}
    </>
  )
}
