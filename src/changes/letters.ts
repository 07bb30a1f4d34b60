import { type Day, day } from '../kernel/day.ts'
import type { Judgment } from '../kernel/outcome.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { RuleOf } from '../rules/standing.ts'
import { judged } from './terms.ts'
import type { Letter, OutState, TransferIn, TransferOut } from './transfer-shape.ts'

const RULE = 'transfer.letter-validity'

/** For how many days a letter of the organ's own is valid; a local habit, not a national rule. */
export const lifeOf = (ruleOf: RuleOf): number => {
  const rule = ruleOf(RULE)
  return rule?.kind === 'check' ? Number(rule.constants.life) : 90
}

export const validUntil = ({ issuedOn, validDays }: Pick<Letter, 'issuedOn' | 'validDays'>): string =>
  day(issuedOn).add({ days: validDays }).toString()

export const daysFrom = (from: string, to: string): number =>
  day(from).until(day(to), { largestUnit: 'days' }).days

/** Whether a letter was valid on the day, by the days that it says itself. */
export const validityOf = (
  ruleOf: RuleOf,
  { letterOn, validDays }: { letterOn: string; validDays: number },
  on: string,
): Judgment | null => {
  const printed: RuleOf = (id) => {
    const rule = ruleOf(id)
    return rule?.kind === 'check'
      ? { ...rule, constants: { ...rule.constants, life: String(validDays) } }
      : rule
  }
  return judged(printed, RULE, { days: Math.max(0, daysFrom(letterOn, on)) })
}

export type KeptOut = Omit<TransferOut, 'state' | 'letters' | 'duesMonth'> & {
  duesMonth: string
  letters: Omit<Letter, 'validUntil'>[]
}

/** A transfer as pages show it on the day. */
export const outShown = (kept: KeptOut, today: Day): TransferOut => {
  const letters = kept.letters.map((letter) => ({ ...letter, validUntil: validUntil(letter) }))
  const shown = { ...kept, duesMonth: kept.duesMonth.slice(0, 7), letters }
  return { ...shown, state: stateOf(shown, today) }
}

const stateOf = (transfer: Omit<TransferOut, 'state'>, today: Day): OutState => {
  if (transfer.receivedOn) return 'received'
  if (transfer.withdrawnOn) return 'withdrawn'
  const letter = inForce(transfer)
  if (!letter) return 'applied'
  return letter.validUntil < today.toString() ? 'expired' : 'sent'
}

/** The letter that was not made void. */
export const inForce = ({ letters }: Pick<TransferOut, 'letters'>): Letter | undefined =>
  letters.find(({ voidOn }) => voidOn === null)

/** 〔2026〕第003号. */
export const numberWords = ({ year, number }: Pick<Letter, 'year' | 'number'>): string =>
  `〔${year}〕第${String(number).padStart(3, '0')}号`

/** Why a letter cannot be issued now; null where it can. */
export const issueRefusal = (
  transfer: TransferOut,
  { issuedOn, voidBecause }: { issuedOn: string; voidBecause: string | null },
  today: Day,
): Refusal | null => {
  if (transfer.receivedOn || transfer.withdrawnOn)
    return refuse('conflict', '这次转出已经办结，不再开介绍信。')
  if (issuedOn < transfer.appliedOn || issuedOn > today.toString())
    return refuse('invalid', `介绍信日期应在申请的 ${transfer.appliedOn} 至今天之间。`, { field: 'issuedOn' })
  const former = inForce(transfer)
  if (former && voidBecause === null)
    return refuse('conflict', `${numberWords(former)}还没有作废。重开介绍信，先说明原来那一份为什么作废。`, {
      field: 'voidBecause',
    })
  if (former && issuedOn < former.issuedOn)
    return refuse('invalid', `新的介绍信不能早于原来那一份的 ${former.issuedOn}。`, { field: 'issuedOn' })
  if (former && voidBecause === 'expired' && former.validUntil >= today.toString())
    return refuse('conflict', `${numberWords(former)}到 ${former.validUntil} 才过期，还在有效期内。`, {
      field: 'voidBecause',
    })
  return null
}

export type KeptIn = Omit<TransferIn, 'valid' | 'days'>

export const inShown = (kept: KeptIn, ruleOf: RuleOf): TransferIn => ({
  ...kept,
  valid: validityOf(ruleOf, kept, kept.broughtOn)?.holds ?? true,
  days: daysFrom(kept.letterOn, kept.broughtOn),
})

/** Why a letter cannot be sent back on this ground; null where it can. Nobody's relation is refused without one (art. 25). */
export const returnRefusal = (
  brought: { letterOn: string; validDays: number; broughtOn: string; returnedBecause: string },
  ruleOf: RuleOf,
): Refusal | null => {
  if (brought.returnedBecause !== 'expired') return null
  const validity = validityOf(ruleOf, brought, brought.broughtOn)
  return validity?.holds
    ? refuse('rule', '介绍信还在有效期内，不能以过期退回。组织关系不得无故拒接。', {
        field: 'returnedBecause',
        because: validity,
      })
    : null
}
