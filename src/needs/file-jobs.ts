import { createHash } from 'node:crypto'
import type { Desk } from './asking-jobs.ts'
import * as store from './file-store.ts'
import type { Matter } from './matter.ts'
import { rowPlace } from './words-jobs.ts'

/** A file as it is handed in, or given out. */
export type Handed = { name: string; mediaType: string; bytes: Uint8Array }

type Keys = Pick<Desk, 'sealed' | 'compartment'>
type Of = Pick<Matter, 'id' | 'sensitive' | 'apart'>

/** Where the bytes of a file belong; its name belongs where the words of the row do. */
export const bytesPlace = (need: string, file: string): string => `need ${need} file ${file}`

/**
 * Keeps a file of a matter, name and bytes encrypted: under the matter's own key where it is sensitive. Gives its id and the
 * SHA-256 of what was handed in, in hexadecimal.
 */
export const keepFile = async (
  desk: Keys & Pick<Desk, 'tx' | 'today'>,
  matter: Of,
  { name, mediaType, bytes }: Handed,
  addedByName: string,
): Promise<{ id: string; fingerprint: string }> => {
  const id = crypto.randomUUID()
  const fingerprint = digestOf(bytes)
  await store.insertFile(desk.tx, {
    id,
    needId: matter.id,
    content: encrypted(desk, matter, bytes, bytesPlace(matter.id, id)),
    cipher: encrypted(desk, matter, name, rowPlace(matter.id, id)),
    mediaType,
    size: bytes.byteLength,
    fingerprint,
    addedOn: desk.today.toString(),
    addedByName,
  })
  return { id, fingerprint }
}

/** The file as it was handed in; undefined where the matter has none of this id. @throws where its bytes were changed since. */
export const readFile = async (
  desk: Keys & Pick<Desk, 'tx'>,
  matter: Of,
  id: string,
): Promise<(Handed & { fingerprint: string }) | undefined> => {
  const file = await store.fileOf(desk.tx, matter.id, id)
  if (!file) return undefined
  const bytes = decrypted(desk, matter, file.content, bytesPlace(matter.id, id))
  const name = file.cipher
    ? decrypted(desk, matter, file.cipher, rowPlace(matter.id, id)).toString('utf8')
    : id
  if (digestOf(bytes) !== file.fingerprint) throw new Error('a file of a matter is not what was handed in')
  return { name, mediaType: file.mediaType, bytes, fingerprint: file.fingerprint }
}

/** Encrypts a file anew where its matter is laid apart; what was handed in stays what it was. */
export const relayFile = async (
  desk: Keys & Pick<Desk, 'tx'>,
  matter: Of,
  id: string,
  { name, bytes }: Handed,
): Promise<void> =>
  store.relay(desk.tx, matter.id, id, {
    content: encrypted(desk, matter, bytes, bytesPlace(matter.id, id)),
    cipher: encrypted(desk, matter, name, rowPlace(matter.id, id)),
  })

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const encrypted = (keys: Keys, matter: Of, what: string | Uint8Array, place: string): Buffer => {
  if (!matter.sensitive) return keys.sealed.conceal(what, place)
  if (!matter.apart) throw new Error('a file for a compartment that is not open')
  return keys.compartment.conceal(matter.apart.cipher, matter.id, what, place)
}

const decrypted = (keys: Keys, matter: Of, bytes: Uint8Array, place: string): Buffer => {
  if (!matter.sensitive) return keys.sealed.revealBytes(bytes, place)
  if (!matter.apart) throw new Error('a file in a compartment that is not open')
  return keys.compartment.revealBytes(matter.apart.cipher, matter.id, bytes, place)
}
