import type { Circled } from './contract.ts'
import { noteOf } from './matrix.ts'

/** People as pickers offer them: see src/ui/choosing.ts. */
export const choicesOf = (people: readonly Circled[]) =>
  people.map((person) => ({
    id: person.id,
    name: person.name,
    initials: person.initials,
    ...(person.groupName ? { group: person.groupName } : {}),
    ...(noteOf(person) ? { note: noteOf(person) } : {}),
  }))
