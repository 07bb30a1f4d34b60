import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * How words of sensitive matters are kept: each matter has a key of its own, and that key is wrapped by one that lies outside
 * the database. An organ that must use a certified module, such as SM4, puts it in place of `compartmentWith`.
 */
export type Compartment = {
  /** A new key for a new matter, wrapped for keeping. `of` is the matter's id; wrapped elsewhere it does not open. */
  begin: (of: string) => Buffer
  /** Encrypts words under the matter's key; `place` names the row they belong to. */
  conceal: (wrapped: Uint8Array, of: string, text: string, place: string) => Buffer
  /** @throws when the words or the key were changed, stand elsewhere, or the outer key is not at hand. */
  reveal: (wrapped: Uint8Array, of: string, bytes: Uint8Array, place: string) => string
  /** The same key wrapped anew by the newest outer key; null where it already is. */
  rewrap: (wrapped: Uint8Array, of: string) => Buffer | null
}

/** An outer key by its id, 0 to 255. New wrappings take the first; older ones only open. */
export type OuterKey = { id: number; secret: string }

const IV_BYTES = 12
const TAG_BYTES = 16

/** AES-256-GCM throughout; outer keys are derived from secrets of 32 bytes in base64. */
export const compartmentWith = (keys: readonly [OuterKey, ...OuterKey[]]): Compartment => {
  const outer = new Map(keys.map(({ id, secret }) => [id, derived(secret)]))
  const current = keys[0].id
  const wrap = (key: Buffer, of: string): Buffer =>
    Buffer.concat([Buffer.of(current), encrypted(outer.get(current)!, key, `matter ${of}`)])
  const unwrap = (wrapped: Uint8Array, of: string): Buffer => {
    const key = outer.get(wrapped[0] ?? -1)
    if (!key) throw new Error(`no outer key ${wrapped[0]} for a sealed matter`)
    return decrypted(key, Buffer.from(wrapped).subarray(1), `matter ${of}`)
  }
  return {
    begin: (of) => wrap(randomBytes(32), of),
    conceal: (wrapped, of, text, place) => encrypted(unwrap(wrapped, of), Buffer.from(text), place),
    reveal: (wrapped, of, bytes, place) =>
      decrypted(unwrap(wrapped, of), Buffer.from(bytes), place).toString('utf8'),
    rewrap: (wrapped, of) => (wrapped[0] === current ? null : wrap(unwrap(wrapped, of), of)),
  }
}

const encrypted = (key: Buffer, text: Buffer, place: string): Buffer => {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(text), cipher.final()])
  return Buffer.concat([iv, cipher.getAuthTag(), body])
}

const decrypted = (key: Buffer, sealed: Buffer, place: string): Buffer => {
  const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES))
  cipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
  return Buffer.concat([cipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), cipher.final()])
}

const derived = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64'), '', 'zhixing compartment', 32))

/** Stands where a server was given no key. */
export const closedCompartment: Compartment = {
  begin: () => missing(),
  conceal: () => missing(),
  reveal: () => missing(),
  rewrap: () => missing(),
}

const missing = (): never => {
  throw new Error('no key for sealed matters')
}
