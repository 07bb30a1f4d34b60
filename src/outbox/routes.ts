import { type Asked, type Route, route } from '../http/serve.ts'
import { refuse } from '../kernel/outcome.ts'
import { cadresOn } from '../needs/store.ts'
import { nameOf } from '../people/names-store.ts'
import * as contract from './contract.ts'
import { insertKey, namesFor, ownKey } from './store.ts'

const ready = route(contract.readyDevice, async (asked) => {
  const { tx, actor, today } = asked
  const on = today.toString()
  const kept = (await ownKey(tx)) ?? (await firstKey(asked))
  const cadres = await cadresOn(tx, on)
  return {
    person: { id: actor.person, name: (await nameOf(tx, actor.person)) ?? '' },
    ...(await namesFor(tx, on)),
    publicKey: kept.publicKey,
    cadres: cadres.map(({ id, name, initials }) => ({ id, name, initials })),
  }
})

const firstKey = async ({ tx, sealed, actor }: Asked<typeof contract.readyDevice>) => {
  const pair = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  const inBase64 = async (form: 'spki' | 'pkcs8', key: CryptoKey) =>
    Buffer.from(await crypto.subtle.exportKey(form, key)).toString('base64')
  const publicKey = await inBase64('spki', pair.publicKey)
  await insertKey(tx, {
    publicKey,
    content: sealed.conceal(await inBase64('pkcs8', pair.privateKey), keyPlace(actor.person)),
  })
  return (await ownKey(tx)) ?? { publicKey }
}

const keyPlace = (person: string): string => `device_key ${person} content`

const key = route(contract.readKey, async ({ tx, sealed, actor }) => {
  const kept = await ownKey(tx)
  if (!kept) return refuse('not-found', '您还没有在任何设备上备好断网登记。请先打开一次「记走访」。')
  return { personId: actor.person, privateKey: sealed.reveal(kept.content, keyPlace(actor.person)) }
})

export const outboxRoutes: readonly Route[] = [ready, key]
