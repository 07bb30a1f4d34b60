import { type Route, route } from '../http/serve.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { settledOf } from '../organs/store.ts'
import { settledOn } from '../rules/standing.ts'
import * as store from './apart-store.ts'
import { type Desk, held, writeStep } from './asking-jobs.ts'
import { settleDue, waysOf } from './clock-jobs.ts'
import type { Matter } from './matter.ts'
import { dueOf, type FollowUp, faultOf } from './measures.ts'
import * as contract from './sealed-contract.ts'
import type { MeasureWords } from './words.ts'
import { rowPlace } from './words-jobs.ts'

/** The measure as it is kept: its words encrypted, the next day to act on beside them. */
const kept = async (desk: Desk, matter: Matter, id: string, words: MeasureWords) => {
  if (!matter.sensitive || !matter.apart)
    return refuse('conflict', '保护措施只登记在封存的需求里。请先转入封存。')
  const today = desk.today.toString()
  const ways = await waysOf(desk.tx, today)
  const fault = faultOf(words, today, ways)
  if (fault) return within(fault)
  const followUp = (settledOn(await settledOf(desk.tx), today)['dvWarning.followup'] ?? 'manual') as FollowUp
  const text = JSON.stringify(words)
  return {
    dueOn: dueOf(words, { ways, followUp }),
    content: desk.compartment.conceal(matter.apart.cipher, matter.id, text, rowPlace(matter.id, id)),
  }
}

const within = (fault: Refusal): Refusal =>
  fault.field ? { ...fault, field: `words.${fault.field}` } : fault

const add = route(contract.addMeasure, async (asked) => {
  const { tx, params, body } = asked
  const matter = await held(asked, params.need, body.version)
  if (isRefusal(matter)) return matter
  const id = crypto.randomUUID()
  const measure = await kept(asked, matter, id, body.words)
  if (isRefusal(measure)) return measure
  await store.insertMeasure(tx, { id, needId: matter.id, ...measure })
  await writeStep(asked, matter, { kind: 'measure-added' })
  await settleDue(asked, matter.id)
  return { version: matter.version }
})

const change = route(contract.changeMeasure, async (asked) => {
  const { tx, params, body } = asked
  const matter = await held(asked, params.need, body.version)
  if (isRefusal(matter)) return matter
  if (!matter.measures.some(({ id }) => id === params.measure))
    return refuse('not-found', '没有这项保护措施。请刷新后再看。')
  const measure = await kept(asked, matter, params.measure, body.words)
  if (isRefusal(measure)) return measure
  await store.changeMeasure(tx, matter.id, params.measure, measure)
  await writeStep(asked, matter, { kind: 'measure-changed' })
  await settleDue(asked, matter.id)
  return { version: matter.version }
})

export const measureRoutes: readonly Route[] = [add, change]
