/** A person as a picker offers her; `initials` are the pinyin initials, given by the server with the roster. */
export type PersonChoice = {
  id: string
  name: string
  initials: string
  group?: string
  /** Tells people of one name apart: a post, a unit. */
  note?: string
}

/**
 * Those whose name holds the text, whose initials begin with it, or whose group's name holds it, in the order given.
 * An empty text finds all.
 */
export const findPeople = (people: readonly PersonChoice[], text: string): PersonChoice[] => {
  const wanted = text.trim().toLowerCase()
  return people.filter(
    ({ name, initials, group }) =>
      name.includes(wanted) ||
      initials.toLowerCase().startsWith(wanted) ||
      (wanted !== '' && group?.includes(wanted)),
  )
}

/** Whole groups that the text names, to be taken together. */
export const findGroups = (
  people: readonly PersonChoice[],
  text: string,
): { name: string; ids: string[] }[] => {
  const names = [...new Set(people.flatMap(({ group }) => group ?? []))]
  return names
    .filter((name) => name.includes(text.trim()))
    .map((name) => ({ name, ids: people.filter(({ group }) => group === name).map(({ id }) => id) }))
}
