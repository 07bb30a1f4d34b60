import type { Errand } from '../duties/contract.ts'
import { type Grants, may } from '../kernel/access.ts'
import { book } from '../rules/book.ts'
import { rulesStanding } from '../rules/standing.ts'
import { lastDay } from './clocks.ts'
import type { Level, State } from './kinds.ts'
import { numberOf } from './matter.ts'

export type OpenNeed = {
  id: string
  year: number
  number: number
  state: State
  level: Level | null
  /** Of one that is closed, the day it was closed. */
  dueOn: string
  unitId: string
  unitName: string
  unitPath: string
  isMine: boolean
  raisedTo: 'rights-head' | 'federation-leader' | null
  /** The posts to which a matter may rise, as far as the actor holds them. */
  posts: ('rights-head' | 'federation-leader')[]
}

type Asked = { grants: Grants; today: string; soon: string }

/** Matters waiting for triage that are told one by one; more of them are told as one line. */
const FEW = 3

/**
 * What of needs waits on somebody: what is to be triaged, her own that are due, and what has risen to her post. A matter past its
 * day rises to the head of the desk by itself, and once it is past that by the days the organ allows, to the leader. What she who
 * asked says is not solved is told to its owner and the desk, who may take it up again. Titles tell the number and what is to be
 * done, nothing else.
 */
export const needErrandsOf = (told: readonly OpenNeed[], { grants, today, soon }: Asked): Errand[] => {
  const needs = told.filter(({ state }) => state !== 'closed')
  const unsolved = told.filter(
    ({ state, isMine, unitPath }) => state === 'closed' && (isMine || may(grants, 'need.handle', unitPath)),
  )
  const untriaged = needs.filter(
    ({ state, isMine, unitPath }) => state === 'received' && !isMine && may(grants, 'need.handle', unitPath),
  )
  const single = untriaged.length <= FEW ? untriaged : untriaged.filter(({ level }) => level === 'R0')
  const rest = untriaged.filter((need) => !single.includes(need))
  const first = rest[0]
  return [
    ...single.map((need) =>
      errandOf(need, need.level === 'R0' ? '紧急，待联络和分诊' : '待分诊', '去分诊', soon),
    ),
    ...(first
      ? [
          {
            ...errandOf(first, '', '去分诊', soon),
            title: `有 ${rest.length} 件需求待分诊`,
            to: '/needs?scope=desk&state=received',
          },
        ]
      : []),
    ...needs
      .filter(({ isMine, state }) => isMine && state !== 'received')
      .map((need) =>
        need.state === 'resolved'
          ? { ...errandOf(need, '待告知本人', '去告知', soon), coming: false }
          : errandOf(need, need.dueOn < today ? '已过期限' : '期限将到', '去办理', soon),
      ),
    ...needs
      .filter((need) => !need.isMine && need.state !== 'received' && hasRisen(need, today))
      .map((need) => errandOf(need, need.raisedTo ? '上报给您' : '已过期限，上报一级', '去看', soon)),
    ...unsolved.map((need) => ({ ...errandOf(need, '本人答复没有解决', '去看', soon), by: null })),
  ]
}

const errandOf = (
  need: Pick<OpenNeed, 'id' | 'year' | 'number' | 'unitId' | 'unitName' | 'dueOn'>,
  what: string,
  act: string,
  soon: string,
): Errand => ({
  title: `需求${numberOf(need)} ${what}`.trim(),
  unitId: need.unitId,
  unitName: need.unitName,
  by: need.dueOn,
  citation: null,
  to: `/needs/${need.id}`,
  act,
  coming: need.dueOn > soon,
})

/** Whether it has risen to a post that the actor holds: by an act, or because its day has passed. */
const hasRisen = ({ posts, raisedTo, dueOn }: OpenNeed, today: string): boolean => {
  if (raisedTo !== null && posts.includes(raisedTo)) return true
  if (dueOn >= today) return false
  if (posts.includes('rights-head')) return true
  const further = lastDay('need.stuck', dueOn, waysOn(today))
  return posts.includes('federation-leader') && further !== undefined && today > further
}

// By the usual number of days: who reads 今日 is not asked for the organ's choice.
const waysOn = (today: string) => ({
  ruleOf: rulesStanding(book, [], today),
  isWorkday: book.calendar.isWorkday,
  early: false,
})
