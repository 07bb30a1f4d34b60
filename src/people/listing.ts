import { TERMS } from '../glossary.ts'
import { POSTS } from '../kernel/access.ts'
import type { Member } from './contract.ts'

/** A stretch of the roster under one heading: a branch, or a group in it. */
export type Stretch = { key: string; unitId: string; group: string | null; members: Member[] }

/** The list parted by branch and group, in the order it came: of the units' paths, who is in no group first. */
export const stretchesOf = (members: readonly Member[]): Stretch[] => {
  const stretches = new Map<string, Stretch>()
  for (const member of members) {
    const key = member.groupId ?? member.unitId
    const known = stretches.get(key)
    if (known) known.members.push(member)
    else stretches.set(key, { key, unitId: member.unitId, group: member.groupName, members: [member] })
  }
  return [...stretches.values()]
}

type Units = readonly { id: string; name: string }[]

/** Posts in words, the chief one first: those of her own branch and group, then those held elsewhere, led by their unit's name. */
export const sayPosts = (
  { posts, unitId, groupId }: Pick<Member, 'posts' | 'unitId' | 'groupId'>,
  units: Units,
): string => {
  const byUnit = Map.groupBy(
    posts.toSorted((one, other) => POSTS.indexOf(one.post) - POSTS.indexOf(other.post)),
    ({ unitId: at }) =>
      at === unitId || at === groupId ? '' : (units.find(({ id }) => id === at)?.name ?? '其他组织'),
  )
  return [...byUnit]
    .toSorted(([one], [other]) => Number(one !== '') - Number(other !== ''))
    .map(([unit, held]) => `${unit}${held.map(({ post }) => TERMS[post]).join('、')}`)
    .join('，')
}
