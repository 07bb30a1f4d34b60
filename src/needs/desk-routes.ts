import { type Route, route } from '../http/serve.ts'
import { may } from '../kernel/access.ts'
import { refuse } from '../kernel/outcome.ts'
import { unitOf } from '../organs/store.ts'
import * as contract from './desk-contract.ts'
import { deskLeads, deskNow, keepDesk, publicDesks } from './desk-store.ts'

const read = route(contract.readDesk, async ({ tx, actor, today }) => {
  const desk = await deskNow(tx)
  const others = (await publicDesks(tx)).some(({ organId }) => organId !== actor.organ)
  return {
    unitId: desk.unitId,
    publicOpen: desk.publicOpen ?? false,
    phone: desk.phone || contract.DEFAULT_PHONE,
    phoneHours: desk.phoneHours ?? '',
    address: others ? `/ask/${actor.organ}` : '/ask',
    leads: (await deskLeads(tx, today.toString())).map(({ name }) => name),
    version: desk.version ?? 0,
  }
})

const change = route(contract.changeDesk, async ({ tx, actor, today, body }) => {
  const { version, ...desk } = body
  const unit = await unitOf(tx, desk.unitId)
  if (!unit || unit.dissolvedOn)
    return refuse('not-found', '没有这个组织，或已撤销。请从列表中选择。', { field: 'unitId' })
  if (!may(actor.grants, 'need.lead', unit.path)) return notYours()
  if (!(await keepDesk(tx, desk, version)))
    return refuse('stale', '您打开之后，别人改过接待设置。请刷新后看过新的内容再改。')
  // Asked after it is kept: who leads follows the unit.
  if (desk.publicOpen && (await deskLeads(tx, today.toString())).length === 0) return nobodyLeads()
  return { version: version + 1 }
})

const notYours = () =>
  refuse('not-permitted', '接待设置由所选组织的维权部门负责人或妇联分管领导定。请选择您任职的组织。', {
    field: 'unitId',
  })
const nobodyLeads = () =>
  refuse(
    'conflict',
    '所选组织还没有维权部门负责人或妇联分管领导，网上提交的敏感内容没有人能看。请先登记任职，再开放网页。',
    { field: 'unitId' },
  )

export const deskRoutes: readonly Route[] = [read, change]
