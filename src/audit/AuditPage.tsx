import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { isDay } from '../kernel/day.ts'
import { Act } from '../ui/Act.tsx'
import { DayField } from '../ui/DayField.tsx'
import { sayInstant, today } from '../ui/days.ts'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { useHere } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import css from './Audit.module.css'
import { actsOf } from './acts.ts'
import { listTraces, type Subject, type Trace } from './contract.ts'

const SUBJECTS: Record<Subject, string> = {
  people: '党员',
  posts: '任职',
  units: '组织与届次',
  meetings: '会议',
  life: '组织生活',
  elections: '换届选举',
  study: '学习与宣讲',
  duties: '应做事项',
  files: '文件与模板',
  settings: '参数与订阅',
  accounts: '账号',
}

/** 改动留痕: who changed what and when, what it was and what it became. */
export const AuditPage = () => {
  const { unit } = useHere()
  const [about, setAbout] = useState('all')
  const [until, setUntil] = useState('')
  const list = useTrail(unit.id, about, until)
  const traces = list.data?.pages.flatMap((page) => page.traces) ?? []
  const sealed = list.data?.pages[0]?.sealed
  return (
    <>
      <PageHead
        title="改动留痕"
        lead={`${unit.name}。每次改动都记下经办人、时间和改前改后的内容，不能修改或删除。`}
      />
      <search className={css.filter}>
        <ChoiceField
          label="看哪一类"
          value={about}
          onChange={setAbout}
          choices={[
            { value: 'all', label: '全部' },
            ...Object.entries(SUBJECTS).map(([value, label]) => ({ value, label })),
          ]}
        />
        <DayField label="截至" value={until} onChange={setUntil} today={today()} optional />
      </search>
      {list.error ? (
        <Failed error={list.error} again={() => void list.refetch()} />
      ) : !list.data ? (
        <Loading what="改动留痕" />
      ) : traces.length === 0 ? (
        <Empty title="没有改动">
          <p>所选范围内没有留痕。可以换一类，或换一个日期。</p>
        </Empty>
      ) : (
        <>
          <ol className={css.acts}>
            {actsOf(traces).map(([first, ...rest]) => (
              <ActDone key={first.id} traces={[first, ...rest]} />
            ))}
          </ol>
          {list.hasNextPage && (
            <Act loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              继续显示
            </Act>
          )}
        </>
      )}
      {list.data && <SealedUntil sealed={sealed ?? null} />}
    </>
  )
}

const PAGE = 60

const useTrail = (unit: string, about: string, until: string) =>
  useInfiniteQuery({
    queryKey: ['audit', unit, about, until],
    queryFn: ({ pageParam }) =>
      call(listTraces, {
        params: { unit },
        query: {
          limit: PAGE,
          ...(about !== 'all' && { about: about as Subject }),
          ...(isDay(until) && { until }),
          ...(pageParam && { after: pageParam }),
        },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    enabled: until === '' || isDay(until),
  })

const DID: Record<Trace['did'], string> = { insert: '新增', update: '改动', delete: '删除' }

// An act that touched more rows than this is told by its first ones; the rest opens on demand.
const SHOWN = 3

const ActDone = ({ traces: [first, ...rest] }: { traces: [Trace, ...Trace[]] }) => {
  const traces = [first, ...rest]
  const hidden = traces.slice(SHOWN)
  return (
    <li>
      <p className={css.act}>
        <time dateTime={first.at}>{sayInstant(first.at)}</time>
        <strong>{first.operation}</strong>
        <span>{first.by ?? '系统'}</span>
      </p>
      <Rows traces={traces.slice(0, SHOWN)} />
      {hidden.length > 0 && (
        <details>
          <summary>还有 {hidden.length} 处</summary>
          <Rows traces={hidden} />
        </details>
      )}
    </li>
  )
}

const Rows = ({ traces }: { traces: readonly Trace[] }) => (
  <ul className={css.rows}>
    {traces.map((trace) => (
      <li key={trace.id}>
        <span>
          {DID[trace.did]}
          {trace.record}
          {trace.of && `：${trace.of}`}
        </span>
        <Changes trace={trace} />
      </li>
    ))}
  </ul>
)

const Changes = ({ trace }: { trace: Trace }) => (
  <ul className={css.changes}>
    {trace.changes.map(({ field, before, after }) => (
      <li key={field}>
        <span className={css.field}>{field}</span>{' '}
        {trace.did === 'update' ? (
          <>
            <del>{before ?? '未填'}</del> <span aria-hidden="true">→</span>
            <span className="unseen">改为</span> {after ?? '未填'}
          </>
        ) : (
          (after ?? before)
        )}
      </li>
    ))}
  </ul>
)

const SealedUntil = ({ sealed }: { sealed: { number: number; at: string; code: string } | null }) => (
  <p className={css.seal}>
    {sealed ? (
      <>
        留痕已封存至 {sayInstant(sealed.at)}（第 {sealed.number} 段），校验码 <code>{sealed.code}</code>
        。把校验码抄在交接表或会议记录里，以后可据此核对留痕是否被动过。
      </>
    ) : (
      '留痕还没有封存。服务每天自动封存一次；也可由系统管理员用命令封存。'
    )}
  </p>
)
