import { queryOptions } from '@tanstack/react-query'
import { readSession, type Session } from '../access/contract.ts'
import { call } from '../http/call.ts'
import { may, mayAnywhere, PERMISSIONS, type Permission } from '../kernel/access.ts'
import { listUnits, type Unit } from '../organs/contract.ts'
import type { Here } from '../ui/here.ts'

export type SignedIn = NonNullable<Session['signedIn']>

/** Who is here and what her posts let her do: decides between set-up, sign-in and the frame. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => call(readSession, {}),
  staleTime: 60_000,
})

/** The units as they stand today, of which the person sees those her posts reach. */
export const unitsQuery = queryOptions({
  queryKey: ['units'],
  queryFn: () => call(listUnits, {}),
  staleTime: 60_000,
})

/** Whether any post of the person gives the permission somewhere: enough to show a way in. */
export const allows = ({ grants }: SignedIn, permission: Permission): boolean =>
  mayAnywhere(grants, permission)

/** Where the person stands, with the unit she chose or else the one of her chief post; undefined if she has none. */
export const hereOf = (
  session: SignedIn,
  all: readonly Unit[],
  chosen: string | undefined,
): Here | undefined => {
  const units = all.toSorted((one, other) => (one.path < other.path ? -1 : 1))
  const unit =
    units.find(({ id }) => id === chosen) ?? units.find(({ id }) => id === session.homeUnitId) ?? units[0]
  return (
    unit && {
      person: session.person,
      organ: session.organ,
      unit,
      units,
      may: (asks, path) =>
        asks === 'signed-in' ||
        asks === 'open' ||
        (asks in PERMISSIONS && may(session.grants, asks as Permission, path)),
    }
  )
}
