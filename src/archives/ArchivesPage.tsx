import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { call } from '../http/call.ts'
import { Act, type Permit } from '../ui/Act.tsx'
import { Failed } from '../ui/Failed.tsx'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { PAPER_WAYS, SubWays } from '../ui/SubWays.tsx'
import css from './Archives.module.css'
import { ChapterList } from './ChapterList.tsx'
import { type JobKind, listArchiveJobs, makeArchive, readArchive } from './contract.ts'
import { archiveGuides } from './guide.ts'
import { MadeList } from './MadeList.tsx'

const route = getRouteApi('/frame/archives')
const POLL_MS = 800

/** 手册与归档: what the year's book would hold, making it, and what was made. */
export const ArchivesPage = () => {
  const { unit } = useHere()
  const search = route.useSearch()
  const navigate = useNavigate()
  const { data } = useSuspenseQuery({
    queryKey: ['archive', unit.id, search.year],
    queryFn: () =>
      call(readArchive, { params: { unit: unit.id }, query: search.year ? { year: search.year } : {} }),
  })
  const { year, books } = data
  const turn = (to: number) => void navigate({ to: '/archives', search: (was) => ({ ...was, year: to }) })
  return (
    <>
      <SubWays label="文书与归档" ways={PAPER_WAYS} />
      <PageHead title={`${year} 年手册与归档`} tab="手册与归档" lead={leadOf(data.unitName, books)}>
        <Act onClick={() => turn(year - 1)}>上一年</Act>
        <Act onClick={() => turn(year + 1)}>下一年</Act>
      </PageHead>
      <Guide of="年终编手册和归档" guide={archiveGuides.yearEnd} />
      <div className={css.parts}>
        <Making year={year} whyNot={data.whyNot} />
        <ChapterList chapters={data.chapters} notKept={data.notKept} />
        <section aria-labelledby="retentions">
          <h2 id="retentions">保管期限</h2>
          <p className="aside">
            归档时各类文书放在哪一档。所见规定不尽一致，请与档案部门核对；由书记或组织委员在
            <Link to="/parameters">本地参数</Link>里选定。
          </p>
          <dl className={css.retentions}>
            {data.retentions.map(({ series, title, retention }) => (
              <div key={series}>
                <dt>{title}</dt>
                <dd>{retention}</dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </>
  )
}

const leadOf = (unitName: string, books: readonly string[]): string =>
  books.length > 1
    ? `${unitName}。下面 ${books.length} 个组织各有一册：${books.join('、')}。`
    : `${unitName}。全部从记录里编出来；没有记的，手册里写明没有记。`

const ACTS: readonly { kind: JobKind; act: string; busy: string }[] = [
  { kind: 'book', act: '生成支部工作手册', busy: '支部工作手册' },
  { kind: 'sheets', act: '生成台账表格', busy: '台账表格' },
  { kind: 'archive', act: '生成年度归档', busy: '年度归档' },
]

const Making = ({ year, whyNot }: { year: number; whyNot: string | null }) => {
  const { unit } = useHere()
  const queries = useQueryClient()
  const params = { unit: unit.id }
  const read = useQuery({
    queryKey: ['archive-jobs', unit.id],
    queryFn: () => call(listArchiveJobs, { params }),
    // While something is made the page looks again; one may leave it and come back.
    refetchInterval: ({ state }) =>
      state.data?.jobs.some(({ stage }) => stage === 'making') ? POLL_MS : false,
  })
  const making = read.data?.jobs.find(({ stage }) => stage === 'making')
  const make = useMutation({
    mutationFn: (kind: JobKind) => call(makeArchive, { params, body: { kind, year } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['archive-jobs', unit.id] }),
  })
  return (
    <section aria-labelledby="making">
      <h2 id="making">生成</h2>
      {whyNot ? (
        <p>{whyNot}</p>
      ) : (
        <div className={css.acts}>
          {ACTS.map(({ kind, act }) => (
            <Act
              key={kind}
              primary={kind === 'book'}
              loading={make.isPending && make.variables === kind}
              permit={permitOf(making !== undefined)}
              onClick={() => make.mutate(kind)}
            >
              {act}
            </Act>
          ))}
        </div>
      )}
      {make.error && <Failed error={make.error} />}
      {read.error ? (
        <Failed error={read.error} again={() => void read.refetch()} />
      ) : (
        <MadeList jobs={read.data?.jobs ?? []} />
      )}
    </section>
  )
}

const permitOf = (busy: boolean): Permit =>
  busy ? { may: false, reason: '正在生成一份，完成后再生成下一份。' } : { may: true }
