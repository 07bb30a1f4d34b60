import { settledOf } from '../organs/store.ts'
import { book } from '../rules/book.ts'
import { settledOn } from '../rules/standing.ts'

type Tx = Parameters<typeof settledOf>[0]

const KEY = 'wellbeing.threshold'

/** From how many people on the organ shows a figure. */
export const thresholdOn = async (tx: Tx, today: { toString: () => string }): Promise<number> => {
  const chosen = settledOn(await settledOf(tx), today.toString())[KEY]
  return Number(chosen ?? book.parameters.find(({ key }) => key === KEY)?.default)
}
