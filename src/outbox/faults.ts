import { type Issue, issueWords } from '../kernel/issue.ts'
import { NeedDraft } from '../needs/contract.ts'
import { VisitSent } from '../visits/contract.ts'
import { type Draft, needsIn, visitIn } from './draft.ts'

/** What the server would refuse, said before anything is sent, by the name of the field. */
export const faultsIn = (draft: Draft, today: string): Record<string, string> => {
  const faults: Record<string, string> = {}
  const add = (before: string, issues: readonly Issue[] = []): void => {
    for (const issue of issues) faults[`${before}${issue.path.join('.')}`] ??= issueWords(issue)
  }
  const visit = visitIn(draft)
  add('', VisitSent.safeParse(visit).error?.issues as Issue[] | undefined)
  if (visit.pointId === null && visit.place === null) faults.pointId ??= '请选择联系点，或写明地点'
  if (draft.heldOn > today) faults.heldOn ??= '走访日期在今天之后，请核对'
  if (draft.consent === 'refused' && draft.whom.trim() !== '')
    faults.whom ??= '本人不同意记录的，不写和谁谈的，请清空这一项'
  for (const [at, promise] of visit.promises.entries())
    if (promise.dueOn !== null && promise.dueOn < draft.heldOn)
      faults[`promises.${at}.dueOn`] ??= '在走访之前，请改为走访当天或以后的日期'
  for (const [at, need] of needsIn(draft).entries())
    add(`needs.${at}.`, NeedDraft.safeParse(need).error?.issues as Issue[] | undefined)
  return faults
}
