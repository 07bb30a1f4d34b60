import { day } from '../kernel/day.ts'
import { type Choices, settledOn } from '../rules/standing.ts'

const YEARS: Readonly<Record<string, number>> = { 'ten-years': 10, 'thirty-years': 30 }

/**
 * Until when a closed matter is kept, counted from the end of the year in which it was closed; null for ever. How long is the
 * organ's to choose with its archivists.
 */
export const keptUntil = (closedOn: string, choices: Choices, today: string): string | null => {
  const years = YEARS[settledOn(choices, today)['request.retention'] ?? 'ten-years']
  return years === undefined ? null : `${day(closedOn).year + years}-12-31`
}
