import { type Route, route } from '../http/serve.ts'
import { isRefusal, refuse } from '../kernel/outcome.ts'
import { nameOf } from '../people/names-store.ts'
import { recordOpening } from './apart-store.ts'
import { held, matterOf, writeStep } from './asking-jobs.ts'
import { brought, broughtWords } from './brought-jobs.ts'
import * as contract from './file-contract.ts'
import { keepFile, readFile } from './file-jobs.ts'
import { notLetIn } from './refusals.ts'

const add = route(contract.addNeedFile, async (asked) => {
  const { tx, actor, params, query, file } = asked
  const matter = await held(asked, params.need, query.version)
  if (isRefusal(matter)) return matter
  const handed = await brought(file, query.name, contract.MOST_BYTES)
  if (isRefusal(handed)) return handed
  await keepFile(asked, matter, handed, (await nameOf(tx, actor.person)) ?? '')
  await writeStep(asked, matter, { kind: 'file-added', text: broughtWords(handed) })
  return { name: handed.name, size: handed.bytes.byteLength, fingerprint: handed.fingerprint }
})

const take = route(contract.takeNeedFile, async (asked) => {
  const { tx, actor, params, body } = asked
  const matter = await matterOf(tx, params.need)
  if (isRefusal(matter)) return matter
  if (matter.sensitive) {
    if (!matter.apart) return notLetIn()
    if (!body.ground) return refuse('invalid', '这件需求已封存，下载材料要选一个理由。', { field: 'ground' })
    const readerName = (await nameOf(tx, actor.person)) ?? ''
    await recordOpening(tx, { needId: matter.id, readerName, ground: body.ground })
  }
  const file = await readFile(asked, matter, params.file)
  if (!file) return refuse('not-found', '没有这份材料。请从列表中选择。')
  return { name: file.name, type: file.mediaType, bytes: file.bytes }
})

export const fileRoutes: readonly Route[] = [add, take]
