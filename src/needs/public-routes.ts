import type { Context, Hono } from 'hono'
import { type Acting, acting } from '../database/acting.ts'
import { sealedWith, unsealable } from '../database/sealed.ts'
import { type Limit, type Limiter, limiterOf } from '../http/limiter.ts'
import { limited, tooMany } from '../http/limiting.ts'
import { addressOf, open } from '../http/open.ts'
import { compartmentOf, type Env, type Ground, type Route } from '../http/serve.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { writeAnswer } from './answer-jobs.ts'
import { brought } from './brought-jobs.ts'
import { DEFAULT_PHONE } from './desk-contract.ts'
import { publicDesks } from './desk-store.ts'
import { MOST_BYTES, MOST_PUBLIC_FILES } from './file-contract.ts'
import * as contract from './public-contract.ts'
import { keepPublicly, receivePublicly } from './public-jobs.ts'
import { type ByReceipt, needByReceipt, oneAtATime, receiptOrgan } from './public-store.ts'
import { readReceipt, receiptOf } from './receipt.ts'
import { errandOf, ticketFor } from './ticket-jobs.ts'

const DAY = 86_400

/** What one address may ask. An office or a community centre shares one: its day's share is generous. */
export type PublicLimits = Record<'asking' | 'submitting' | 'sending' | 'trying', Limit>

export const PUBLIC_LIMITS: PublicLimits = {
  asking: { burst: 30, perSecond: 5 },
  submitting: { burst: 100, perSecond: 100 / DAY },
  /** Files: each is held in memory while it is looked at. */
  sending: { burst: 12, perSecond: 0.05 },
  /** Codes that are wrong; a right one costs nothing. */
  trying: { burst: 10, perSecond: 10 / 900 },
}

/** The page for the public: nobody is signed in, no cookie is read or set, and nothing of the sender is kept. */
export const mountPublic = (app: Hono<Env>, ground: Ground, limits: PublicLimits = PUBLIC_LIMITS): void => {
  const sealed = ground.columns ? sealedWith(ground.columns) : unsealable
  const compartment = compartmentOf(ground)
  const submitting = limiterOf(limits.submitting)
  const sending = limiterOf(limits.sending)
  const trying = limiterOf(limits.trying)
  const digestOf = (receipt: string): Buffer =>
    Buffer.from(sealed.fingerprint(receipt, 'need receipt'), 'hex')
  const instant = (): number => (ground.now?.() ?? Temporal.Now.instant()).epochMilliseconds

  const asks = limited(limiterOf(limits.asking))
  app.use('/api/ask', asks)
  app.use('/api/ask/*', asks)
  app.use(contract.addPublicFile.path, limited(sending))

  open(app, contract.listPublicDesks, async () => ({ desks: await publicDesks(ground.database) }))

  open(app, contract.askPublicly, async ({ c, body }) => {
    const desks = await publicDesks(ground.database)
    const desk = desks.find(({ organId }) => organId === body.organId)
    if (!desk) return isShut()
    const wait = submitting.take(addressOf(c))
    if (wait > 0) return later(c, wait)
    // Out of what the page made by chance and a secret of ours: the same attempt has the same receipt, and no other leads to it.
    const seed = sealed.fingerprint(body.attempt, `need attempt ${body.organId}`)
    const receipt = receiptOf(Buffer.from(seed, 'hex'))
    const digest = digestOf(receipt)
    const today = ground.today().toString()
    const outcome = await acting(
      ground.database,
      publicly(desk.organId, contract.askPublicly.summary),
      (tx) => receivePublicly({ tx, organ: desk.organId, today, sealed, compartment }, digest, body),
    )
    if (isRefusal(outcome)) return outcome
    return { receipt, ticket: ticketFor(sealed, { organ: desk.organId, receipt: digest }, instant()) }
  })

  /** Runs `work` on the matter that a receipt leads to. Whatever is wrong with a code, the answer is the same. */
  const withReceipt = async <T>(
    c: Context<Env>,
    typed: string,
    operation: string,
    work: (tx: Acting, need: ByReceipt, organ: string, digest: Buffer) => Promise<T | Refusal>,
  ): Promise<T | Refusal> => {
    const wait = trying.waitOf(addressOf(c))
    if (wait > 0) return later(c, wait)
    const receipt = readReceipt(typed)
    const digest = digestOf(receipt ?? '')
    const organ = await receiptOrgan(ground.database, digest)
    if (!organ) return wrongCode(c, trying)
    return acting(ground.database, publicly(organ, operation), async (tx) => {
      const need = await needByReceipt(tx, digest)
      return need ? work(tx, need, organ, digest) : wrongCode(c, trying)
    })
  }

  open(app, contract.readPublicStatus, ({ c, body }) =>
    withReceipt(c, body.receiptCode, contract.readPublicStatus.summary, async (_tx, need, organ, digest) => {
      const { state, receivedOn, resolvedOn, closedOn, outcome, agencies } = need
      const isOpen = state !== 'closed'
      const desk = (await publicDesks(ground.database)).find(({ organId }) => organId === organ)
      return {
        state,
        receivedOn,
        resolvedOn,
        closedOn,
        outcome,
        agencies,
        answerable: isAnswerable(need),
        phone: desk?.phone || DEFAULT_PHONE,
        ticket: isOpen ? ticketFor(sealed, { organ, receipt: digest }, instant()) : null,
      }
    }),
  )

  open(app, contract.answerPublicly, ({ c, body }) =>
    withReceipt(c, body.receiptCode, contract.answerPublicly.summary, async (tx, _, __, digest) => {
      await oneAtATime(tx, digest)
      const need = await needByReceipt(tx, digest)
      if (!need || !isAnswerable(need)) return notNow()
      await writeAnswer({ tx, sealed, compartment }, need, body, ground.today().toString())
      return { answered: true as const }
    }),
  )

  open(app, contract.addPublicFile, async ({ query, file }) => {
    const errand = errandOf(sealed, query.ticket, instant())
    if (!errand) return ticketIsOver()
    const handed = await brought(file, query.name, MOST_BYTES, true)
    if (isRefusal(handed)) return handed
    const { name, bytes, fingerprint } = handed
    const as = publicly(errand.organ, contract.addPublicFile.summary)
    const outcome = await acting(ground.database, as, async (tx) => {
      const need = await needByReceipt(tx, errand.receipt)
      if (!need || need.state === 'closed') return ticketIsOver()
      if (need.files >= MOST_PUBLIC_FILES) return enoughFiles()
      return keepPublicly({ tx, today: ground.today(), sealed, compartment }, need, handed)
    })
    return isRefusal(outcome) ? outcome : { name, size: bytes.byteLength, fingerprint }
  })
}

/** Once there is a result and she has not said yet what she thinks of it; not where the key to her words was destroyed. */
const isAnswerable = ({ resolvedOn, answered, sensitive, cipher }: ByReceipt): boolean =>
  resolvedOn !== null && !answered && (!sensitive || cipher !== null)

/** What the page for the public acts as: nobody, with the one capability. */
const publicly = (organ: string, operation: string) => ({
  organ,
  person: null,
  operation,
  may: { 'need.public': ['/'] },
})

/** Says when to come again, in the answer's head as well. */
const later = (c: Context<Env>, wait: number): Refusal => {
  c.header('retry-after', String(Math.ceil(wait / 1000)))
  return tooMany(wait)
}

const wrongCode = (c: Context<Env>, trying: Limiter): Refusal => {
  trying.take(addressOf(c))
  return refuse('not-found', '没有查到这个编号。请对照抄下的编号再输一次，不分大小写。', {
    field: 'receiptCode',
  })
}

const notNow = (): Refusal =>
  refuse('conflict', '现在还不能答复：要等有了结果，而且只答复一次。想补充的，请打电话告诉工作人员。')

const ticketIsOver = (): Refusal =>
  refuse('not-found', '已经过了一小时，或这件事已经办结，不能再加材料。请用编号重新查看后再加。', {
    field: 'ticket',
  })

const enoughFiles = (): Refusal =>
  refuse('conflict', `最多交 ${MOST_PUBLIC_FILES} 个文件。还有要交的，请打电话告诉工作人员。`)

const isShut = (): Refusal =>
  refuse('not-found', '这里现在不接收网上提交。请拨打 12338，或到当地妇联当面说；有危险请拨打 110。')

/** For the description of the product, since they have routes of their own. */
export const PUBLIC_ENDPOINTS: readonly Pick<Route, 'endpoint'>[] = [
  contract.listPublicDesks,
  contract.askPublicly,
  contract.readPublicStatus,
  contract.answerPublicly,
  contract.addPublicFile,
].map((endpoint) => ({ endpoint }))
