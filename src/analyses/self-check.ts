import type { OutlineItem } from './outline-contract.ts'
import type { Found, SelfCheckItem } from './self-check-contract.ts'

/** What is sealed of a year's self-check. */
export type Answers = {
  version: number
  items: readonly { item: string; found: Found | null; note: string }[]
}

/** The present list with what she answered, then what she answered to items of a former list. */
export const itemsShown = (asks: readonly OutlineItem[], answered: Answers['items']): SelfCheckItem[] => {
  const answerTo = (text: string) => answered.find(({ item }) => item === text)
  const left = answered.filter(
    ({ item, found, note }) => (found !== null || note !== '') && !asks.some(({ text }) => text === item),
  )
  return [
    ...asks.map(({ text, source }) => ({
      item: text,
      source,
      found: answerTo(text)?.found ?? null,
      note: answerTo(text)?.note ?? '',
      asked: true,
    })),
    ...left.map((answer) => ({ ...answer, source: null, asked: false })),
  ]
}
