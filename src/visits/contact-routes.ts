import type { Acting } from '../database/acting.ts'
import { type Route, route } from '../http/serve.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { cadresOn } from '../needs/store.ts'
import { settledOf } from '../organs/store.ts'
import { book } from '../rules/book.ts'
import * as contract from './contact-contract.ts'
import * as store from './contact-store.ts'
import { endFault, linkFault } from './contacts.ts'
import { noCadre } from './refusals.ts'
import { quietSince, rhythmOf } from './rhythm.ts'

/** The contact points with the judgment whether nobody has been there for long. */
export const judgedPoints = async (tx: Acting, today: Day, ended: boolean) => {
  const rhythm = rhythmOf(book, await settledOf(tx), today)
  const points = await store.contactPoints(tx, { ended })
  return {
    rhythm,
    points: points.map((point) => ({
      ...point,
      quietSince: point.until === null ? quietSince(rhythm, point, today) : null,
    })),
  }
}

const list = route(contract.listPoints, async ({ tx, actor, today, query }) => {
  const { rhythm, points } = await judgedPoints(tx, today, query.ended)
  return { points, rhythm: rhythm?.words ?? null, me: actor.person }
})

const stale = (): Refusal => refuse('stale', '您打开之后，别人更新过这个联系点。请刷新后看过新的内容再办。')

const pointOf = async (tx: Acting, id: string): Promise<store.KeptPoint | Refusal> =>
  (await store.contactPoints(tx, { ended: true, only: id }))[0] ??
  refuse('not-found', '没有这个联系点。请从联系点列表中选择。')

const nameFault = async (tx: Acting, name: string, but?: string): Promise<Refusal | null> => {
  const points = await store.contactPoints(tx, { ended: false })
  return points.some((point) => point.name === name && point.id !== but)
    ? refuse('conflict', `已经有一个叫“${name}”的联系点。请换一个能区别开的名称。`, { field: 'name' })
    : null
}

const make = route(contract.makePoint, async ({ tx, body }) => {
  const fault = await nameFault(tx, body.name)
  return fault ?? { id: await store.insertPoint(tx, { ...body, area: body.area || null }) }
})

const change = route(contract.changePoint, async ({ tx, params, body }) => {
  const point = await pointOf(tx, params.point)
  if (isRefusal(point)) return point
  const { version, ...given } = body
  const fault = point.until === null ? await nameFault(tx, given.name, point.id) : null
  if (fault) return fault
  if (!(await store.changePoint(tx, point.id, version, { ...given, area: given.area || null })))
    return stale()
  return { version: version + 1 }
})

const end = route(contract.endPoint, async ({ tx, params, body }) => {
  const point = await pointOf(tx, params.point)
  if (isRefusal(point)) return point
  const fault = endFault(point, body.until)
  if (fault) return fault
  if (!(await store.changePoint(tx, point.id, body.version, { until: body.until }))) return stale()
  await store.endLinks(tx, point.id, body.until)
  return { version: body.version + 1 }
})

const link = route(contract.linkCadre, async ({ tx, today, params, body }) => {
  const point = await pointOf(tx, params.point)
  if (isRefusal(point)) return point
  const cadre = (await cadresOn(tx, today.toString())).find(({ id }) => id === body.personId)
  if (!cadre) return noCadre('personId')
  const fault = linkFault(point, body)
  if (fault) return fault
  return { id: await store.insertLink(tx, { ...body, pointId: point.id, personName: cadre.name }) }
})

const endLink = route(contract.endLink, async ({ tx, params, body }) => {
  const link = await store.linkOf(tx, params.link)
  if (!link) return refuse('not-found', '没有这项联系安排。请从联系点列表中选择。')
  if (body.until < link.since)
    return refuse('invalid', `联系从 ${link.since} 开始。请填写这一天或以后的日期。`, { field: 'until' })
  if (link.until !== null && body.until > link.until)
    return refuse('invalid', `联系到 ${link.until} 已经结束。要接着联系的，请另行安排。`, { field: 'until' })
  if (!(await store.endLink(tx, link.id, body.version, body.until))) return stale()
  return { version: body.version + 1 }
})

export const contactRoutes: readonly Route[] = [list, make, change, end, link, endLink]
