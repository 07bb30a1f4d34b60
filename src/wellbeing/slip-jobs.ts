import { randomInt } from 'node:crypto'
import type { Acting } from '../database/acting.ts'
import type { Sealed } from '../database/sealed.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { readCode } from './code.ts'
import { surveys } from './read.ts'
import * as store from './round-store.ts'
import { strangeIn } from './survey.ts'
import { withAnswer } from './urn.ts'

export const urnPlace = (round: string) => `survey_urn ${round} content`
export const wordsPlace = (round: string) => `survey_round ${round} content`

/** A keyed digest: with the database alone nobody finds out a code by trying. */
export const digestOf = (sealed: Sealed, code: string): Buffer =>
  Buffer.from(sealed.fingerprint(code, 'survey slip'), 'hex')

export const wrongCode = (): Refusal =>
  refuse('not-found', '没有查到这个编号。请对照发放条再输一次，不分大小写。', { field: 'code' })

type Behind = store.BehindSlip & { digest: Buffer }

/** The slip that a typed code stands for; the same refusal for whatever is wrong with the code itself. */
export const slipBehind = async (
  database: Parameters<typeof store.behindSlip>[0],
  sealed: Sealed,
  typed: string,
  today: string,
): Promise<Behind | Refusal> => {
  const digest = digestOf(sealed, readCode(typed) ?? '')
  const slip = await store.behindSlip(database, digest)
  if (!slip || !surveys.has(slip.survey)) return wrongCode()
  if (slip.used)
    return refuse('conflict', '这张发放条已经用过。每张限填一次，交了就不能改。', { field: 'code' })
  if (slip.closedOn !== null || today > slip.untilOn)
    return refuse('conflict', `这次调查已在 ${slip.closedOn ?? slip.untilOn} 截止，谢谢您。`, {
      field: 'code',
    })
  if (today < slip.fromOn)
    return refuse('conflict', `这次调查从 ${slip.fromOn} 开始，请到时再填。`, { field: 'code' })
  return { ...slip, digest }
}

type Answers = { answers: readonly { question: string; choice: string }[]; words: string }

/** Marks the slip as used and puts the answer into the urn: two writes that nothing joins. */
export const answerWith = async (
  { tx, sealed }: { tx: Acting; sealed: Sealed },
  slip: Behind,
  { answers, words }: Answers,
): Promise<{ taken: true } | Refusal> => {
  const survey = surveys.get(slip.survey)!
  const chosen = Object.fromEntries(answers.map(({ question, choice }) => [question, choice]))
  const named = Object.fromEntries(answers.map(({ question, choice }) => [question, [choice]]))
  if (strangeIn(survey, named) !== undefined || Object.keys(chosen).length !== answers.length)
    return refuse('invalid', '提交的题目和问卷不一致。请刷新后重填。', { field: 'answers' })
  if (answers.length === 0 && words === '')
    return refuse('invalid', '还没有选任何一题。至少选一题再提交；不想填可以直接关闭。', { field: 'answers' })
  if (!(await store.markUsed(tx, slip.digest)))
    return refuse('conflict', '这张发放条已经用过。每张限填一次，交了就不能改。', { field: 'code' })
  const content = await store.takeUrn(tx, slip.roundId)
  const urn =
    content &&
    withAnswer(sealed.reveal(content, urnPlace(slip.roundId)), chosen, words, (below) => randomInt(below))
  if (!urn) return wrongCode()
  await store.putUrnBack(tx, slip.roundId, sealed.conceal(urn, urnPlace(slip.roundId)))
  return { taken: true }
}
