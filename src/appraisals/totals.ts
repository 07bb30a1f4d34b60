import { type Refusal, refuse } from '../kernel/outcome.ts'
import { FEW, TOO_FEW } from './kinds.ts'

/** The votes a person got, one number for each choice. */
export type Counts = {
  excellent: number
  qualified: number
  basicallyQualified: number
  unqualified: number
  abstained: number
}

/** What is typed of a person's votes; all others are 合格. */
export type Deviations = Omit<Counts, 'qualified'>

export type Sheets = { issued: number; returned: number; valid: number }

/** The whole of a person's votes: whoever of the valid sheets says nothing else says 合格. Negative where too much was typed. */
export const completed = (valid: number, typed: Deviations): Counts => {
  const { excellent, basicallyQualified, unqualified, abstained } = typed
  return {
    excellent,
    qualified: valid - excellent - basicallyQualified - unqualified - abstained,
    basicallyQualified,
    unqualified,
    abstained,
  }
}

/** What is wrong with the numbers of sheets. */
export const sheetsFault = ({ issued, returned, valid }: Sheets, voters: number): Refusal | null => {
  if (issued > voters)
    return refuse('invalid', `发出 ${issued} 张，多于应投票的 ${voters} 人。请核对发出的张数。`, {
      field: 'issued',
    })
  if (returned > issued)
    return refuse('invalid', `收回 ${returned} 张，多于发出的 ${issued} 张。请核对，多出的票整次无效。`, {
      field: 'returned',
    })
  return valid > returned
    ? refuse('invalid', `有效票 ${valid} 张，多于收回的 ${returned} 张。请核对。`, { field: 'valid' })
    : null
}

/** How much of the figures can be kept without telling who chose what. */
export const detailOf = (valid: number): 'each' | 'total' | 'none' => {
  if (valid >= FEW) return 'each'
  return valid >= TOO_FEW ? 'total' : 'none'
}

/** All persons' votes added up. */
export const summed = (counts: readonly Counts[]): Counts =>
  counts.reduce(
    (sum, each) => ({
      excellent: sum.excellent + each.excellent,
      qualified: sum.qualified + each.qualified,
      basicallyQualified: sum.basicallyQualified + each.basicallyQualified,
      unqualified: sum.unqualified + each.unqualified,
      abstained: sum.abstained + each.abstained,
    }),
    NONE,
  )

const NONE: Counts = { excellent: 0, qualified: 0, basicallyQualified: 0, unqualified: 0, abstained: 0 }
