import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { settledOf } from '../organs/store.ts'
import { nameOf } from '../people/names-store.ts'
import {
  destroyWords,
  endKnowing,
  insertDestruction,
  insertKnower,
  keepAway,
  recordOpening,
} from './apart-store.ts'
import { held, matterOf, writeStep } from './asking-jobs.ts'
import { knowsNow, leaveOutBarred, letInBarred } from './knowers.ts'
import { noNeed, notLetIn, stale } from './refusals.ts'
import { keptUntil } from './retention.ts'
import * as contract from './sealed-contract.ts'
import { layApart } from './sealing-jobs.ts'
import { forgetWords } from './search-store.ts'
import { cadresOn, changeNeed } from './store.ts'

const letIn = route(contract.letIn, async (asked) => {
  const { tx, actor, params, body, today } = asked
  const matter = await matterOf(tx, params.need)
  if (isRefusal(matter)) return matter
  if (!matter.sensitive) return refuse('conflict', '这件需求没有封存，接待部门都能办理，不用另外准许。')
  const leads = may(actor.grants, 'need.lead', matter.unitPath)
  const barred = letInBarred(matter, {
    person: actor.person,
    leads,
    whom: body.personId,
    ground: body.ground,
  })
  if (barred) return barred
  const who = (await cadresOn(tx, today.toString())).find(({ id }) => id === body.personId)
  if (!who) return refuse('invalid', '机关干部名单里没有这个人。请从名单中选择。', { field: 'personId' })
  if (!(await changeNeed(tx, matter.id, body.version))) return stale()
  await insertKnower(tx, {
    needId: matter.id,
    personId: who.id,
    personName: who.name,
    since: today.toString(),
  })
  await writeStep(asked, matter, { kind: 'let-in', to: who })
  if (who.id === actor.person && body.ground)
    await recordOpening(tx, { needId: matter.id, readerName: who.name, ground: body.ground })
  return { version: body.version + 1 }
})

const leaveOut = route(contract.leaveOut, async (asked) => {
  const { tx, actor, params, body, today } = asked
  const matter = await matterOf(tx, params.need)
  if (isRefusal(matter)) return matter
  const knower = matter.knowers.find(({ id, until }) => id === params.knower && until === null)
  if (!knower) return refuse('not-found', '这个人不在知悉范围内。请刷新后再看。')
  const leads = may(actor.grants, 'need.lead', matter.unitPath)
  const barred = leaveOutBarred(matter, { person: actor.person, leads, whom: knower.personId })
  if (barred) return barred
  if (!(await changeNeed(tx, matter.id, body.version))) return stale()
  await writeStep(asked, matter, { kind: 'left-out', to: { id: knower.personId, name: knower.name } })
  // Last, since whoever knew sees nothing of it any more.
  await endKnowing(tx, matter.id, knower.id, today.toString())
  return { version: body.version + 1 }
})

const seal = route(contract.sealNeed, async (asked) => {
  const { tx, actor, params, body } = asked
  const matter = await held(asked, params.need, body.version)
  if (isRefusal(matter)) return matter
  if (matter.sensitive) return refuse('conflict', '这件需求已经封存。')
  const laid = await layApart(asked, matter, (await nameOf(tx, actor.person)) ?? '')
  await forgetWords(tx, matter.id)
  await writeStep(asked, laid, { kind: 'sealed' })
  return { version: matter.version }
})

const putAway = route(contract.putAway, async (asked) => {
  const { tx, actor, params, body, today } = asked
  const matter = await matterOf(tx, params.need)
  if (isRefusal(matter)) return matter
  if (!may(actor.grants, 'need.lead', matter.unitPath)) return noNeed()
  if (!matter.apart) return notLetIn()
  if (matter.state !== 'closed' || !matter.closedOn)
    return refuse('conflict', '办结以后才能转入保管。请先告知本人并办结。')
  if (matter.apart.sealedOn) return refuse('conflict', '这件需求已经转入保管。')
  if (!(await changeNeed(tx, matter.id, body.version))) return stale()
  const keepUntil = keptUntil(matter.closedOn, await settledOf(tx), today.toString())
  await writeStep(asked, matter, { kind: 'put-away' })
  await keepAway(tx, matter.id, { sealedOn: today.toString(), keepUntil })
  return { version: body.version + 1 }
})

const destroy = route(contract.destroyNeed, async (asked) => {
  const { tx, actor, params, body, today } = asked
  const matter = await matterOf(tx, params.need)
  if (isRefusal(matter)) return matter
  if (!may(actor.grants, 'need.lead', matter.unitPath)) return noNeed()
  if (!matter.apart || !knowsNow(matter, actor.person)) return notLetIn()
  const { sealedOn, keepUntil } = matter.apart
  if (!sealedOn) return refuse('conflict', '先转入保管，保管期满以后才能销毁。')
  if (!keepUntil) return refuse('conflict', '保管期限是永久，不销毁。')
  if (keepUntil >= today.toString()) return refuse('conflict', `保管到 ${keepUntil}，期满以后才能销毁。`)
  if (body.witnessId === actor.person)
    return refuse('invalid', '监销人要另选一位同志。', { field: 'witnessId' })
  const witness = (await cadresOn(tx, today.toString())).find(({ id }) => id === body.witnessId)
  if (!witness) return refuse('invalid', '机关干部名单里没有这个人。请从名单中选择。', { field: 'witnessId' })
  if (!(await changeNeed(tx, matter.id, body.version))) return stale()
  await writeStep(asked, matter, { kind: 'destroyed', to: witness })
  await insertDestruction(tx, {
    needId: matter.id,
    destroyedOn: today.toString(),
    keptUntil: keepUntil,
    byName: (await nameOf(tx, actor.person)) ?? '',
    witnessId: witness.id,
    witnessName: witness.name,
    ...(await destroyWords(tx, matter.id)),
  })
  return { version: body.version + 1 }
})

export const sealedRoutes: readonly Route[] = [letIn, leaveOut, seal, putAway, destroy]
