import { type Refusal, refuse } from '../kernel/outcome.ts'

export const noNeed = (): Refusal => refuse('not-found', '没有这件需求，或您不在知悉范围内。请从列表中选择。')

export const notHers = (): Refusal =>
  refuse('not-permitted', '这件需求由承办人、协办人或接待部门办理。您登记的内容已经交到接待部门。')

export const notLetIn = (): Refusal =>
  refuse('not-permitted', '这件需求已封存，您不在知悉范围内。需要知悉的，请由承办人或妇联分管领导准许。')

export const isOver = (): Refusal =>
  refuse('conflict', '这件需求已经办结或封存，不能再改。本人又提出的，请重新办理或另行登记。')

export const stale = (): Refusal =>
  refuse('stale', '您打开之后，别人更新过这件需求。请刷新后看过新的内容再办。')

export const idIsTaken = (): Refusal =>
  refuse('conflict', '这件需求的编号已被别的记录占用，没有收下。请在本机导出后重新登记。', { field: 'id' })

export const isHereafter = (field: string, on: string): Refusal =>
  refuse('invalid', `${on} 在今天之后。请填写今天或以前的日期。`, { field })
