import type { PersonChoice } from '../ui/choosing.ts'
import type { Circled } from './contract.ts'
import { noteOf } from './matrix.ts'

/** People as pickers offer them. */
export const choicesOf = (people: readonly Circled[]): PersonChoice[] =>
  people.map((person) => ({
    id: person.id,
    name: person.name,
    initials: person.initials,
    ...(person.groupName ? { group: person.groupName } : {}),
    ...(noteOf(person) ? { note: noteOf(person) } : {}),
  }))
