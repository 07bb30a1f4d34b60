import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { type Desk, held, matterOf, writeStep } from './asking-jobs.ts'
import { settleDue } from './clock-jobs.ts'
import { type Cadre, isFit, mayOwn } from './handling.ts'
import * as contract from './handling-contract.ts'
import { endHelp, insertHelper, recusedFrom } from './handling-store.ts'
import type { Matter } from './matter.ts'
import { cadresOn } from './store.ts'

/** The colleague of the request, if she may own or help with the matter. */
const fit = async (desk: Desk, matter: Matter, personId: string): Promise<Cadre | Refusal> => {
  const who = (await cadresOn(desk.tx, desk.today.toString())).find(({ id }) => id === personId)
  return isFit(matter, who, await recusedFrom(desk.tx, matter.id))
}

/** Whoever has an owner is being handled, once it was judged how soon. */
const owned = ({ level, state }: Matter, { id, name }: Cadre) => ({
  ownerId: id,
  ownerName: name,
  ...(state === 'received' && level !== null ? { state: 'handling' } : {}),
})

const assign = route(contract.assignNeed, async (asked) => {
  const { tx, params, body, actor } = asked
  const matter = await matterOf(tx, params.need)
  if (isRefusal(matter)) return matter
  const who = await fit(asked, matter, body.personId)
  if (isRefusal(who)) return who
  const { grants, person } = actor
  const handles = may(grants, 'need.handle', matter.unitPath)
  const leads = may(grants, 'need.lead', matter.unitPath)
  const barred = mayOwn(matter, who, { person, handles, leads })
  if (barred) return barred
  const taken = await held(asked, matter.id, body.version, owned(matter, who))
  if (isRefusal(taken)) return taken
  await writeStep(asked, taken, { kind: 'assigned', to: who })
  await settleDue(asked, taken.id)
  return { version: taken.version }
})

/** 回避: whoever has an interest in the matter steps back and hands it on in one act (信访工作条例 art. 28). */
const recuse = route(contract.recuseFromNeed, async (asked) => {
  const { tx, params, body, actor } = asked
  const matter = await matterOf(tx, params.need)
  if (isRefusal(matter)) return matter
  if (matter.ownerId !== actor.person)
    return refuse('not-permitted', '只有承办人自己提出回避。要换承办人的，请负责人另行指派。')
  const who = await fit(asked, matter, body.personId)
  if (isRefusal(who)) return who
  const barred = mayOwn(matter, who, { person: actor.person, handles: true, leads: false })
  if (barred) return barred
  const passed = await held(asked, matter.id, body.version, owned(matter, who))
  if (isRefusal(passed)) return passed
  await writeStep(asked, passed, { kind: 'recused', text: body.reason, to: who })
  return { version: passed.version }
})

const join = route(contract.addHelper, async (asked) => {
  const { tx, params, body, today } = asked
  const matter = await held(asked, params.need, body.version)
  if (isRefusal(matter)) return matter
  const who = await fit(asked, matter, body.personId)
  if (isRefusal(who)) return who
  if (matter.ownerId === who.id || matter.helpers.some((each) => each.personId === who.id && !each.until))
    return refuse('conflict', `${who.name}已经在承办或协办这件需求。`, { field: 'personId' })
  const { id: personId, name: personName } = who
  await insertHelper(tx, { needId: matter.id, personId, personName, since: today.toString() })
  await writeStep(asked, matter, { kind: 'helper-joined', to: who })
  return { version: matter.version }
})

const leave = route(contract.removeHelper, async (asked) => {
  const { tx, params, body, today } = asked
  const matter = await held(asked, params.need, body.version)
  if (isRefusal(matter)) return matter
  const helper = matter.helpers.find(({ id, until }) => id === params.helper && until === null)
  if (!helper) return refuse('not-found', '这个人没有在协办这件需求。请刷新后再看。')
  await writeStep(asked, matter, {
    kind: 'helper-left',
    to: { id: helper.personId, name: helper.name },
  })
  // Last, since whoever helped may see nothing of it any more.
  await endHelp(tx, matter.id, helper.id, today.toString())
  return { version: matter.version }
})

export const handlingRoutes: readonly Route[] = [assign, recuse, join, leave]
