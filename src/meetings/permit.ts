import type { Act, Meeting } from './contract.ts'

/** The server's word on an act, as buttons take it. */
export const permitIn = ({ permits }: Pick<Meeting, 'permits'>, act: Act) => {
  const { may, reason } = permits[act]
  return may ? ({ may: true } as const) : ({ may: false, reason: reason ?? '' } as const)
}
