import { type Refusal, refuse } from '../kernel/outcome.ts'

export const noVisit = (): Refusal =>
  refuse('not-found', '没有这次走访，或它不由您查看。请从走访列表中选择。')

export const notHers = (): Refusal =>
  refuse('not-permitted', '走访由参加走访的人和登记人更正。需要更正的，请转告她们。')

export const isWithdrawn = (): Refusal =>
  refuse('conflict', '这次走访已经撤销，不能再改。要重新登记的，请新登记一次。')

export const stale = (): Refusal =>
  refuse('stale', '您打开之后，别人更新过这次走访。请刷新后看过新的内容再保存。')

export const isHereafter = (field: string, on: string): Refusal =>
  refuse('invalid', `${on} 在今天之后。请填写今天或以前的日期。`, { field })

export const nowhere = (): Refusal =>
  refuse('invalid', '还没有写走访的地方。请选择联系点，或写明地点。', { field: 'pointId' })

export const noPoint = (): Refusal =>
  refuse('invalid', '没有这个联系点。请从列表中重新选择，或写明地点。', { field: 'pointId' })

export const noCadre = (field: string): Refusal =>
  refuse('invalid', '选择的人不在机关干部名单中。请重新选择。', { field })
