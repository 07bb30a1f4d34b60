import type { Box } from './box.ts'
import type { Kit } from './contract.ts'

// What lies on the device: the kit in clear, the drafts encrypted, the server's answers to them encrypted too.

/** How far a draft is. `writing`: not yet put into the outbox. Of one that was sent no words are left here. */
export type Stage = 'writing' | 'waiting' | 'refused' | 'conflict' | 'sent'

export type Kept = {
  id: string
  /** Whose it is. */
  owner: string
  stage: Stage
  /** Since when it lies here, or when it was sent: an instant. */
  since: string
  box: Box | null
  /** Why it was refused, or what stands on the other side. */
  answer: Box | null
}

const NAME = 'zhixing-outbox'
const KIT = 'kit'
const DRAFTS = 'drafts'

const done = <Result>(request: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

const opened = (): Promise<IDBDatabase> => {
  const request = indexedDB.open(NAME, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore(KIT)
    request.result.createObjectStore(DRAFTS, { keyPath: 'id' })
  }
  return done(request)
}

const within = async <Result>(
  store: typeof KIT | typeof DRAFTS,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> => {
  const database = await opened()
  try {
    const transaction = database.transaction(store, mode, { durability: 'strict' })
    const finished = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
    const result = await done(work(transaction.objectStore(store)))
    // Said to be kept only once it lies on the disk.
    await finished
    return result
  } finally {
    database.close()
  }
}

/** Whether anything was ever laid down on this device; asked before the shelf is made by being opened. */
export const isLaid = async (): Promise<boolean> =>
  (await indexedDB.databases()).some(({ name }) => name === NAME)

export const keptKit = (): Promise<Kit | undefined> =>
  within(KIT, 'readonly', (store) => store.get('current'))

export const keepKit = (kit: Kit): Promise<unknown> =>
  within(KIT, 'readwrite', (store) => store.put(kit, 'current'))

export const allKept = (): Promise<Kept[]> => within(DRAFTS, 'readonly', (store) => store.getAll())

export const keep = (draft: Kept): Promise<unknown> =>
  within(DRAFTS, 'readwrite', (store) => store.put(draft))

export const drop = (id: string): Promise<unknown> => within(DRAFTS, 'readwrite', (store) => store.delete(id))

/** Nothing of anybody stays: for signing out. */
export const clear = (): Promise<unknown> => done(indexedDB.deleteDatabase(NAME))
