import type { Acting } from '../database/acting.ts'
import type { Ledger } from '../documents/handover-sheet.ts'
import { day } from '../kernel/day.ts'
import { readDuties } from './duties-store.ts'
import { rulesBehind } from './year.ts'

type Asked = { unitId: string; path: string; today: string }

/** 应做事项 of the unit itself for whoever takes over: what of the year is done, what was missed, what is owed now. */
export const dutyLedgers = async (tx: Acting, { unitId, path, today }: Asked): Promise<Ledger[]> => {
  const on = day(today)
  const stretch = { from: on.with({ month: 1, day: 1 }), to: on.with({ month: 12, day: 31 }) }
  const { plan, duties } = await readDuties(tx, [path], stretch, on)
  const own = duties.filter((duty) => duty.unitId === unitId && duty.personId === null)
  const rules = new Map(rulesBehind(plan, own).map((rule) => [rule.rule, rule]))
  const asked = own.filter(({ rule }) => ['must', 'default'].includes(rules.get(rule)?.hardness ?? ''))
  const of = (...states: string[]) => asked.filter(({ state }) => states.includes(state))
  return [
    {
      ledger: '应做事项',
      state: `${on.year}年已完成 ${of('done', 'late').length} 项，未做 ${of('missed').length} 项，已说明 ${of('excused').length} 项，本期应做 ${of('due').length} 项`,
      count: of('missed', 'due').length,
      openMatters: of('missed', 'due')
        .sort((one, other) => (one.to < other.to ? -1 : 1))
        .map(({ rule, period, to, state }) => ({
          what: `${rules.get(rule)?.title ?? rule}（${period}）${state === 'missed' ? '未做' : ''}`,
          by: to,
          owner: null,
        })),
    },
  ]
}
