import type { Acting } from '../database/acting.ts'
import { type Route, route } from '../http/serve.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { cadresOn } from '../needs/store.ts'
import * as contract from './contract.ts'
import { changePromise, promiseOf, promisesOf } from './promise-store.ts'
import * as refusals from './refusals.ts'
import { promisePlace } from './words.ts'

const own = route(contract.listOwnPromises, async ({ tx, actor, sealed }) => ({
  promises: (await promisesOf(tx, actor.person)).map(({ content, ...promise }) => ({
    ...promise,
    what: sealed.reveal(content, promisePlace(promise.id)),
  })),
}))

type Promised = NonNullable<Awaited<ReturnType<typeof promiseOf>>>

const herPromise = async (tx: Acting, id: string): Promise<Promised | Refusal> => {
  const promise = await promiseOf(tx, id)
  if (!promise) return refuse('not-found', '没有这项承诺，或它不由您查看。请从走访记录中选择。')
  return promise.hers
    ? promise
    : refuse('not-permitted', '承诺由承办人和参加走访的人登记办理情况。请转告她们。')
}

const keep = route(contract.keepPromise, async ({ tx, today, params, body }) => {
  const promise = await herPromise(tx, params.promise)
  if (isRefusal(promise)) return promise
  const { doneOn, toldOn, version } = body
  if (doneOn > today.toString()) return refusals.isHereafter('doneOn', doneOn)
  if (toldOn && toldOn > today.toString()) return refusals.isHereafter('toldOn', toldOn)
  if (promise.heldOn && doneOn < promise.heldOn)
    return refuse('invalid', `办到的日期在走访（${promise.heldOn}）之前。请填写走访当天或以后的日期。`, {
      field: 'doneOn',
    })
  if (toldOn && toldOn < doneOn)
    return refuse('invalid', '告知的日期在办到之前。请填写办到当天或以后的日期。', { field: 'toldOn' })
  if (!(await changePromise(tx, promise.id, version, { doneOn, toldOn }))) return refusals.stale()
  return { version: version + 1 }
})

const pass = route(contract.passPromise, async ({ tx, today, params, body }) => {
  const promise = await herPromise(tx, params.promise)
  if (isRefusal(promise)) return promise
  if (promise.toldOn) return refuse('conflict', '这项承诺已经办到并告知，不用移交。')
  const cadre = (await cadresOn(tx, today.toString())).find(({ id }) => id === body.ownerId)
  if (!cadre) return refusals.noCadre('ownerId')
  const change = { ownerId: cadre.id, ownerName: cadre.name }
  if (!(await changePromise(tx, promise.id, body.version, change))) return refusals.stale()
  return { version: body.version + 1 }
})

export const promiseRoutes: readonly Route[] = [own, keep, pass]
