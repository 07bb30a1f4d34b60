import { TERMS } from '../glossary.ts'
import type { Post } from '../kernel/access.ts'

/** A post as one says it after its unit: 第一党小组组长, not 第一党小组党小组长. */
export const postName = (unitName: string, post: Post): string =>
  post === 'group-leader' && unitName.endsWith('党小组') ? '组长' : TERMS[post]
