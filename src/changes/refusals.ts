import { type Refusal, refuse } from '../kernel/outcome.ts'

export const stale = (): Refusal =>
  refuse('stale', '这条记录刚被别人改过，没有保存。请刷新后核对两处再改。', { field: 'version' })
export const noUnit = (): Refusal =>
  refuse('not-found', '没有这个组织，或不属于本机关。请从组织架构中选择。', { field: 'unit' })
export const notHers = (whom: string): Refusal =>
  refuse('not-permitted', `党员变动由「${whom}」的书记、副书记或组织委员办理。`)
