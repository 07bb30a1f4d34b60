import { type Refusal, refuse } from '../kernel/outcome.ts'

export const noUnit = (): Refusal => refuse('not-found', '没有这个组织，或您无权查看。请从“换届选举”里选择。')

export const noElection = (): Refusal =>
  refuse('not-found', '没有这次选举，或您无权查看。请从“换届选举”里选择。')

export const notHers = (unitName: string): Refusal =>
  refuse('not-permitted', `您没有在${unitName}办理换届选举的权限。请找该组织办理换届选举的人。`)

export const stale = (): Refusal =>
  refuse('stale', '这次选举刚刚被别人改过。请看过新的内容后再提交。', { field: 'version' })

export const isOver = (): Refusal =>
  refuse('conflict', '这次选举已经办结或撤销，不能再改。需要更正的，请在“文书”里查看留存的记录。')

export const noGathering = (): Refusal =>
  refuse('not-found', '没有这次大会，请回到“大会”一页重新打开。', { field: 'gathering' })

export const notOpen = (): Refusal => refuse('conflict', '大会还没有开会。请先按“开会，固定名单”，再登记。')

export const isLocked = (because: string): Refusal => refuse('conflict', because)
