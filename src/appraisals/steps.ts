import type { Step, StepId } from './contract.ts'
import { graded, type Round, takingPart } from './round.ts'

/** 评议 in its order; which step is done is read from what was recorded, whatever the order in which that was entered. */
export const stepsOf = (round: Round): Step[] => {
  const found = STEPS.map(({ id, title, of }) => ({ id, title, ...of(round) }))
  const now = found.find(({ done }) => !done)?.id
  return found.map(({ id, title, done, note }) => {
    const open = id === now ? ('now' as const) : ('later' as const)
    return { id, title, state: done ? 'done' : open, note }
  })
}

/** How many of the three steps that the regulation names have been taken: 自评, 互评, 测评. */
export const threeSteps = (round: Round): number =>
  [handedIn(round).length > 0, round.mutuals.length > 0, round.poll?.state === 'closed'].filter(Boolean)
    .length

export const handedIn = (round: Round) =>
  takingPart(round).filter(({ paperOn, selfOn }) => paperOn !== null || selfOn !== null)

type Told = { done: boolean; note: string }

const STEPS: readonly { id: StepId; title: string; of: (round: Round) => Told }[] = [
  {
    id: 'study',
    title: '学习教育',
    of: ({ studiedOn }) => ({ done: studiedOn !== null, note: studiedOn ?? '未记' }),
  },
  {
    id: 'self',
    title: '个人自评',
    of: (round) => {
      const [all, here] = [takingPart(round).length, handedIn(round).length]
      return {
        done: all > 0 && (here === all || (here > 0 && round.poll?.state === 'closed')),
        note: `${here}/${all} 人交来`,
      }
    },
  },
  { id: 'mutual', title: '党员互评', of: (round) => mutualTold(round) },
  { id: 'poll', title: '民主测评', of: (round) => pollTold(round) },
  {
    id: 'opinion',
    title: '组织评定',
    of: (round) => {
      const people = graded(round)
      const decided = people.filter(({ grade }) => grade !== null).length
      return { done: round.closedOn !== null, note: `${decided}/${people.length} 人已定等次` }
    },
  },
  {
    id: 'told',
    title: '告知本人',
    of: (round) => {
      const people = graded(round)
      const told = people.filter(({ toldOn }) => toldOn !== null).length
      return { done: people.length > 0 && told === people.length, note: `${told}/${people.length} 人已告知` }
    },
  },
]

const mutualTold = (round: Round): Told => {
  const { mutuals, unitId } = round
  if (mutuals.some(({ unitId: of }) => of === unitId)) return { done: true, note: '支部已开' }
  const groups = new Set(takingPart(round).flatMap(({ groupId }) => groupId ?? []))
  const held = mutuals.filter(({ unitId: of }) => groups.has(of)).length
  if (groups.size === 0) return { done: false, note: '未记' }
  const over = round.poll?.state === 'closed' && held > 0
  return { done: over || held === groups.size, note: `${held}/${groups.size} 个党小组` }
}

const pollTold = ({ poll }: Round): Told => {
  if (poll === null) return { done: false, note: '未开始' }
  return poll.state === 'open' ? { done: false, note: '正在测评' } : { done: true, note: poll.polledOn }
}
