import { type Refusal, refuse } from '../kernel/outcome.ts'

export const noRound = (): Refusal =>
  refuse('not-found', '没有这次组织生活会，或不在您所属的支部。请从列表中选择。')

export const notYours = (name: string): Refusal =>
  refuse('not-permitted', `「${name}」的组织生活会由书记、副书记、组织委员或纪检委员办理。`)

export const staleRound = (): Refusal =>
  refuse('stale', '刚才有人改过这次组织生活会。请刷新后核对，再改一次。')

export const noProblem = (): Refusal => refuse('not-found', '没有这项整改，或不由您办理。请从清单中选择。')
