import { randomBytes } from 'node:crypto'
import type { Acting } from '../database/acting.ts'
import type { Sealed } from '../database/sealed.ts'
import { type Route, route } from '../http/serve.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { nameOf } from '../people/names-store.ts'
import { thresholdOn } from './asking-jobs.ts'
import { codeOf } from './code.ts'
import { surveys } from './read.ts'
import { lineOf, surveyOf } from './round-jobs.ts'
import * as store from './round-store.ts'
import { digestOf, urnPlace, wordsPlace } from './slip-jobs.ts'
import { added, emptyTally, type Survey, strangeIn, type Tally } from './survey.ts'
import * as contract from './survey-contract.ts'
import { counted, emptyUrn } from './urn.ts'

export const noRound = (): Refusal =>
  refuse('not-found', '没有这次调查，或不由您查看。请从自愿调查的列表打开。', { field: 'round' })

const stale = (): Refusal => refuse('stale', '这次调查刚被别人改过。请刷新后再办。', { field: 'version' })

const list = route(contract.listSurveys, async ({ tx, today }) => {
  const threshold = await thresholdOn(tx, today)
  return {
    surveys: [...surveys].map(([id, survey]) => ({ id, ...survey })),
    rounds: (await store.roundsOf(tx)).map((round) => lineOf(round, threshold)),
  }
})

const open = route(contract.openRound, async ({ tx, actor, today, sealed, body }) => {
  const survey = surveys.get(body.survey)
  if (!survey) return refuse('invalid', '没有这份问卷。请从列表中选择。', { field: 'survey' })
  if (body.slips + body.sheets === 0)
    return refuse('invalid', '发放条和纸质问卷至少要有一种。请填发出多少份。', { field: 'slips' })
  if (body.untilOn < body.fromOn || body.untilOn < today.toString())
    return refuse('invalid', `「截止日期」${body.untilOn} 须在开始日期和今天之后。`, { field: 'untilOn' })
  const id = crypto.randomUUID()
  const codes = [...new Set(Array.from({ length: body.slips }, () => codeOf(randomBytes(10))))]
  const openedByName = (await nameOf(tx, actor.person)) ?? ''
  const urn = sealed.conceal(emptyUrn(survey, codes.length), urnPlace(id))
  const digests = codes.map((code) => digestOf(sealed, code))
  await store.insertRound(tx, { id, ...body, slips: codes.length, openedByName }, digests, urn)
  return { id, codes }
})

const read = route(contract.readRound, async ({ tx, today, sealed, params }) => {
  const round = await store.roundOf(tx, params.round)
  if (!round) return noRound()
  const threshold = await thresholdOn(tx, today)
  const line = lineOf(round, threshold)
  const { slips, sheets, openedByName, version } = round
  const isEnough = line.answered !== null && round.content !== null
  const words = isEnough
    ? (JSON.parse(sealed.reveal(round.content!, wordsPlace(round.id))) as string[])
    : null
  return {
    ...line,
    definition: surveyOf(round.survey),
    slips,
    sheets,
    openedByName,
    words,
    threshold,
    version,
  }
})

type Sheets = { sheets: number; counts: readonly { question: string; choice: string; count: number }[] }

/** The counts of the paper sheets; a refusal where they cannot be true. */
const sheetsTally = (survey: Survey, handedOut: number, { sheets, counts }: Sheets): Tally | Refusal => {
  if (sheets > handedOut)
    return refuse('invalid', `收回纸质问卷 ${sheets} 份，多于发出的 ${handedOut} 份。请核对。`, {
      field: 'sheets',
    })
  const named = Object.groupBy(counts, ({ question }) => question)
  const choices = Object.entries(named).map(([question, rows]) => [
    question,
    rows!.map(({ choice }) => choice),
  ])
  const strange = strangeIn(survey, Object.fromEntries(choices))
  if (strange !== undefined || choices.some(([, of]) => new Set(of).size !== of!.length))
    return refuse('invalid', '票数里有问卷以外的题目，或同一项填了两次。请刷新后重填。', { field: 'counts' })
  for (const { id, text } of survey.questions) {
    const sum = (named[id] ?? []).reduce((total, { count }) => total + count, 0)
    if (sum > sheets)
      return refuse('invalid', `「${text}」各项合计 ${sum}，多于收回的 ${sheets} 份。请核对。`, {
        field: 'counts',
      })
  }
  const tally = { ...emptyTally(survey) } as Record<string, Record<string, number>>
  for (const { question, choice, count } of counts) tally[question] = { ...tally[question], [choice]: count }
  return tally
}

const close = route(contract.closeRound, async ({ tx, today, sealed, params, body }) => {
  const round = await store.roundOf(tx, params.round)
  if (!round) return noRound()
  if (round.closedOn !== null) return refuse('conflict', `这次调查已在 ${round.closedOn} 结束。`)
  const survey = surveyOf(round.survey)
  const onPaper = sheetsTally(survey, round.sheets, body)
  if ('refused' in onPaper) return onPaper as Refusal
  const bySlip = await urnOf(tx, sealed, round.id)
  if (!bySlip) return stale()
  const answered = bySlip.answers + body.sheets
  const isEnough = answered >= (await thresholdOn(tx, today))
  const said = [...bySlip.words].sort()
  const closing = {
    closedOn: today.toString(),
    bySlip: bySlip.answers,
    bySheet: body.sheets,
    content: isEnough && said.length > 0 ? sealed.conceal(JSON.stringify(said), wordsPlace(round.id)) : null,
  }
  // Where too few answered, what they answered is destroyed with the urn.
  const tally = isEnough ? added(bySlip.tally, onPaper) : null
  if (!(await store.closeRound(tx, round.id, body.version, closing, tally))) return stale()
  return { answered, isEnough }
})

const urnOf = async (tx: Acting, sealed: Sealed, round: string) => {
  const content = await store.takeUrn(tx, round)
  return content && counted(sealed.reveal(content, urnPlace(round)))
}

export const surveyRoutes: readonly Route[] = [list, open, read, close]
