import { type Asked, type Route, route } from '../http/serve.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { held, matterOf, writeStep } from './asking-jobs.ts'
import { settleDue } from './clock-jobs.ts'
import { referralWords } from './handling.ts'
import * as contract from './handling-contract.ts'
import { insertReferral, settleReferral } from './handling-store.ts'
import type { StepKind } from './kinds.ts'
import type { Matter } from './matter.ts'
import type { ReferralState } from './referrals.ts'
import { isHereafter, notLetIn } from './refusals.ts'
import { ReferralWords } from './words.ts'
import { keepWords, readingOf } from './words-jobs.ts'

const refer = route(contract.referNeed, async (asked) => {
  const { tx, params, body, today } = asked
  const { version, sentOn, dueOn, ...said } = body
  if (sentOn > today.toString()) return isHereafter('sentOn', sentOn)
  if (dueOn !== null && dueOn < sentOn)
    return refuse('invalid', '请对方办理的期限在转出日期之前。请改期限，或不填。', { field: 'dueOn' })
  const taken = await held(asked, params.need, version)
  if (isRefusal(taken)) return taken
  if (said.gives.includes('name') && taken.anonymous)
    return refuse('conflict', '这件需求是匿名提出的，没有姓名可以提供。请去掉“姓名”。', { field: 'gives' })
  const id = crypto.randomUUID()
  const words: ReferralWords = { ...said, reply: '' }
  const content = await keepWords(asked, taken, id, JSON.stringify(words))
  const agency = taken.sensitive ? null : said.agency
  await insertReferral(tx, { id, needId: taken.id, agency, sentOn, dueOn, content })
  await writeStep(asked, taken, { kind: 'referred', text: referralWords(said), onDay: sentOn })
  await settleDue(asked, taken.id)
  return { version: taken.version }
})

const STEP_OF: Readonly<Record<contract.Reply, StepKind>> = {
  accepted: 'referral-accepted',
  objected: 'referral-objected',
  answered: 'referral-answered',
  withdrawn: 'referral-withdrawn',
}

/** What may follow: an office accepts before it answers or objects; what has ended stays ended. */
const FOLLOWS: Readonly<Record<ReferralState, readonly contract.Reply[]>> = {
  sent: ['accepted', 'objected', 'answered', 'withdrawn'],
  accepted: ['objected', 'answered', 'withdrawn'],
  objected: [],
  answered: [],
  withdrawn: [],
}

const reply = route(contract.recordReply, async (asked) => {
  const { tx, body, today } = asked
  if (body.onDay > today.toString()) return isHereafter('onDay', body.onDay)
  if ((body.reply === 'objected' || body.reply === 'answered') && body.text === '')
    return refuse('invalid', '请写下对方的原话要点：异议的理由，或答复的内容。', { field: 'text' })
  const found = await referralOf(asked)
  if (isRefusal(found)) return found
  const { matter, referral, words } = found
  if (!FOLLOWS[referral.state].includes(body.reply))
    return refuse('conflict', '这次转介已经有了结果，不能再改。需要的，请另行转介。')
  if (body.onDay < referral.sentOn)
    return refuse('invalid', '回音的日期在转出之前。请核对日期。', { field: 'onDay' })
  const taken = await held(asked, matter.id, body.version)
  if (isRefusal(taken)) return taken
  const content = await keepWords(asked, taken, referral.id, JSON.stringify({ ...words, reply: body.text }))
  const settledOn = body.reply === 'accepted' ? null : body.onDay
  await settleReferral(tx, referral.id, { state: body.reply, settledOn, content })
  const text = [words.office, body.text].filter(Boolean).join('：')
  await writeStep(asked, taken, { kind: STEP_OF[body.reply], text, onDay: body.onDay })
  await settleDue(asked, taken.id)
  return { version: taken.version }
})

/** 督促处理意见: where an authority does not act, or not rightly (妇女权益保障法 art. 73). */
const urge = route(contract.urgeAgency, async (asked) => {
  const { params, body, today } = asked
  if (body.onDay > today.toString()) return isHereafter('onDay', body.onDay)
  const found = await referralOf(asked)
  if (isRefusal(found)) return found
  const { matter, referral, words } = found
  if (referral.state === 'withdrawn')
    return refuse('conflict', '这次转介已经撤回，不能再督促。需要的，请另行转介。')
  const taken = await held(asked, params.need, body.version)
  if (isRefusal(taken)) return taken
  const text = `${words.office}：${body.text}`
  await writeStep(asked, matter, { kind: 'urged', text, onDay: body.onDay })
  return { version: taken.version }
})

type OfReferral = Asked<typeof contract.recordReply> | Asked<typeof contract.urgeAgency>
type Found = { matter: Matter; referral: Matter['referrals'][number]; words: ReferralWords }

const referralOf = async (asked: OfReferral): Promise<Found | Refusal> => {
  const matter = await matterOf(asked.tx, asked.params.need)
  if (isRefusal(matter)) return matter
  if (matter.sensitive && !matter.apart) return notLetIn()
  const referral = matter.referrals.find(({ id }) => id === asked.params.referral)
  const text = referral && readingOf(asked, matter).of(referral)
  if (!referral || !text) return refuse('not-found', '这件需求没有这次转介。请刷新后再看。')
  return { matter, referral, words: ReferralWords.parse(JSON.parse(text)) }
}

export const referralRoutes: readonly Route[] = [refer, reply, urge]
