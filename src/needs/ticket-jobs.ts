import { timingSafeEqual } from 'node:crypto'
import type { Sealed } from '../database/sealed.ts'

/** What a ticket is for: adding files to this matter of this organ, for a short while. */
export type Errand = { organ: string; receipt: Buffer }

const MINUTES = 60

/**
 * A ticket for adding files. It stands in the address of an upload, so it opens nothing else, and is over soon. Nothing is kept of
 * it: it carries its own proof.
 */
export const ticketFor = (sealed: Sealed, { organ, receipt }: Errand, now: number): string => {
  const until = Math.floor(now / 60_000) + MINUTES
  const body = `${organ}.${receipt.toString('hex')}.${until}`
  return `${body}.${sealed.fingerprint(body, PLACE)}`
}

/** What the ticket is for; null where it is none of ours, or over. */
export const errandOf = (sealed: Sealed, ticket: string, now: number): Errand | null => {
  const parts = /^([0-9a-f-]{36})\.([0-9a-f]{64})\.(\d{1,12})\.([0-9a-f]{64})$/.exec(ticket)
  if (!parts) return null
  const [, organ = '', receipt = '', until = '', proof = ''] = parts
  const expected = sealed.fingerprint(`${organ}.${receipt}.${until}`, PLACE)
  if (!timingSafeEqual(Buffer.from(proof), Buffer.from(expected))) return null
  return Number(until) * 60_000 < now ? null : { organ, receipt: Buffer.from(receipt, 'hex') }
}

const PLACE = 'need ticket'
