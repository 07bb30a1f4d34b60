import { call, Refused } from '../http/call.ts'
import type { Answer } from './answer.ts'
import { type Box, keyIn, seal, unseal } from './box.ts'
import { type Kit, readKey, readyDevice } from './contract.ts'
import { emptyPages, isSecure } from './device.ts'
import type { Draft } from './draft.ts'
import { type Sent, sendAll } from './sending.ts'
import * as shelf from './shelf.ts'

/** A draft as the pages show it; its words are null where they cannot be read here and now. */
export type Item = Pick<shelf.Kept, 'id' | 'stage' | 'since'> & { draft: Draft | null; answer: Answer | null }

/** Why nothing goes out just now. */
export type Trouble = 'offline' | 'no-answer' | 'signed-out' | 'refused'

export type Outbox = {
  /** Whether the device has been looked at. */
  ready: boolean
  kit: Kit | null
  items: readonly Item[]
  /** How many drafts of other accounts lie on the device. */
  others: number
  sending: boolean
  trouble: Trouble | null
}

let outbox: Outbox = { ready: false, kit: null, items: [], others: 0, sending: false, trouble: null }
const watchers = new Set<() => void>()

/** The words of drafts that this page wrote or opened, and the key that opens the others: gone with the page. */
const opened = new Map<string, Draft>()
let key: CryptoKey | null = null
/** Where the browser keeps nothing, over plain http: the drafts of this page alone. */
const loose = new Map<string, shelf.Kept>()

export const watch = (told: () => void): (() => void) => {
  watchers.add(told)
  return () => void watchers.delete(told)
}

export const outboxNow = (): Outbox => outbox

const become = (change: Partial<Outbox>): void => {
  outbox = { ...outbox, ...change }
  for (const told of watchers) told()
}

/** What still waits or needs the person. */
export const unsent = ({ items }: Outbox): readonly Item[] => items.filter(({ stage }) => stage !== 'sent')

/** Asks for the newest kit, or takes the one on the device; then reads what lies there, as far as it can be read. */
export const prepare = async (): Promise<void> => {
  try {
    const kit = await call(readyDevice, {})
    if (isSecure()) await shelf.keepKit(kit)
    if (outbox.kit?.person.id !== kit.person.id) forget()
    become({ kit, trouble: null })
    await unlock()
  } catch (error) {
    become({
      trouble: troubleIn(error),
      kit: outbox.kit ?? (isSecure() ? ((await shelf.keptKit()) ?? null) : null),
    })
  }
  await refresh()
  become({ ready: true })
}

const forget = (): void => {
  opened.clear()
  key = null
}

/** The key that opens her drafts, asked of the server with her session. It is never laid down. */
const unlock = async (): Promise<void> => {
  if (!isSecure()) return
  const { personId, privateKey } = await call(readKey, {})
  if (personId === outbox.kit?.person.id) key = await keyIn(privateKey)
}

const WEEK_MS = 7 * 24 * 3_600_000

/** Reads the device anew. */
export const refresh = async (): Promise<void> => {
  const owner = outbox.kit?.person.id
  const all = isSecure() ? await shelf.allKept() : [...loose.values()]
  const hers = all
    .filter((each) => each.owner === owner)
    .sort((one, other) => (one.since < other.since ? -1 : 1))
  const items: Item[] = []
  for (const kept of hers) {
    if (kept.stage === 'sent' && Date.now() - Date.parse(kept.since) > WEEK_MS) await shelf.drop(kept.id)
    else items.push(await shown(kept))
  }
  become({ items, others: all.filter((each) => each.owner !== owner && each.stage !== 'sent').length })
}

const shown = async ({ id, stage, since, owner, box, answer }: shelf.Kept): Promise<Item> => {
  const read = async (of: Box | null, what: string): Promise<unknown> =>
    of && key ? JSON.parse(await unseal(key, of, place(owner, id, what)).catch(() => 'null')) : null
  const draft = opened.get(id) ?? ((await read(box, 'draft')) as Draft | null)
  if (draft && key) opened.set(id, draft)
  return {
    id,
    stage,
    since,
    draft: stage === 'sent' ? null : draft,
    answer: (await read(answer, 'answer')) as Answer | null,
  }
}

const place = (owner: string, id: string, what: string): string => `${owner} ${id} ${what}`

let last: Promise<unknown> = Promise.resolve()

/** Lays a draft down, encrypted; with `waiting` it goes out as soon as it can. One after the other, as they were asked for. */
export const save = (draft: Draft, stage: 'writing' | 'waiting'): Promise<void> => {
  const saving = last.catch(() => {}).then(() => laid(draft, stage))
  last = saving
  return saving
}

const laid = async (draft: Draft, stage: 'writing' | 'waiting'): Promise<void> => {
  const { kit } = outbox
  if (!kit) throw new Error('a device that was never made ready')
  opened.set(draft.id, draft)
  const owner = kit.person.id
  const box = isSecure()
    ? await seal(kit.publicKey, JSON.stringify(draft), place(owner, draft.id, 'draft'))
    : null
  await lay({ id: draft.id, owner, stage, since: Temporal.Now.instant().toString(), box, answer: null })
  await refresh()
}

const lay = async (kept: shelf.Kept): Promise<void> => {
  if (isSecure()) await shelf.keep(kept)
  else loose.set(kept.id, kept)
}

export const discard = async (id: string): Promise<void> => {
  opened.delete(id)
  if (isSecure()) await shelf.drop(id)
  loose.delete(id)
  await refresh()
}

/** Sends what waits. One page at a time does so, whichever are open. */
export const send = async (): Promise<void> => {
  if (!isSecure()) return sendWaiting()
  await navigator.locks.request('zhixing-outbox', { ifAvailable: true }, async (lock) => {
    if (lock) await sendWaiting()
  })
}

const sendWaiting = async (): Promise<void> => {
  if (!outbox.kit) return
  become({ sending: true })
  try {
    // Asked for anew each time: it also says whether the person is still signed in, and that it is she.
    await unlock()
    await refresh()
    const waiting = outbox.items.flatMap(({ stage, draft }) => (stage === 'waiting' && draft ? [draft] : []))
    await sendAll(waiting, settle)
    become({ trouble: null })
  } catch (error) {
    become({ trouble: troubleIn(error) })
  } finally {
    await refresh()
    become({ sending: false })
  }
}

const settle = async (id: string, sent: Sent): Promise<void> => {
  const { kit } = outbox
  if (sent.kind === 'again' || !kit) return
  const owner = kit.person.id
  const since = Temporal.Now.instant().toString()
  if (sent.kind === 'sent') {
    opened.delete(id)
    return lay({ id, owner, stage: 'sent', since, box: null, answer: null })
  }
  const draft = opened.get(id)
  if (!draft) return
  const secure = isSecure()
  const sealed = (value: unknown, what: string) =>
    seal(kit.publicKey, JSON.stringify(value), place(owner, id, what))
  const box = secure ? await sealed(draft, 'draft') : null
  const answer = secure ? await sealed(sent.answer, 'answer') : null
  const stage = sent.answer.kind === 'conflict' ? 'conflict' : 'refused'
  await lay({ id, owner, stage, since, box, answer })
}

const troubleIn = (error: unknown): Trouble => {
  if (!(error instanceof Refused)) throw error
  if (error.refusal.refused === 'not-signed-in') return 'signed-out'
  if (error.refusal.refused !== 'unavailable') return 'refused'
  return navigator.onLine ? 'no-answer' : 'offline'
}

/** All that is hers goes; the encrypted drafts of other accounts stay, since nobody else could send them. For signing out. */
export const empty = async (): Promise<void> => {
  forget()
  loose.clear()
  if (isSecure()) {
    const owner = outbox.kit?.person.id
    const others = (await shelf.allKept()).filter((each) => each.owner !== owner && each.stage !== 'sent')
    await shelf.clear()
    for (const each of others) await shelf.keep(each)
    await emptyPages()
  }
  become({ items: [], others: 0, kit: null, ready: false })
}
