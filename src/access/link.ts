/** A secret for a one-time link: 256 bits that nobody can guess. */
export const newToken = (): string =>
  crypto.getRandomValues(new Uint8Array(32)).toBase64({ alphabet: 'base64url', omitPadding: true })

/** What the database keeps of a link's secret. */
export const digestOf = async (token: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token)))

/** A digest that cannot be found again by trying out names, because it takes the server's secret to make it. */
export const keyedDigest = async (secret: string, text: string): Promise<Uint8Array> => {
  const bytes = new TextEncoder()
  const key = await crypto.subtle.importKey(
    'raw',
    bytes.encode(secret),
    { name: 'HMAC', hash: 'SHA-256' },
    false,
    ['sign'],
  )
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes.encode(text)))
}

// Without the letters and digits that are mistaken for one another when copied by hand; 32, so that each takes five bits.
const PLAIN = 'abcdefghijkmnpqrstuvwxyz23456789'

/** Ten codes for the day when the authenticator is not at hand, of 50 random bits each. */
export const backupCodes = (): string[] => Array.from({ length: 10 }, backupCode)

const backupCode = (): string => {
  const letters = Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => PLAIN[byte % 32]).join('')
  return `${letters.slice(0, 5)}-${letters.slice(5)}`
}
