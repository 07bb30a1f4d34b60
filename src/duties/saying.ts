import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { Duty } from './contract.ts'
import { PLACES } from './planning.ts'
import type { OwedRule } from './window.ts'

// What a person may say of a duty: why it was not done, or that it was done elsewhere.

/** Why no reason can be given for the duty; null where one can. */
export const whyNotExcused = (duty: Duty | undefined): Refusal | null => {
  if (!duty || duty.state === 'not-owed')
    return refuse('not-found', '这一期没有这件应做的事，不需要说明。请从年历上重新选择。', {
      field: 'periodFrom',
    })
  const blocked: Partial<Record<Duty['state'], string>> = {
    done: '这一期已经完成，不需要说明。',
    late: '这一期已经完成（补记），不需要说明。',
    'not-yet': `这一期从 ${duty.from} 开始，到时再说明。`,
    excused: '这一期已经说明过。如要改写，请先撤回原来的说明。',
  }
  const message = blocked[duty.state]
  return message ? refuse('conflict', message) : null
}

/** These are recorded as meetings, with agenda and attendance; a mere statement of them would be less than a record. */
const RECORDED = new Set(['general-meeting', 'committee-meeting', 'group-meeting', 'lecture', 'theme-day'])

type Statement = {
  personIds: readonly string[]
  heldOn: string
  amount: number | null
  today: string
}

/** Why the duty cannot be stated as done; null where it can. */
export const whyNotStated = (
  rule: OwedRule | undefined,
  { personIds, heldOn, amount, today }: Statement,
): Refusal | null => {
  if (!rule) return refuse('not-found', `在 ${heldOn} 没有这条规则。请从年历上重新选择。`, { field: 'rule' })
  const place = rule.by.map((kind) => PLACES[kind]).find((each) => each !== undefined)
  if (place)
    return refuse('invalid', `「${rule.title}」有自己的记录。请从年历上点「${place.act}」。`, {
      field: 'rule',
    })
  if (rule.by.some((kind) => RECORDED.has(kind)))
    return refuse('invalid', `「${rule.title}」由会议记录证明。请在「组织生活」里记录这次会议。`, {
      field: 'rule',
    })
  if (heldOn > today)
    return refuse('invalid', `${heldOn} 在今天之后。请在办理之后再登记。`, { field: 'heldOn' })
  if (isOfPeople(rule) !== personIds.length > 0)
    return isOfPeople(rule)
      ? refuse('invalid', `「${rule.title}」按人计。请选择是哪些人。`, { field: 'personIds' })
      : refuse('invalid', `「${rule.title}」是组织的事，不按人计。请不要选择人员。`, { field: 'personIds' })
  if (rule.least && amount === null)
    return refuse('invalid', `「${rule.title}」按${rule.least.unit}计。请填写这次的${rule.least.unit}数。`, {
      field: 'amount',
    })
  return null
}

/** Why it is not theirs to have done: the unit, or someone named, never owed it; null where all of them did. */
export const whyNotTheirs = (
  { id, title }: OwedRule,
  unit: { id: string; name: string },
  personIds: readonly string[],
  duties: readonly Duty[],
): Refusal | null => {
  const owing = duties.filter(
    ({ rule, unitId, state }) => rule === id && unitId === unit.id && state !== 'not-owed',
  )
  if (owing.length === 0)
    return refuse('invalid', `「${unit.name}」近两年不承担「${title}」。请从年历上重新选择。`, {
      field: 'rule',
    })
  const people = new Set(owing.map(({ personId }) => personId))
  return personIds.every((person) => people.has(person))
    ? null
    : refuse('invalid', `所选的人里有人在「${unit.name}」不承担「${title}」。请重新选择。`, {
        field: 'personIds',
      })
}

const PEOPLE = new Set(['member', 'secretary', 'committee-member', 'new-secretary'])

export const isOfPeople = (rule: OwedRule): boolean => PEOPLE.has(rule.owes)
