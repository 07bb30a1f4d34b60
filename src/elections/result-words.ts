import { z } from 'zod'
import { GAP } from '../documents/wording.ts'
import type { Round } from './gathering.ts'

// A closed ballot keeps the answer of the pure count as it stood; what is read out and projected is drawn from it.

const Kept = z.object({
  election: z.enum(['valid', 'void', 'not-quorate']),
  needed: z.number(),
  elected: z.array(z.string()),
  runoff: z
    .object({ seats: z.number(), among: z.array(z.string()), why: z.enum(['tie', 'shortfall']) })
    .nullable(),
  because: z.array(z.object({ rule: z.string(), citation: z.string(), words: z.string() })),
})

export type Declared = {
  election: 'valid' | 'void' | 'not-quorate'
  needed: number
  /** In the order of the count: by strokes, or as approved above. */
  elected: string[]
  again: string[]
  why: 'tie' | 'shortfall' | null
  /** The clause of the majority, or of what made it void. */
  citation: string | null
  words: string | null
}

/** What a closed ballot declares; null while it is open. The count may know people by a key: they are told by name. */
export const declaredOf = ({ outcome, names }: Pick<Round, 'outcome' | 'names'>): Declared | null => {
  const kept = Kept.safeParse(outcome)
  if (!kept.success) return null
  const nameOf = (key: string) =>
    names.find((each) => each.id === key || each.personId === key || each.candidateId === key)?.name ?? key
  const { election, needed, elected, runoff, because } = kept.data
  const deciding = because.find(({ rule }) =>
    rule.endsWith(election === 'valid' ? '.majority' : DECIDES[election]),
  )
  return {
    election,
    needed,
    elected: elected.map(nameOf),
    again: runoff?.among.map(nameOf) ?? [],
    why: runoff?.why ?? null,
    citation: deciding?.citation ?? null,
    words: election === 'valid' ? null : (deciding?.words ?? null),
  }
}

const DECIDES = { void: '.validity', 'not-quorate': '.quorum' } as const

/** What is read out after the count. */
export const resultWords = (round: Round): string[] => {
  const told = declaredOf(round)
  const { issued, returned, void: voided } = round
  const sheets = `发出选票 ${issued ?? GAP} 张，收回 ${returned ?? GAP} 张，作废 ${voided ?? GAP} 张。`
  if (told === null) return [sheets, '计票后宣布每人得票。']
  if (told.election !== 'valid') return [sheets, told.words ?? '本次选举无效，重新进行。']
  const votes = round.names.map(
    ({ name, writtenIn, approve, oppose, abstain }) =>
      `${name}${writtenIn ? '（另选）' : ''}：赞成 ${approve ?? GAP} 票${writtenIn ? '' : `，反对 ${oppose ?? GAP} 票，弃权 ${abstain ?? GAP} 票`}。`,
  )
  const elected =
    told.elected.length > 0
      ? `赞成票超过实到会有选举权人数的半数，至少 ${told.needed} 票方可当选。当选的有 ${told.elected.length} 人：${told.elected.join('、')}。`
      : `赞成票至少 ${told.needed} 票方可当选，没有人当选。`
  return [sheets, ...votes, elected, ...againWords(told)]
}

const againWords = ({ why, again }: Declared): string[] => {
  if (why === 'tie') return [`${again.join('、')}得票相等，不能确定谁当选，就他们再次投票。`]
  return why === 'shortfall' ? ['当选人数少于应选人数，由大会决定另行选举或减少名额。'] : []
}
