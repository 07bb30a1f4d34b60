import { RIGHTS_POSTS } from '../kernel/access.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import type { Matter } from './matter.ts'
import { BASIS_NAMES, type Basis, GIVES_NAMES, type Gives } from './referrals.ts'

/** Somebody of the organ, with her posts. */
export type Cadre = { id: string; name: string; posts: readonly string[] }

/** Who may own or help with a matter at all: nobody who stepped back from it; of a sensitive one only who is let in. */
export const isFit = (
  matter: Pick<Matter, 'sensitive' | 'knowers'>,
  who: Cadre | undefined,
  recused: ReadonlySet<string>,
): Refusal | Cadre => {
  if (!who) return refuse('invalid', '机关干部中没有这个人。请从名单中选择。', { field: 'personId' })
  if (recused.has(who.id))
    return refuse('conflict', `${who.name}已经回避这件需求，不能再承办或协办。请另选一人。`, {
      field: 'personId',
    })
  const knows = matter.knowers.some(({ personId, until }) => personId === who.id && until === null)
  if (matter.sensitive && !knows)
    return refuse(
      'conflict',
      `这件需求已封存，${who.name}不在知悉范围内。请先在「知悉范围」里准许知悉，再交给${who.name}。`,
      { field: 'personId' },
    )
  return who
}

/** Who may own it: somebody at the desk. Oneself is taken by whoever handles there; others by the owner or who leads the desk. */
export const mayOwn = (
  matter: Pick<Matter, 'ownerId' | 'ownerName'>,
  who: Cadre,
  by: { person: string; handles: boolean; leads: boolean },
): Refusal | null => {
  if (matter.ownerId === who.id) return refuse('conflict', `${who.name}已经是承办人。`, { field: 'personId' })
  if (!who.posts.some((post) => (RIGHTS_POSTS as readonly string[]).includes(post)))
    return refuse('invalid', `${who.name}不在接待部门任职，不能承办。可以请${who.name}协办。`, {
      field: 'personId',
    })
  if (by.leads || matter.ownerId === by.person || (who.id === by.person && by.handles)) return null
  return refuse('not-permitted', '把需求交给别人，由承办人自己移交，或由维权部门负责人、分管领导指派。')
}

/** What a step says of a referral: to whom, what was asked, and what of her was given away on which ground (PIPL art. 23, 55). */
export const referralWords = (referral: {
  office: string
  asks: string
  gives: readonly Gives[]
  basis: Basis
}): string => {
  const gives = referral.gives.map((each) => GIVES_NAMES[each]).join('、')
  const given = gives === '' ? '未提供本人信息' : `提供：${gives}（${BASIS_NAMES[referral.basis]}）`
  return `${referral.office}：${referral.asks}。${given}。`.replaceAll('。。', '。')
}
