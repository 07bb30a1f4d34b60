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
