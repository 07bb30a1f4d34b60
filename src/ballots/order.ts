import { compareByStrokes } from '../kernel/strokes.ts'

/** Order of names by strokes; where the collation sees no difference, by their characters, so that it never hangs on chance. */
export const compareNames = (one: string, other: string): number =>
  compareByStrokes(one, other) || byCharacters(one, other)

const byCharacters = (one: string, other: string): number => {
  if (one === other) return 0
  return one < other ? -1 : 1
}
