import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { type Desk, openDesk } from './import-sheet.ts'

// A desk in a thread of its own, for sheets that take seconds: others are served meanwhile. The same file runs in it.

type Asking = { ask: 'read' | 'judge'; given: unknown[] }
type Answering = { answer: unknown } | { failed: string }

/** Opens a desk in another thread; it must be closed. */
export const openFarDesk = (): Desk => {
  const worker = new Worker(new URL(import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: 2048 } })
  let pending: { resolve: (answer: unknown) => void; reject: (error: Error) => void } | undefined
  worker.on('message', (message: Answering) => {
    if ('failed' in message) pending?.reject(new Error(message.failed))
    else pending?.resolve(message.answer)
  })
  worker.on('error', (error: Error) => pending?.reject(error))
  worker.on('exit', () => pending?.reject(new Error('the desk was closed')))
  const ask = <T>(question: Asking['ask'], ...given: unknown[]): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      pending = { resolve: (answer) => resolve(answer as T), reject }
      worker.postMessage({ ask: question, given } satisfies Asking)
    })
  return {
    read: (sent) => ask('read', sent),
    judge: (beside, wanted) => ask('judge', beside, wanted),
    close: async () => void (await worker.terminate()),
  }
}

if (!isMainThread) {
  const desk = openDesk()
  parentPort?.on('message', async ({ ask, given }: Asking) => {
    const answer = (desk[ask] as (...given: unknown[]) => Promise<unknown>)(...given)
    const message: Answering = await answer.then(
      (answer) => ({ answer }),
      (error: unknown) => ({ failed: String((error as Error)?.stack ?? error) }),
    )
    parentPort?.postMessage(message)
  })
}
