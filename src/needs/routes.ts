import { type Route, route } from '../http/serve.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { nameOf } from '../people/names-store.ts'
import { recordOpening } from './apart-store.ts'
import { held, matterOf, shownTo, writeStep } from './asking-jobs.ts'
import { closingRoutes } from './closing-routes.ts'
import * as contract from './contract.ts'
import { handlingRoutes } from './handling-routes.ts'
import { type Matter, numberOf } from './matter.ts'
import { needPaperRoutes } from './paper-routes.ts'
import { type Received, receive } from './receive-jobs.ts'
import { referralRoutes } from './referral-routes.ts'
import { idIsTaken, isHereafter, notLetIn } from './refusals.ts'
import { cadresOn, readMatter } from './store.ts'

const cadres = route(contract.listCadres, async ({ tx, today }) => ({
  cadres: await cadresOn(tx, today.toString()),
}))

const receivedAs = (matter: Matter): Received => ({
  id: matter.id,
  number: numberOf(matter),
  sensitive: matter.sensitive,
})

const receiveOne = route(contract.receiveNeed, async (asked) => {
  const { body, today, tx } = asked
  if (body.receivedOn > today.toString()) return isHereafter('receivedOn', body.receivedOn)
  const known = body.id ? await readMatter(tx, body.id) : undefined
  if (known) return receivedAs(known)
  const received = await receive(asked, body)
  if (received) return received
  // Sent twice at one moment: the other sending has entered it.
  const entered = body.id ? await readMatter(tx, body.id) : undefined
  return entered ? receivedAs(entered) : idIsTaken()
})

const read = route(contract.readNeed, async (asked) => {
  const matter = await matterOf(asked.tx, asked.params.need)
  return isRefusal(matter) ? matter : shownTo(asked, matter)
})

/** The words of a sensitive matter: whoever was let in says why, and it is written down before they are shown. */
const open = route(contract.openNeed, async (asked) => {
  const { tx, actor, params, body } = asked
  const matter = await matterOf(tx, params.need)
  if (isRefusal(matter)) return matter
  if (!matter.sensitive) return refuse('conflict', '这件需求没有封存，直接查看即可。')
  if (!matter.apart) return notLetIn()
  const readerName = (await nameOf(tx, actor.person)) ?? ''
  await recordOpening(tx, { needId: matter.id, readerName, ground: body.ground })
  const opened = await matterOf(tx, matter.id)
  return isRefusal(opened) ? opened : shownTo(asked, opened)
})

const note = route(contract.addStep, async (asked) => {
  const { params, body, today } = asked
  if (body.onDay > today.toString()) return isHereafter('onDay', body.onDay)
  const matter = await held(asked, params.need, body.version)
  if (isRefusal(matter)) return matter
  await writeStep(asked, matter, { kind: 'noted', text: body.text, onDay: body.onDay })
  return { version: matter.version }
})

export const needRoutes: readonly Route[] = [
  cadres,
  receiveOne,
  read,
  open,
  note,
  ...handlingRoutes,
  ...referralRoutes,
  ...closingRoutes,
  ...needPaperRoutes,
]
