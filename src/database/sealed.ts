import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * How sensitive text is kept: encrypted with a key that lies outside the database. `of` names the very place it belongs to,
 * such as `talk 3f2a… content`; moved to another row or column it can no longer be read.
 */
export type Sealed = {
  /** Encrypts a text, or a file's bytes, anew each time. */
  conceal: (text: string | Uint8Array, of: string) => Buffer
  /** @throws when the bytes were changed, stand in another place, or were written with another key. */
  reveal: (bytes: Uint8Array, of: string) => string
  /** The same for a file. */
  revealBytes: (bytes: Uint8Array, of: string) => Buffer
  /** A keyed digest in hexadecimal: the same text in the same place always has the same, and without the key it tells nothing. */
  fingerprint: (text: string, of: string) => string
}

const FORM = 1
const IV_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES

/** AES-256-GCM under a key derived from the columns' secret (base64, 32 bytes). */
export const sealedWith = (secret: string): Sealed => {
  const key = derived(secret, 'zhixing sealed text')
  const printing = derived(secret, 'zhixing fingerprint')
  const revealBytes: Sealed['revealBytes'] = (bytes, of) => {
    const sealed = Buffer.from(bytes)
    if (sealed[0] !== FORM || sealed.length < HEAD_BYTES) throw new Error('this is no sealed text')
    const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + IV_BYTES))
    cipher.setAAD(Buffer.from(of)).setAuthTag(sealed.subarray(1 + IV_BYTES, HEAD_BYTES))
    return Buffer.concat([cipher.update(sealed.subarray(HEAD_BYTES)), cipher.final()])
  }
  return {
    conceal: (text, of) => {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(of))
      const body = Buffer.concat([cipher.update(Buffer.from(text)), cipher.final()])
      return Buffer.concat([Buffer.of(FORM), iv, cipher.getAuthTag(), body])
    },
    reveal: (bytes, of) => revealBytes(bytes, of).toString('utf8'),
    revealBytes,
    fingerprint: (text, of) => createHmac('sha256', printing).update(`${of}\n`).update(text).digest('hex'),
  }
}

const derived = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64'), '', purpose, 32))

/** Stands where a server was given no key: nothing is sealed with a key that nobody will have tomorrow. */
export const unsealable: Sealed = {
  conceal: () => unkeyed(),
  reveal: () => unkeyed(),
  revealBytes: () => unkeyed(),
  fingerprint: () => unkeyed(),
}

const unkeyed = (): never => {
  throw new Error('no key for sensitive columns')
}
