import { type Grants, may, type Permission } from '../kernel/access.ts'
import { ACTS, type Act, type Stage } from './contract.ts'

/** Which act leads from which stage to which, and the right it asks for. */
export const LEADS: Record<Act, { from: readonly Stage[]; to: Stage | 'same'; asks: Permission }> = {
  change: { from: ['planned', 'draft'], to: 'same', asks: 'meeting.record' },
  notice: { from: ['planned', 'draft'], to: 'same', asks: 'meeting.record' },
  record: { from: ['planned', 'draft'], to: 'recorded', asks: 'meeting.record' },
  note: { from: ['recorded'], to: 'noted', asks: 'meeting.note' },
  // An amended record has not been read by the secretary as it now stands.
  amend: { from: ['recorded', 'noted'], to: 'recorded', asks: 'meeting.record' },
  cancel: { from: ['planned', 'draft'], to: 'cancelled', asks: 'meeting.record' },
}

const WRONG_STAGE: Record<Act, Partial<Record<Stage, string>>> = {
  change: {
    recorded: '记录已提交，改动请用「更正」',
    noted: '记录已审阅，改动请用「更正」',
    cancelled: '会议已取消',
  },
  notice: { recorded: '会议已开过并记录', noted: '会议已开过并记录', cancelled: '会议已取消' },
  record: { recorded: '记录已提交', noted: '记录已提交并审阅', cancelled: '会议已取消' },
  note: {
    planned: '会议还没有记录',
    draft: '记录还是草稿，提交后再审阅',
    noted: '已审阅',
    cancelled: '会议已取消',
  },
  amend: {
    planned: '还没有提交记录，直接修改即可',
    draft: '记录还是草稿，直接修改即可',
    cancelled: '会议已取消',
  },
  cancel: {
    recorded: '会议已开过并记录，不能取消；有误请用「更正」',
    noted: '会议已开过并记录，不能取消；有误请用「更正」',
    cancelled: '会议已取消',
  },
}

const WRONG_POST: Record<Act, string> = {
  change: '由本组织的支委会成员或党小组长办理',
  notice: '由本组织的支委会成员或党小组长办理',
  record: '由本组织的支委会成员或党小组长办理',
  note: '由书记或副书记审阅',
  amend: '由本组织的支委会成员或党小组长办理',
  cancel: '由本组织的支委会成员或党小组长办理',
}

export type Permit = { may: boolean; reason: string | null }

type Asked = { stage: Stage; heldOn: string; path: string }

/** Whether the act may be done now, or in one phrase why not: stage first, then day, then post. */
export const permitOf = (act: Act, { stage, heldOn, path }: Asked, grants: Grants, today: string): Permit => {
  const reason =
    WRONG_STAGE[act][stage] ??
    wrongDay(act, heldOn, today) ??
    (may(grants, LEADS[act].asks, path) ? null : WRONG_POST[act])
  return { may: reason === null, reason }
}

export const permitsOf = (asked: Asked, grants: Grants, today: string): Record<Act, Permit> =>
  Object.fromEntries(ACTS.map((act) => [act, permitOf(act, asked, grants, today)])) as Record<Act, Permit>

const wrongDay = (act: Act, heldOn: string, today: string): string | null => {
  if (act === 'record' && heldOn > today) return `会议定在 ${heldOn}，开过以后再提交记录`
  if (act === 'notice' && heldOn < today) return `会议日期 ${heldOn} 已过，不必再发通知`
  return null
}
