import { useQuery } from '@tanstack/react-query'
import { TERMS } from '../glossary.ts'
import type { Post } from '../kernel/access.ts'
import type { Permit } from '../ui/Act.tsx'
import { useHere } from '../ui/here.ts'
import { cadresQuery } from './asking.ts'
import { makePoint } from './contact-contract.ts'

/** The organ's cadres as pickers offer them. */
export const useCadres = () =>
  (useQuery(cadresQuery).data?.cadres ?? []).map(({ id, name, initials, unitName, posts }) => ({
    id,
    name,
    initials: initials ?? '',
    ...(unitName ? { group: unitName } : {}),
    ...(posts.length > 0 ? { note: posts.map((post) => TERMS[post as Post] ?? '').join('、') } : {}),
  }))

/** Whether she holds a right in any unit: contact points and visits are the organ's. */
export const useAnywhere = (asks: string): boolean => {
  const { may, units } = useHere()
  return units.some(({ path }) => may(asks, path))
}

/** Who arranges contact points, in words, where she may not. */
export const useArranging = (): Permit =>
  useAnywhere(makePoint.asks)
    ? { may: true }
    : { may: false, reason: '由书记、副书记、组织委员或妇联分管领导安排' }
