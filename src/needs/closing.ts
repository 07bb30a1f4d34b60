import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { Outcome } from './kinds.ts'
import type { Matter } from './matter.ts'
import { TOLD_NAMES, type ToldWay } from './told.ts'
import type { Asker } from './words.ts'

/** Whether anybody can tell her anything: whoever left neither name nor address cannot be told. */
export const canBeTold = (matter: Pick<Matter, 'anonymous'>, asker: Asker | null): boolean =>
  !matter.anonymous || (asker?.phone ?? '') !== ''

/** Whether the matter can be given this outcome as it stands. */
export const barsOutcome = (
  { state, level, referrals, ownerId }: Pick<Matter, 'state' | 'level' | 'referrals' | 'ownerId'>,
  outcome: Outcome,
): Refusal | null => {
  if (state === 'resolved') return refuse('conflict', '这件需求已经登记了办理结果。现在要做的是告知本人。')
  if (level === null) return refuse('conflict', '这件需求还没有分诊。请先定缓急，再登记办理结果。')
  if (ownerId === null && level !== 'R3')
    return refuse('conflict', '这件需求还没有承办人。请先确定承办人，再登记办理结果。')
  const standing = referrals.some(({ state }) => state !== 'objected' && state !== 'withdrawn')
  if (outcome === 'referred-away' && !standing)
    return refuse('conflict', '没有对方已经接下的转介。请先登记转介，或改选办理结果。', { field: 'outcome' })
  return null
}

/** Advice that is given at once is told in the same act; whoever takes her request back knows already. */
export const isToldAtOnce = ({ level }: Pick<Matter, 'level'>, outcome: Outcome): boolean =>
  level === 'R3' || outcome === 'withdrawn'

export const toldWords = (told: ToldWay, text = ''): string =>
  text === '' ? TOLD_NAMES[told] : `${TOLD_NAMES[told]}：${text}`

/** Whoever handled a matter does not take down what she says about it. */
export const handled = (
  { ownerId, helpers }: Pick<Matter, 'ownerId' | 'helpers'>,
  person: string,
  tellers: ReadonlySet<string>,
): boolean => ownerId === person || helpers.some(({ personId }) => personId === person) || tellers.has(person)
