import { TERMS } from '../glossary.ts'
import { StateMark } from '../ui/StateMark.tsx'
import type { Stage } from './contract.ts'

const SHAPE = {
  planned: 'not-yet',
  draft: 'due',
  recorded: 'done',
  noted: 'done',
  cancelled: 'excused',
} as const

/** Where a meeting stands: shape and word, late as late. */
export const StageMark = ({ stage, late }: { stage: Stage; late: boolean }) => {
  const isLate = late && (stage === 'recorded' || stage === 'noted')
  return (
    <StateMark
      state={isLate ? 'late' : SHAPE[stage]}
      word={isLate ? `${TERMS[stage]} · 会后补录` : TERMS[stage]}
    />
  )
}
