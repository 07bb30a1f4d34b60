import type { Acting } from '../database/acting.ts'
import type { Errand } from '../duties/contract.ts'
import type { Day } from '../kernel/day.ts'
import { type OwnMatter, ownMatters } from './errands-store.ts'

type Asked = { actor: { person: string }; today: Day; until: Day }

const SOON_DAYS = 7

/** What waits on the actor of study and outreach: what she took on, and questions she is to answer. Never what was asked. */
export const studyErrands = async (tx: Acting, { actor, today, until }: Asked): Promise<Errand[]> => {
  const soon = today.add({ days: SOON_DAYS }).toString()
  return (await ownMatters(tx, actor.person))
    .filter(({ dueOn }) => dueOn === null || dueOn <= until.toString())
    .map((matter) => ({
      title: titleOf(matter),
      unitId: matter.unitId,
      unitName: matter.unitName,
      by: matter.dueOn,
      citation: null,
      to: '/me/study',
      act: ACTS[matter.kind],
      coming: matter.dueOn !== null && matter.dueOn > soon,
    }))
}

const ACTS: Record<OwnMatter['kind'], string> = {
  task: '去登记办结',
  question: '去答复',
  'told-back': '去登记告知',
}

const titleOf = ({ kind, what }: OwnMatter): string => {
  if (kind === 'task') return what
  return kind === 'question'
    ? `宣讲「${what}」带回的问题待答复`
    : `宣讲「${what}」带回的问题已答复，待告知本人`
}
