import { type Refusal, refuse } from '../kernel/outcome.ts'

export const stale = (): Refusal =>
  refuse('stale', '这条记录刚被别人改过，没有保存。请刷新后核对两处再改。', { field: 'version' })
