import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { call } from '../http/call.ts'
import { sayDay } from '../ui/days.ts'
import { Failed } from '../ui/Failed.tsx'
import { Loading } from '../ui/Loading.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import subWays from '../ui/SubWays.module.css'
import { type ElectionHead, readHead } from './contract.ts'
import css from './elections.module.css'
import { KIND_WORDS, STAGE_WORDS } from './labels.ts'
import { TABS } from './tabs.ts'

/** The key under which everything read of one election is kept, so that an act on any part refreshes all. */
export const electionKey = (election: string): string[] => ['election', election]

type Props = {
  /** The part, as its tab says: 筹备, 选举人. */
  part: string
  /** The tab under which a part stands that has none of its own. */
  within?: string
  /** The acts of the part. */
  acts?: (head: ElectionHead) => ReactNode
  children: (head: ElectionHead) => ReactNode
}

/** What each part of an election stands in: whose election, how far, the ways to the other parts. */
export const ElectionFrame = ({ part, within, acts, children }: Props) => {
  const { election } = useParams({ strict: false }) as { election: string }
  const { data, error, refetch } = useQuery({
    queryKey: electionKey(election),
    queryFn: () => call(readHead, { params: { election } }),
  })
  if (error)
    return (
      <>
        <PageHead title="换届选举" />
        <Failed error={error} again={() => void refetch()} />
      </>
    )
  if (!data) return <Loading what="换届选举" />
  const name = `${data.unitName}${KIND_WORDS[data.kind]}`
  return (
    <>
      <p className={css.back}>
        <Link to="/elections">换届选举</Link>
      </p>
      <PageHead title={name} tab={`${part} · ${name}`} lead={leadOf(data)}>
        {acts?.(data)}
      </PageHead>
      <nav className={subWays.ways} aria-label="选举的各部分">
        {TABS.map(({ to, title }) => (
          <Link
            key={to}
            to={to}
            params={{ election }}
            activeOptions={{ exact: true }}
            {...(title === within ? { 'aria-current': 'page' as const } : {})}
          >
            {title}
          </Link>
        ))}
      </nav>
      {children(data)}
    </>
  )
}

const leadOf = ({ stage, plannedOn, electedOn, cancelledReason }: ElectionHead): string =>
  [
    STAGE_WORDS[stage],
    electedOn ? `${sayDay(electedOn)}选举` : plannedOn && `拟于${sayDay(plannedOn)}选举`,
    cancelledReason,
  ]
    .filter(Boolean)
    .join(' · ')
