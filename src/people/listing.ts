import type { Post } from '../access/access.ts'
import { TERMS } from '../glossary.ts'
import type { Member } from './contract.ts'

/** A stretch of the roster under one heading: a branch, or a group in it. */
export type Stretch = { key: string; unitId: string; group: string | null; members: Member[] }

/** The list as it came, parted by branch and group; branches in the order of `unitIds`, groups by the number in their names. */
export const stretchesOf = (members: readonly Member[], unitIds: readonly string[]): Stretch[] => {
  const stretches = new Map<string, Stretch>()
  for (const member of members) {
    const key = member.groupId ?? member.unitId
    const known = stretches.get(key)
    if (known) known.members.push(member)
    else stretches.set(key, { key, unitId: member.unitId, group: member.groupName, members: [member] })
  }
  const place = ({ unitId }: Stretch): number => unitIds.indexOf(unitId)
  return [...stretches.values()].sort(
    (one, other) => place(one) - place(other) || numberIn(one.group) - numberIn(other.group),
  )
}

const DIGITS = '零一二三四五六七八九'

/** Which one a group is: 第十二党小组 → 12, 3组 → 3; without a number last, and who is in no group before all. */
export const numberIn = (name: string | null): number => {
  if (name === null) return 0
  const written = /\d+/.exec(name)?.[0]
  if (written) return Number(written)
  const [, tens, ten, ones] = /([二三四五六七八九])?(十)?([一二三四五六七八九])?/.exec(
    name.slice(Math.max(0, name.search(/[一二三四五六七八九十]/))),
  ) ?? [undefined, undefined, undefined, undefined]
  const number = ten
    ? (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0)
    : DIGITS.indexOf(tens ?? ones ?? '')
  return number > 0 ? number : Number.POSITIVE_INFINITY
}

/** Posts in words, the chief one first; empty where there is none but membership itself. */
export const sayPosts = (posts: readonly Post[]): string =>
  posts
    .filter((post) => post !== 'member')
    .map((post) => TERMS[post])
    .join('、')
