import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../http/call.ts'
import { Act } from '../ui/Act.tsx'
import { Empty } from '../ui/Empty.tsx'
import { Failed } from '../ui/Failed.tsx'
import { ChoiceField } from '../ui/Field.tsx'
import { Guide } from '../ui/Guide.tsx'
import { useHere } from '../ui/here.ts'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { RadioRow } from '../ui/RadioRow.tsx'
import { NEED_WAYS, SubWays } from '../ui/SubWays.tsx'
import { listNeeds, type SCOPES } from './contract.ts'
import { STATE_NAMES, STATES, type State } from './kinds.ts'
import { QueueLines } from './QueueLines.tsx'
import css from './queue.module.css'
import { QUEUE_GUIDE } from './queue-guide.ts'
import { RegisterPart } from './RegisterPart.tsx'
import { SearchPart } from './SearchPart.tsx'

type Scope = (typeof SCOPES)[number]
const SCOPE_NAMES: Record<Scope, string> = { desk: '全部', mine: '我承办、协办的', received: '我登记的' }
const NONE: Record<Scope, string> = {
  desk: '没有待办的需求',
  mine: '没有由您承办、协办的需求',
  received: '您还没有登记过需求',
}

/** 需求办理: what is to be done next stands first. */
export const NeedsPage = () => {
  const { may, units } = useHere()
  const navigate = useNavigate()
  const search = useSearch({ from: '/frame/needs' })
  const atDesk = units.some(({ path }) => may('need.read', path))
  const { scope = atDesk ? 'desk' : 'received', state } = search
  const [looked, setLooked] = useState('')
  return (
    <>
      <SubWays label="走访与需求" ways={NEED_WAYS} />
      <PageHead title="需求办理" lead="最近要办的排在前面。封存的只显示编号和进度。">
        <Act primary onClick={() => void navigate({ to: '/needs/receive' })}>
          登记需求
        </Act>
      </PageHead>
      <Guide of="需求办理" guide={QUEUE_GUIDE.queue} />
      <SearchPart looked={looked} onLook={setLooked} />
      {looked === '' && (
        <>
          <div className={css.filters}>
            <fieldset>
              <legend>范围</legend>
              <RadioRow
                name="scope"
                choices={(['desk', 'mine', 'received'] as const)
                  .filter((value) => value !== 'desk' || atDesk)
                  .map((value) => ({ value, label: SCOPE_NAMES[value] }))}
                value={scope}
                onChange={(chosen) => void navigate({ to: '/needs', search: { ...search, scope: chosen } })}
              />
            </fieldset>
            <ChoiceField
              label="进度"
              value={state ?? 'open'}
              onChange={(chosen) =>
                void navigate({
                  to: '/needs',
                  search: { ...search, state: chosen === 'open' ? undefined : (chosen as State) },
                })
              }
              choices={[
                { value: 'open', label: scope === 'received' ? '不限' : '没有办结的' },
                ...STATES.map((value) => ({ value, label: STATE_NAMES[value] })),
              ]}
            />
          </div>
          <Queue key={`${scope} ${state}`} scope={scope} state={state} />
        </>
      )}
      {atDesk && <RegisterPart />}
    </>
  )
}

const Queue = ({ scope, state }: { scope: Scope; state: State | undefined }) => {
  const read = useInfiniteQuery({
    queryKey: ['needs', scope, state ?? 'open'],
    queryFn: ({ pageParam }) =>
      call(listNeeds, {
        query: { scope, ...(state && { state }), ...(pageParam && { after: pageParam }) },
      }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  if (read.isPending) return <Loading what="需求" lines={6} />
  if (read.error) return <Failed error={read.error} again={() => void read.refetch()} />
  const needs = read.data.pages.flatMap((page) => page.needs)
  if (needs.length === 0)
    return (
      <Empty title={state ? `没有「${STATE_NAMES[state]}」的需求` : NONE[scope]}>
        <p>
          接到电话、信件或来访，<Link to="/needs/receive">登记一件</Link>。
        </p>
      </Empty>
    )
  return (
    <>
      <QueueLines label="需求" needs={needs} />
      {read.hasNextPage && (
        <p className={css.next}>
          <span className="aside">还有更多</span>
          <Act loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
            再看一页
          </Act>
        </p>
      )}
    </>
  )
}
