import { AUDIENCE_NAMES, type Audience } from './kinds.ts'

/** For whom, in words: 全体党员, 第二党小组, or the names where they are few. */
export const whomWords = (
  of: { audience: Audience; groupName: string | null; people?: readonly { name: string }[] },
  unitKind: string,
): string => {
  if (of.audience === 'all' && unitKind === 'group') return '全组党员'
  if (of.audience === 'group') return of.groupName ?? AUDIENCE_NAMES.group
  if (of.audience !== 'named' || !of.people || of.people.length === 0) return AUDIENCE_NAMES[of.audience]
  const names = of.people.map(({ name }) => name)
  return names.length > 6 ? `${names.slice(0, 6).join('、')}等${names.length}人` : names.join('、')
}

/** One day, or from when to when: 2026-07-15 至 07-17. */
export const spanWords = (heldOn: string, untilOn: string | null): string => {
  if (untilOn === null || untilOn === heldOn) return heldOn
  return `${heldOn} 至 ${untilOn.slice(0, 4) === heldOn.slice(0, 4) ? untilOn.slice(5) : untilOn}`
}
