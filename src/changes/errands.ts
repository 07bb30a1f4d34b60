import type { Errand } from '../duties/contract.ts'
import type { Day } from '../kernel/day.ts'
import type { RuleOf } from '../rules/standing.ts'
import { numberWords, validUntil } from './letters.ts'
import { termOf } from './terms.ts'

/** What may have to be done of members' changes, as the days of the records say; the rules say the rest. */
export type Pending = {
  kind: 'probation' | 'approval' | 'letter' | 'away'
  id: string
  unitId: string
  unitName: string
  path: string
  /** When it began; for a probation that was extended, `until` is its end. */
  began: string | null
  until: string | null
  /** Days of validity of a letter. */
  days: number | null
  /** Of a letter. */
  number: number | null
  lastOn: string | null
}

type Days = { today: Day; until: Day }

/** What of it has to be done now or within four weeks. Titles go out by mail: they name no person. */
export const errandsOf = (pending: Pending, ruleOf: RuleOf, days: Days): Errand[] =>
  TOLD[pending.kind](pending, ruleOf, days)

const errand = ({ unitId, unitName }: Pending, told: Omit<Errand, 'unitId' | 'unitName'>): Errand => ({
  ...told,
  unitId,
  unitName,
})

const TOLD: Record<Pending['kind'], (pending: Pending, ruleOf: RuleOf, days: Days) => Errand[]> = {
  probation: (pending, ruleOf, { today, until }) => {
    const term = pending.began ? termOf(ruleOf, 'probation.term', pending.began) : null
    const end = pending.until ?? term?.on.toString()
    if (!end || end > until.toString()) return []
    const over = end < today.toString()
    const told = {
      title: over ? '一名预备党员预备期已满，还没有讨论' : '一名预备党员预备期将满：收转正申请，准备党员大会',
      by: end,
      citation: term?.citation ?? null,
      to: `/changes/probation/${pending.id}`,
      act: '去办理',
      coming: !over,
    }
    return [errand(pending, told)]
  },
  approval: (pending, ruleOf, { today }) => {
    const term = pending.began ? termOf(ruleOf, 'probation.approved-within', pending.began) : null
    if (!term || term.on.toString() >= today.toString()) return []
    const told = {
      title: '上报的预备期决议过了审批期限，请向上级了解',
      by: term.on.toString(),
      citation: term.citation,
    }
    return [
      errand(pending, { ...told, to: `/changes/probation/${pending.id}`, act: '去查看', coming: false }),
    ]
  },
  letter: (pending, _, { today }) => {
    const { began, days, number } = pending
    if (!began || !days || !number) return []
    const end = validUntil({ issuedOn: began, validDays: days })
    if (end >= today.toString()) return []
    const title = `介绍信${numberWords({ year: Number(began.slice(0, 4)), number })}过了有效期，还没有回执`
    const told = { title, by: end, citation: null, to: `/changes/transfer/${pending.id}`, act: '去处理' }
    return [errand(pending, { ...told, coming: false })]
  },
  away: (pending, ruleOf, { today }) => {
    const { began, lastOn } = pending
    if (!began) return []
    const move = termOf(ruleOf, 'member.transfer-duty', began)
    const lost = termOf(ruleOf, 'member.lost-contact', lastOn ?? began)
    const due = (term: typeof move, title: string) =>
      term && term.on.toString() <= today.toString()
        ? [
            errand(pending, {
              title,
              by: null,
              citation: term.citation,
              to: '/changes/floating',
              act: '去查看',
              coming: false,
            }),
          ]
        : []
    return [
      ...due(move, '一名党员外出满六个月：地点固定的，商量转接组织关系'),
      ...due(lost, '一名流动党员六个月没有联系上，提请支部讨论'),
    ]
  },
}
