import type { Endpoint } from '../http/endpoint.ts'
import { type Asked, type Route, route } from '../http/serve.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import * as contract from './contract.ts'
import * as store from './own-store.ts'
import { selfPlace } from './self-place.ts'

const listOwn = route(contract.listOwnAppraisals, async ({ tx, actor, sealed }) => ({
  appraisals: (await store.ownRounds(tx)).map(({ content, handedInOn, ...own }) => ({
    ...own,
    self: content && { text: sealed.reveal(content, selfPlace(own.id, actor.person)), handedInOn },
  })),
}))

const saveSelf = route(contract.saveSelf, async (asked) => {
  const { tx, actor, params, body } = asked
  const seat = await seatOpen(asked, params.appraisal)
  if (isRefusal(seat)) return seat
  if (await store.handedInSelf(tx, params.appraisal, actor.person))
    return refuse('conflict', '自评已经提交。改好以后，请再提交一次。')
  return write(asked, params.appraisal, seat.unitId, body.text, null)
})

const handInSelf = route(contract.handInSelf, async (asked) => {
  const { today, params, body } = asked
  const seat = await seatOpen(asked, params.appraisal)
  return isRefusal(seat) ? seat : write(asked, params.appraisal, seat.unitId, body.text, today.toString())
})

type Asking = Pick<Asked<Endpoint>, 'tx' | 'actor' | 'sealed'>

const seatOpen = async ({ tx }: Asking, id: string) => {
  const seat = await store.ownSeat(tx, id)
  if (!seat) return noSeat()
  return seat.closed ? refuse('conflict', '这一年的民主评议已经办结，自评不能再改。') : seat
}

const noSeat = (): Refusal =>
  refuse('not-found', '您不在这次民主评议的名单上。请问支部的组织委员。', { field: 'appraisal' })

const write = async (
  { tx, actor, sealed }: Asking,
  id: string,
  unitId: string,
  text: string,
  on: string | null,
) => {
  const content = sealed.conceal(text, selfPlace(id, actor.person))
  await store.writeSelf(tx, { appraisalId: id, personId: actor.person, unitId, content, handedInOn: on })
  return { id }
}

export const ownRoutes: readonly Route[] = [listOwn, saveSelf, handInSelf]
