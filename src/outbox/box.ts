/** What is written on a device, encrypted so that nothing on the device opens it. */
export type Box = { once: Bytes; iv: Bytes; body: Bytes }
type Bytes = Uint8Array<ArrayBuffer>

const CURVE = { name: 'ECDH', namedCurve: 'P-256' }

/**
 * Encrypts to the public key of the person (SPKI in base64): AES-256-GCM under a fresh key that only her private key leads back
 * to. `place` names whose draft it is and which; moved elsewhere it does not open.
 */
export const seal = async (publicKey: string, text: string, place: string): Promise<Box> => {
  const hers = await crypto.subtle.importKey('spki', bytesIn(publicKey), CURVE, false, [])
  const once = await crypto.subtle.generateKey(CURVE, false, ['deriveBits'])
  const key = await agreed(once.privateKey, hers, place, 'encrypt')
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const body = await crypto.subtle.encrypt(gcm(iv, place), key, new TextEncoder().encode(text))
  return {
    once: new Uint8Array(await crypto.subtle.exportKey('raw', once.publicKey)),
    iv,
    body: new Uint8Array(body),
  }
}

/** @throws when the box was changed, belongs elsewhere, or the key is another's. */
export const unseal = async (
  privateKey: CryptoKey,
  { once, iv, body }: Box,
  place: string,
): Promise<string> => {
  const theirs = await crypto.subtle.importKey('raw', once, CURVE, false, [])
  const key = await agreed(privateKey, theirs, place, 'decrypt')
  return new TextDecoder().decode(await crypto.subtle.decrypt(gcm(iv, place), key, body))
}

/** The private key (PKCS 8 in base64) for use in this page alone: it cannot be taken out again. */
export const keyIn = (privateKey: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('pkcs8', bytesIn(privateKey), CURVE, false, ['deriveBits'])

const agreed = async (mine: CryptoKey, theirs: CryptoKey, place: string, use: 'encrypt' | 'decrypt') => {
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, mine, 256)
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: new TextEncoder().encode(place) }
  return crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, [use])
}

const gcm = (iv: Bytes, place: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(place),
})

const bytesIn = (base64: string): Bytes => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
