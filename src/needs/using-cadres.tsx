import { useQuery } from '@tanstack/react-query'
import { call } from '../http/call.ts'
import type { PersonChoice } from '../ui/choosing.ts'
import { listCadres } from './contract.ts'

/** The organ's cadres for picking one, without those named. */
export const useCadres = (without: readonly string[]): PersonChoice[] => {
  const { data } = useQuery({ queryKey: ['cadres'], queryFn: () => call(listCadres, {}) })
  return (data?.cadres ?? [])
    .filter(({ id }) => !without.includes(id))
    .map(({ id, name, initials }) => ({ id, name, initials: initials ?? '' }))
}
