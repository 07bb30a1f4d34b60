import { useQuery } from '@tanstack/react-query'
import { TERMS } from '../glossary.ts'
import { serverToday } from '../http/call.ts'
import { isDay } from '../kernel/day.ts'
import { membersQuery } from './asking.ts'

/** Those on the roster of a unit that day, as pickers offer them. */
export const usePeople = (unit: string, on: string) =>
  (useQuery(membersQuery(unit, isDay(on) ? on : serverToday().toString())).data?.members ?? []).map(
    ({ id, name, initials, groupName, posts }) => ({
      id,
      name,
      initials,
      ...(groupName ? { group: groupName } : {}),
      ...(posts.length > 0 ? { note: posts.map(({ post }) => TERMS[post]).join('、') } : {}),
    }),
  )
