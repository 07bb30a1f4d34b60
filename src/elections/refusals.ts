import { type Refusal, refuse } from '../kernel/outcome.ts'

export const noUnit = (): Refusal => refuse('not-found', '没有这个组织，或您无权查看。请从“换届选举”里选择。')

export const noElection = (): Refusal =>
  refuse('not-found', '没有这次选举，或您无权查看。请从“换届选举”里选择。')

export const notHers = (unitName: string): Refusal =>
  refuse('not-permitted', `您没有在${unitName}办理换届选举的权限。请找该组织的书记、副书记或组织委员。`)

export const stale = (): Refusal =>
  refuse('stale', '这次选举刚刚被别人改过。请看过新的内容后再提交。', { field: 'version' })

export const isOver = (): Refusal =>
  refuse('conflict', '这次选举已经办结或撤销，不能再改。需要更正的，请在“文书”里查看留存的记录。')
