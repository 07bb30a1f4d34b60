import { createHash, randomBytes } from 'node:crypto'

/** For how many days she may answer by her link. */
export const LINK_DAYS = 30

/** A secret of 256 random bits: it needs no slow digest, only never to be kept as it is. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What the database keeps of a link. */
export const digestOf = (token: string): Buffer => createHash('sha256').update(token).digest()
