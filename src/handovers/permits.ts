import { type Grants, may } from '../kernel/access.ts'
import type { HandoverAct, HandoverLine, Side } from './contract.ts'

type Sheet = Pick<HandoverLine, 'stage' | 'confirmedOn' | 'from' | 'to' | 'fromId' | 'toId'> & {
  path: string
}
export type Reader = { person: string; grants: Grants }
export type Permit = { may: boolean; reason: string | null }

/** Which party the reader is; null for neither. */
export const sideOf = ({ fromId, toId }: Pick<Sheet, 'fromId' | 'toId'>, person: string): Side | null =>
  person === fromId ? 'from' : person === toId ? 'to' : null

const OVER = { signed: '双方已签字，交接表不再改', withdrawn: '这份交接表已撤回' } as const

/** Why the act cannot be done now, in one phrase; null when it can. Stage first, then what went before, then who asks. */
const reasonAgainst = (act: HandoverAct, sheet: Sheet, { person, grants }: Reader): string | null => {
  if (sheet.stage !== 'open') return OVER[sheet.stage]
  const side = sideOf(sheet, person)
  const leads = may(grants, 'handover.lead', sheet.path)
  const anySigned = sheet.from.signedOn !== null || sheet.to.signedOn !== null
  if (act === 'confirm')
    return sheet.confirmedOn !== null ? '已确认' : leads ? null : '由书记、副书记或组织委员确认'
  if (act === 'sign') {
    if (side === null) return '由移交人和接任人各自签字'
    if (sheet[side].signedOn !== null) return `您已在 ${sheet[side].signedOn} 签字`
    return sheet.confirmedOn === null ? '接任人还没有经书记、副书记或组织委员确认' : null
  }
  if (act === 'paper') {
    if (!leads) return '由书记、副书记或组织委员登记'
    return sheet.confirmedOn === null ? '接任人还没有经书记、副书记或组织委员确认' : null
  }
  if (act === 'change' && anySigned) return '已有一方签字，内容不再改；要改请撤回后另开一份'
  return side === 'from' || leads ? null : '由移交人、书记、副书记或组织委员办理'
}

export const permitOf = (act: HandoverAct, sheet: Sheet, reader: Reader): Permit => {
  const reason = reasonAgainst(act, sheet, reader)
  return { may: reason === null, reason }
}
