import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/**
 * How words of sensitive matters are kept: each matter has a key of its own, and that key is wrapped by one that lies outside
 * the database. An organ that must use a certified module, such as SM4, gives another `Cipher`, or, where the outer key never
 * leaves the module, another `Compartment`; nothing else of the product knows how it is done.
 */
export type Compartment = {
  /** A new key for a new matter, wrapped for keeping. `of` is the matter's id; wrapped elsewhere it does not open. */
  begin: (of: string) => Buffer
  /** Encrypts words, or a file's bytes, under the matter's key; `place` names the row they belong to. */
  conceal: (wrapped: Uint8Array, of: string, words: string | Uint8Array, place: string) => Buffer
  /** @throws when the words or the key were changed, stand elsewhere, or the outer key is not at hand. */
  reveal: (wrapped: Uint8Array, of: string, bytes: Uint8Array, place: string) => string
  /** The same for a file. */
  revealBytes: (wrapped: Uint8Array, of: string, bytes: Uint8Array, place: string) => Buffer
  /** The same key wrapped anew by the newest outer key; null where it already is. */
  rewrap: (wrapped: Uint8Array, of: string) => Buffer | null
}

/** An outer key by its id, 0 to 255. New wrappings take the first; older ones only open. */
export type OuterKey = { id: number; secret: string }
export type OuterKeys = readonly [OuterKey, ...OuterKey[]]

/** A block cipher that notices changes: what an SM4-GCM module would be put in for. Keys have 32 bytes. */
export type Cipher = {
  encrypt: (key: Buffer, text: Uint8Array, place: string) => Buffer
  /** @throws when the bytes or the place are not those it was encrypted with. */
  decrypt: (key: Buffer, sealed: Uint8Array, place: string) => Buffer
}

const IV_BYTES = 12
const TAG_BYTES = 16

export const aes256gcm: Cipher = {
  encrypt: (key, text, place) => {
    const iv = randomBytes(IV_BYTES)
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place))
    const body = Buffer.concat([cipher.update(text), cipher.final()])
    return Buffer.concat([iv, cipher.getAuthTag(), body])
  },
  decrypt: (key, sealed, place) => {
    const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES))
    cipher.setAAD(Buffer.from(place)).setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES))
    return Buffer.concat([cipher.update(sealed.subarray(IV_BYTES + TAG_BYTES)), cipher.final()])
  },
}

/** Outer keys are derived from secrets of 32 bytes in base64. */
export const compartmentWith = (keys: OuterKeys, { encrypt, decrypt }: Cipher = aes256gcm): Compartment => {
  const outer = new Map(keys.map(({ id, secret }) => [id, derived(secret)]))
  const current = keys[0].id
  const wrap = (key: Buffer, of: string): Buffer =>
    Buffer.concat([Buffer.of(current), encrypt(outer.get(current)!, key, `matter ${of}`)])
  const unwrap = (wrapped: Uint8Array, of: string): Buffer => {
    const key = outer.get(wrapped[0] ?? -1)
    if (!key) throw new Error(`no outer key ${wrapped[0]} for a sealed matter`)
    return decrypt(key, wrapped.subarray(1), `matter ${of}`)
  }
  const revealBytes: Compartment['revealBytes'] = (wrapped, of, bytes, place) =>
    decrypt(unwrap(wrapped, of), bytes, place)
  return {
    begin: (of) => wrap(randomBytes(32), of),
    conceal: (wrapped, of, words, place) => encrypt(unwrap(wrapped, of), Buffer.from(words), place),
    reveal: (wrapped, of, bytes, place) => revealBytes(wrapped, of, bytes, place).toString('utf8'),
    revealBytes,
    rewrap: (wrapped, of) => (wrapped[0] === current ? null : wrap(unwrap(wrapped, of), of)),
  }
}

/** A compartment whose outer keys may be exchanged while it serves; `keys` gives the same value until they are. */
export const compartmentFollowing = (keys: () => OuterKeys): Compartment => {
  let known = keys()
  let made = compartmentWith(known)
  const present = (): Compartment => {
    const now = keys()
    if (now !== known) [known, made] = [now, compartmentWith(now)]
    return made
  }
  return {
    begin: (of) => present().begin(of),
    conceal: (...given) => present().conceal(...given),
    reveal: (...given) => present().reveal(...given),
    revealBytes: (...given) => present().revealBytes(...given),
    rewrap: (...given) => present().rewrap(...given),
  }
}

const derived = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64'), '', 'zhixing compartment', 32))

const missing = (): never => {
  throw new Error('no key for sealed matters')
}

/** Stands where a server was given no key. */
export const closedCompartment: Compartment = {
  begin: missing,
  conceal: missing,
  reveal: missing,
  revealBytes: missing,
  rewrap: missing,
}
