import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { steady } from '../documents/steady.ts'
import { type Book, bookDocx } from '../documents/year-book.ts'
import { yearSheets } from '../documents/year-sheets.ts'

// Setting a whole year takes seconds: it is done in a thread of its own, and others are served meanwhile. The same file runs in it.

export type Ledger = { name: string; bytes: Uint8Array }

/** Sets books and writes ledgers; it must be closed. */
export type Typesetter = {
  book: (book: Book) => Promise<Uint8Array>
  ledgers: (book: Book) => Promise<Ledger[]>
  close: () => Promise<void>
}

type Asking = { id: number; ask: 'book' | 'ledgers'; book: Book }
type Answering = { id: number; answer: unknown } | { id: number; failed: string }
type Waiting = { resolve: (answer: unknown) => void; reject: (error: Error) => void }

/** Opens it in another thread, which is begun with the first thing asked. */
export const openTypesetter = (): Typesetter => {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let asked = 0
  const fail = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  const begin = (): Worker => {
    const begun = new Worker(new URL(import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 2048 } })
    begun.on('message', (message: Answering) => {
      const asker = waiting.get(message.id)
      waiting.delete(message.id)
      if ('failed' in message) asker?.reject(new Error(message.failed))
      else asker?.resolve(message.answer)
    })
    begun.on('error', fail)
    begun.on('exit', () => fail(new Error('the typesetter was closed')))
    return begun
  }
  const ask = <T>(what: Asking['ask'], book: Book): Promise<T> => {
    worker ??= begin()
    const id = asked
    asked += 1
    const answer = new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve: (given) => resolve(given as T), reject })
    })
    // Whoever asked may have given up by the time it fails; it is told all the same when it waits.
    answer.catch(() => {})
    worker.postMessage({ id, ask: what, book } satisfies Asking)
    return answer
  }
  return {
    book: (book) => ask('book', book),
    ledgers: (book) => ask('ledgers', book),
    close: async () => void (await worker?.terminate()),
  }
}

const setBook = async (book: Book): Promise<Uint8Array> => steady('.docx', await bookDocx(book))

const writeLedgers = (book: Book): Promise<Ledger[]> =>
  Promise.all(yearSheets(book).map(async ({ name, bytes }) => ({ name, bytes: steady(name, await bytes()) })))

if (!isMainThread)
  parentPort?.on('message', async ({ id, ask, book }: Asking) => {
    const message: Answering = await (ask === 'book' ? setBook(book) : writeLedgers(book)).then(
      (answer: unknown) => ({ id, answer }),
      (error: unknown) => ({ id, failed: String((error as Error)?.stack ?? error) }),
    )
    parentPort?.postMessage(message)
  })
