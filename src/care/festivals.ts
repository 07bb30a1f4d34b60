import { type Day, day } from '../kernel/day.ts'

/** The first day of the lunar year, as the almanac has it. A table, since a calendar library may change under us. */
export const SPRING_FESTIVAL: Readonly<Record<number, string>> = {
  2026: '2026-02-17',
  2027: '2027-02-06',
  2028: '2028-01-26',
  2029: '2029-02-13',
  2030: '2030-02-03',
  2031: '2031-01-23',
  2032: '2032-02-11',
  2033: '2033-01-31',
  2034: '2034-02-19',
  2035: '2035-02-08',
}

/** The last year of which the table tells. */
export const TOLD_UNTIL = Math.max(...Object.keys(SPRING_FESTIVAL).map(Number))

/** `isTold` is false where the table has ended: then the day is the earliest on which the festival can fall. */
export type Festival = {
  occasion: 'july-first' | 'spring-festival'
  on: string
  year: number
  isTold: boolean
}

const festivalsOf = (year: number): Festival[] => {
  const told = SPRING_FESTIVAL[year]
  const spring = told ?? (year > TOLD_UNTIL ? `${year}-01-21` : null)
  return [
    ...(spring
      ? [{ occasion: 'spring-festival' as const, on: spring, year, isTold: told !== undefined }]
      : []),
    { occasion: 'july-first', on: `${year}-07-01`, year, isTold: true },
  ]
}

/** The festival between the two days, before which a branch visits (党内关怀帮扶办法); null where none is near. */
export const festivalWithin = (from: Day, until: Day): Festival | null =>
  [...new Set([from.year, until.year])]
    .flatMap(festivalsOf)
    .find(({ on }) => Temporal.PlainDate.compare(day(on), from) >= 0 && on <= until.toString()) ?? null
