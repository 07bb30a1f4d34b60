import type { Acting } from '../database/acting.ts'
import type { Errand } from '../duties/contract.ts'
import type { SignedIn } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import type { Day } from '../kernel/day.ts'
import { type ErrandRow, errandRows } from './errands-store.ts'

/** From how many days before its day a measure or a gathering waits on its people, and no longer only comes. */
const SOON_DAYS = 7

type Asked = { actor: Pick<SignedIn, 'person' | 'grants'>; today: Day; until: Day }

/**
 * A measure that is due for its owner; for a round's leaders its day, and what is past its time. Titles name no matter and no
 * person: they go out in the weekly mail. One statement.
 */
export const lifeErrands = async (tx: Acting, { actor, today, until }: Asked): Promise<readonly Errand[]> => {
  const rows = await errandRows(tx, actor.person, today.toString(), until.toString())
  const soon = today.add({ days: SOON_DAYS }).toString()
  return rows.flatMap(({ kind, path, ...row }): Errand[] => {
    if (kind !== 'measure' && !may(actor.grants, 'life.lead', path)) return []
    const { unitId, unitName } = row
    const place = kind === 'measure' ? '/me/life' : `/life-meetings/${row.roundId}`
    const base = { unitId, unitName, by: row.on, citation: CITED, to: place, coming: row.on > soon }
    return [{ ...base, ...SAYS[kind](row) }]
  })
}

const CITED = '《中国共产党支部工作条例（试行）》第十七条'

const SAYS: Record<
  ErrandRow['kind'],
  (row: Pick<ErrandRow, 'forYear' | 'count'>) => Pick<Errand, 'title' | 'act'>
> = {
  measure: ({ forYear }) => ({ title: `${forYear}年度组织生活会的一项整改由您负责`, act: '填写办理情况' }),
  overdue: ({ count }) => ({ title: `组织生活会的整改有 ${count} 项过期`, act: '去核对' }),
  meeting: ({ forYear }) => ({ title: `${forYear}年度组织生活会的会前准备`, act: '去准备' }),
}
