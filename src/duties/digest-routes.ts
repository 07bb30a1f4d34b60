import { type Route, route } from '../http/serve.ts'
import * as store from './digest-store.ts'
import * as contract from './reminder-contract.ts'

/** Digests are off until someone asks for hers; where no mail can be sent, the answer says so. */
export const digestRoutes = (possible: boolean): readonly Route[] => [
  route(contract.readDigest, async ({ tx, actor }) => {
    const subscription = await store.subscriptionOf(tx, actor.person)
    return { address: subscription?.address ?? null, possible }
  }),
  route(contract.subscribeDigest, async ({ tx, actor, body }) => {
    if (body.address === null) await store.unsubscribe(tx, actor.person)
    else await store.subscribe(tx, actor.person, body.address)
    return { address: body.address, possible }
  }),
]
