import type { Unit } from './contract.ts'

export type Branch = { unit: Unit; below: Branch[] }

/** The units of one day as a tree, by that day's parents; the units come in the order of their paths, by number; a unit whose parent is not among them stands on top. */
export const treeOf = (units: readonly Unit[]): Branch[] => {
  const known = new Set(units.map(({ id }) => id))
  const children = Map.groupBy(units, ({ parentId }) =>
    parentId !== null && known.has(parentId) ? parentId : '',
  )
  const below = (id: string): Branch[] =>
    (children.get(id) ?? []).map((unit) => ({ unit, below: below(unit.id) }))
  return below('')
}

/** The kinds that may be made under a unit, with the words for them. */
export const BELOW: Partial<Record<Unit['kind'], readonly Unit['kind'][]>> = {
  'committee-unit': ['general-branch', 'branch'],
  'general-branch': ['branch'],
  branch: ['group'],
  'federation-city': ['federation-district', 'women-committee'],
  'federation-district': ['federation-town', 'women-committee'],
  'federation-town': ['federation-village'],
  union: ['union'],
}
