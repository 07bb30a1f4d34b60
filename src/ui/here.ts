import { createContext, use } from 'react'

/** A unit whose affairs pages show. `path` decides rights. */
export type HereUnit = { id: string; name: string; kind: string; path: string; parentId: string | null }

/** Where the person stands: who she is, the unit she has chosen, and what she may do. The frame knows; pages ask. */
export type Here = {
  person: { id: string; name: string }
  organ: { id: string; name: string }
  /** The chosen unit. */
  unit: HereUnit
  /** Every unit she may see, parents first. */
  units: readonly HereUnit[]
  /** Whether she holds the right an endpoint `asks` for in the unit at `path`: `may(excuseDuty.asks, unit.path)`. */
  may: (asks: string, path: string) => boolean
}

export const HereContext = createContext<Here | undefined>(undefined)

export const useHere = (): Here => {
  const here = use(HereContext)
  if (!here) throw new Error('a page stands outside the frame')
  return here
}
