import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/**
 * How identity numbers are kept: encrypted for whoever may read them whole, and as a keyed digest for finding them again.
 * An organ that must use a module of its own, such as SM4, puts it in place of `identityCipher`.
 */
export type IdentityCipher = {
  /** Encrypts a number anew each time; the first byte of the outcome names the key. */
  conceal: (number: string) => Uint8Array
  /** @throws when the bytes were changed, or were written with a key that is not at hand. */
  reveal: (cipher: Uint8Array) => string
  /** The same number always has the same digest, and nobody can tell the number from it without the key. */
  digestOf: (number: string) => Uint8Array
}

/** A key by its id, 0 to 255. New numbers take the first key; older keys only read. */
export type ColumnKey = { id: number; secret: string }

const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * AES-256-GCM, and HMAC-SHA-256 under a key of its own; both keys are derived from the columns' secret (base64, 32 bytes).
 * Digests stay with the last key, so that rotating the others leaves every number to be found.
 */
export const identityCipher = (keys: readonly [ColumnKey, ...ColumnKey[]]): IdentityCipher => {
  const encrypting = new Map(keys.map(({ id, secret }) => [id, derived(secret, 'identity cipher')]))
  const current = keys[0].id
  const digesting = derived(keys.at(-1)!.secret, 'identity digest')
  return {
    conceal: (number) => {
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', encrypting.get(current)!, iv)
      const body = Buffer.concat([cipher.update(number, 'utf8'), cipher.final()])
      return Buffer.concat([Buffer.of(current), iv, cipher.getAuthTag(), body])
    },
    reveal: (bytes) => {
      const key = encrypting.get(bytes[0] ?? -1)
      if (!key) throw new Error(`no key ${bytes[0]} for an identity number`)
      const sealed = Buffer.from(bytes)
      const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + IV_BYTES))
      cipher.setAuthTag(sealed.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES))
      return (
        cipher.update(sealed.subarray(1 + IV_BYTES + TAG_BYTES), undefined, 'utf8') + cipher.final('utf8')
      )
    },
    digestOf: (number) => createHmac('sha256', digesting).update(number).digest(),
  }
}

/** The cipher of a house with one secret. */
export const cipherOf = (secret: string): IdentityCipher => identityCipher([{ id: 1, secret }])

const derived = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64'), '', `zhixing ${purpose}`, 32))
