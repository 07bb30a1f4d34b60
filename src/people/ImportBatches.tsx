import { useQuery } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import { sayInstant } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import type { HereUnit } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { UndoAct } from './Imported.tsx'
import css from './Roster.module.css'
import { listBatches } from './roster-contract.ts'
import { sayBatch } from './roster-review.ts'

/** Earlier imports into the branch, the latest first; each can be taken back while nothing stands on it. */
export const ImportBatches = ({ unit }: { unit: HereUnit }) => {
  const read = useQuery({
    queryKey: ['batches', unit.id],
    queryFn: () => call(listBatches, { params: { unit: unit.id } }),
  })
  return (
    <section className={css.part} aria-labelledby="batches">
      <h2 id="batches">导入记录</h2>
      {read.error ? (
        <Failed error={read.error} again={() => void read.refetch()} />
      ) : !read.data ? (
        <Loading lines={2} what="导入记录" />
      ) : read.data.batches.length === 0 ? (
        <p className="aside">还没有导入过。</p>
      ) : (
        <ul className={css.lines}>
          {read.data.batches.map((batch) => (
            <li key={batch.id} data-past={batch.undoneAt !== null || undefined}>
              <span className={css.when}>{sayInstant(batch.at)}</span>
              <span>
                {batch.fileName}
                <span className={css.told}>
                  {sayBatch(batch)}，{batch.byName ?? '命令行'}导入
                </span>
              </span>
              <span className={css.end}>
                {batch.undoneAt ? (
                  `${sayInstant(batch.undoneAt)}已撤销`
                ) : (
                  <UndoAct batch={batch.id} name={batch.fileName} />
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
