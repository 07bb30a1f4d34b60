import { queryOptions, useQuery } from '@tanstack/react-query'
import { TERMS } from '../glossary.ts'
import { call } from '../http/call.ts'
import { POSTS, type Post, RIGHTS_POSTS } from '../kernel/access.ts'
import type { PersonChoice } from '../ui/choosing.ts'
import { listCadres } from './contract.ts'

const cadresQuery = queryOptions({ queryKey: ['cadres'], queryFn: () => call(listCadres, {}) })

const isPost = (post: string): post is Post => (POSTS as readonly string[]).includes(post)
const isAtDesk = (posts: readonly string[]): boolean =>
  posts.some((post) => (RIGHTS_POSTS as readonly string[]).includes(post))

/** Colleagues to choose from: of the whole organ, or only those who hold a post at the desk. */
export const useColleagues = (where: 'organ' | 'desk'): PersonChoice[] => {
  const { data } = useQuery(cadresQuery)
  return (data?.cadres ?? [])
    .filter(({ posts }) => where === 'organ' || isAtDesk(posts))
    .map(({ id, name, initials, unitName, posts }) => ({
      id,
      name,
      initials: initials ?? '',
      group: unitName ?? '',
      note: posts
        .filter(isPost)
        .map((post) => TERMS[post])
        .join('、'),
    }))
}
