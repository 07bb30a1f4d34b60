import { type Matter, NEVER } from './matter.ts'

/** The nearest day that something about the matter is due. */
export const dueAfter = ({ dueOn, referrals }: Pick<Matter, 'dueOn' | 'referrals'>): string =>
  [
    dueOn,
    ...referrals.flatMap(({ state, dueOn: by }) =>
      (state === 'sent' || state === 'accepted') && by ? by : [],
    ),
  ].toSorted()[0] ?? NEVER
