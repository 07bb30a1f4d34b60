const collator = new Intl.Collator('zh-u-co-stroke')

/**
 * Order of names by strokes (姓氏笔画), as ballots and lists of candidates demand: 丁 before 王 before 曾. Characters of one
 * number of strokes stand in the order of their radicals, not of their first stroke (横竖撇点折), which no collation knows.
 */
export const compareByStrokes = (one: string, other: string): number => collator.compare(one, other)

/** A new list ordered by the strokes of each element's name; equal names keep their order. */
export const byStrokes = <T extends { name: string }>(named: readonly T[]): T[] =>
  named.toSorted((one, other) => collator.compare(one.name, other.name))
