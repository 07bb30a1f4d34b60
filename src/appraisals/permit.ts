import type { Appraisal } from './contract.ts'

/** Whether its reader leads the round; closed or not. */
export const leadPermit = ({ permits }: Pick<Appraisal, 'permits'>) =>
  permits.lead ? ({ may: true } as const) : ({ may: false, reason: '由书记、副书记或组织委员办理' } as const)

/** Whether its reader may change what a closed round holds fast. */
export const openPermit = (round: Pick<Appraisal, 'permits' | 'closedOn'>) =>
  round.closedOn === null
    ? leadPermit(round)
    : ({ may: false, reason: '已办结；要改，先在「告知本人」一步更正' } as const)
