import type { NeedResult, NeedSheet, ReferralLetter, UrgingOpinion } from '../documents/need-paper.ts'
import type { Need, Referral } from './contract.ts'
import {
  CATEGORY_NAMES,
  CHANNEL_NAMES,
  LEVEL_NAMES,
  OUTCOME_NAMES,
  PETITION_NAMES,
  STEP_NAMES,
} from './kinds.ts'
import { numberOf } from './matter.ts'
import { BASIS_NAMES, type Gives } from './referrals.ts'
import { SATISFIED_NAMES, SOLVED_NAMES } from './told.ts'
import type { NeedWords, ReferralWords } from './words.ts'

/** A matter that the reader has before her, with its words. */
export type Readable = Need & { words: NeedWords }
export type Sent = Referral & { words: ReferralWords }

const ofNeed = (need: Need) => ({
  unitName: need.unitName,
  number: numberOf(need),
  receivedOn: need.receivedOn,
  channel: CHANNEL_NAMES[need.channel],
})

const contactOf = ({ words: { asker } }: Readable): string =>
  [asker.phone, asker.note].filter(Boolean).join('；')

/** Of her only what was chosen to be given. */
export const letterOf = (need: Readable, { words, sentOn, dueOn }: Sent): ReferralLetter => {
  const given = (what: Gives, text: string): string | null => (words.gives.includes(what) ? text : null)
  return {
    ...ofNeed(need),
    office: words.office,
    sentOn,
    dueOn,
    asks: words.asks,
    basis: BASIS_NAMES[words.basis],
    name: given('name', need.words.asker.name),
    contact: given('contact', need.words.asker.phone),
    facts: given('facts', need.words.facts || need.words.line),
    wish: given('wish', need.words.wish),
    ownerName: need.ownerName,
  }
}

/** The newest opinion to this office; undefined where none was given. */
export const opinionOf = (need: Readable, referral: Sent): UrgingOpinion | undefined => {
  const head = `${referral.words.office}：`
  const urged = need.steps.findLast(({ kind, text }) => kind === 'urged' && text?.startsWith(head))
  return urged?.text
    ? {
        ...ofNeed(need),
        office: referral.words.office,
        sentOn: referral.sentOn,
        standing: standingOf(referral),
        text: urged.text.slice(head.length),
        onDay: urged.onDay,
      }
    : undefined
}

const standingOf = ({ state, words }: Sent): string => {
  if (state === 'objected') return `贵单位提出：${words.reply}`
  if (state === 'answered') return `贵单位答复：${words.reply}`
  return state === 'accepted' ? '贵单位已接收，尚未答复办理情况。' : '贵单位尚未答复。'
}

/** What was said of the outcome when it was entered, the newest where a matter was taken up again. */
const resultText = (need: Need): string | null => {
  const text = need.steps.findLast(({ kind }) => kind === 'resolved')?.text
  const head = need.outcome ? `${OUTCOME_NAMES[need.outcome]}：` : ''
  return text?.startsWith(head) ? text.slice(head.length) : (text ?? null)
}

export const resultOf = (need: Readable): NeedResult | undefined =>
  need.outcome && need.resolvedOn
    ? {
        ...ofNeed(need),
        name: need.words.asker.name || null,
        outcome: OUTCOME_NAMES[need.outcome],
        result: resultText(need) ?? '',
        resolvedOn: need.resolvedOn,
        reviewable: need.petition === 'appeal',
      }
    : undefined

export const sheetOf = (need: Readable): NeedSheet => ({
  ...ofNeed(need),
  name: need.anonymous ? null : need.words.asker.name,
  contact: contactOf(need),
  category: need.category && CATEGORY_NAMES[need.category],
  level: need.level && LEVEL_NAMES[need.level],
  petition: need.petition && PETITION_NAMES[need.petition],
  facts: need.words.facts,
  wish: need.words.wish,
  before: need.words.before,
  ownerName: need.ownerName,
  helpers: [...new Set(need.helpers.map(({ name }) => name))],
  steps: need.steps.map(({ kind, onDay, byName, toName, text }) => ({
    onDay,
    what: STEP_NAMES[kind],
    by: [byName || '本人', toName].filter(Boolean).join(' → '),
    text,
  })),
  outcome: need.outcome && OUTCOME_NAMES[need.outcome],
  result: resultText(need),
  resolvedOn: need.resolvedOn,
  toldOn: need.toldOn,
  answers: need.answers.map(
    ({ answeredOn, solved, satisfied, text }) =>
      `${answeredOn}　${SOLVED_NAMES[solved]}，${SATISFIED_NAMES[satisfied]}${text ? `。${text}` : ''}`,
  ),
})
