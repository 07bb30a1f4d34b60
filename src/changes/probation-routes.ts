import { forgetGrants } from '../access/grants.ts'
import type { Acting } from '../database/acting.ts'
import { type Route, route } from '../http/serve.ts'
import { type Grants, may } from '../kernel/access.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { settledOf, unitOf } from '../organs/store.ts'
import { membershipsOf, turnMembership } from '../people/store.ts'
import { book } from '../rules/book.ts'
import { type RuleOf, rulesStanding } from '../rules/standing.ts'
import * as contract from './contract.ts'
import { decisionRefusal, type Kept, probationShown } from './probation.ts'
import * as store from './probation-store.ts'
import { notHers, noUnit, stale } from './refusals.ts'
import { termOf } from './terms.ts'

type Asked = { tx: Acting; actor: { grants: Grants }; today: Day }

const listProbations = route(contract.listProbations, async ({ tx, actor, today, params }) => {
  const unit = await unitOf(tx, params.unit)
  if (!unit) return noUnit()
  if (!may(actor.grants, 'change.lead', unit.path)) return notHers(unit.name)
  const ruleOf = rulesStanding(book, await settledOf(tx), today.toString())
  const kept = await store.probationsOf(tx, { path: unit.path }, today.toString())
  return { probations: kept.map((each) => probationShown(each, ruleOf, today)) }
})

const readProbation = route(contract.readProbation, async (asked) => {
  const found = await probationFor(asked, asked.params.person)
  if (isRefusal(found)) return found
  const { probation, earlier, ruleOf } = found
  const { beganOn, endsOn, extensions, unitId } = probation
  const least = endsOn && termOf(ruleOf, 'probation.extended-least', endsOn)
  const most = endsOn && termOf(ruleOf, 'probation.extended-until', endsOn)
  return {
    probation,
    earlier,
    candidates:
      probation.outcome === null ? await store.candidatesOf(asked.tx, unitId, beganOn ?? '1921-07-01') : [],
    extension:
      extensions === 0 && least && most ? { from: least.on.toString(), to: most.on.toString() } : null,
  }
})

const prepareConversion = route(contract.prepareConversion, async (asked) => {
  const { tx, today, params, body } = asked
  const found = await probationFor(asked, params.person)
  if (isRefusal(found)) return found
  const { probation, ruleOf } = found
  if (probation.state === 'approved' || probation.outcome !== null)
    return refuse('conflict', '党员大会已经作出决议，不能再改会前的材料。')
  const { version, ...handed } = body
  const wrong = daysFault(handed, today)
  if (wrong) return wrong
  const endsOn =
    probation.extensions > 0
      ? probation.endsOn
      : termOf(ruleOf, 'probation.term', body.beganOn)?.on.toString()
  if (!endsOn)
    return refuse('conflict', '那一天没有现行的预备期规定，算不出期满日。请核对日期。', { field: 'beganOn' })
  if (probation.id === null) {
    if (version !== 0) return stale()
    const { unitId, personId, personName } = probation
    await store.insertProbation(tx, { unitId, personId, personName, ...handed, endsOn })
  } else if (!(await store.changeProbation(tx, probation.id, version, { ...handed, endsOn }))) return stale()
  return shownAnew(asked, params.person)
})

const decideProbation = route(contract.decideProbation, async (asked) => {
  const { tx, params, body } = asked
  const found = await probationFor(asked, params.person)
  if (isRefusal(found)) return found
  const { probation, ruleOf } = found
  if (probation.id === null)
    return refuse('conflict', '请先登记会前的材料，再登记决议。', { field: 'appliedOn' })
  if (probation.outcome !== null) return refuse('conflict', '这段预备期已经登记过决议。')
  const candidates = await store.candidatesOf(tx, probation.unitId, probation.beganOn ?? '1921-07-01')
  const chosen = candidates.find(
    ({ meetingId, resolution }) => meetingId === body.meetingId && resolution === body.resolution,
  )
  if (!chosen)
    return refuse('not-found', '没有找到这项决议。请从本支部已经记录的党员大会中选择。', {
      field: 'resolution',
    })
  const wrong = decisionRefusal(probation, chosen, body, ruleOf)
  if (wrong) return wrong
  const { meetingId, resolution, outcome, version } = body
  const extendedTo = outcome === 'extend' ? body.extendedTo : null
  const change = { meetingId, resolution, outcome, extendedTo, discussedOn: chosen.heldOn }
  return (await store.changeProbation(tx, probation.id, version, change))
    ? shownAnew(asked, params.person)
    : stale()
})

const submitProbation = route(contract.submitProbation, async (asked) => {
  const { tx, today, params, body } = asked
  const found = await probationFor(asked, params.person)
  if (isRefusal(found)) return found
  const { id, state, discussedOn } = found.probation
  if (id === null || state !== 'decided' || discussedOn === null)
    return refuse('conflict', '党员大会作出决议以后才上报，每项决议上报一次。')
  const wrong = between(body.submittedOn, discussedOn, today, 'submittedOn', '上报日期')
  if (wrong) return wrong
  return (await store.changeProbation(tx, id, body.version, { submittedOn: body.submittedOn }))
    ? shownAnew(asked, params.person)
    : stale()
})

const approveProbation = route(contract.approveProbation, async (asked) => {
  const { tx, today, params, body } = asked
  const found = await probationFor(asked, params.person)
  if (isRefusal(found)) return found
  const { probation } = found
  const { id, state, submittedOn } = probation
  if (id === null || state !== 'submitted' || submittedOn === null)
    return refuse('conflict', '决议上报以后才登记批复，每项决议登记一次。')
  const wrong = between(body.approvedOn, submittedOn, today, 'approvedOn', '批复日期')
  if (wrong) return wrong
  const { approvedOn, version } = body
  const approvalNumber = body.approvalNumber || null
  if (!(await store.changeProbation(tx, id, version, { approvedOn, approvalNumber }))) return stale()
  const refused = await follow(tx, { ...probation, approvedOn, approvalNumber })
  return refused ?? shownAnew(asked, params.person)
})

/** What the roster says once the superior has agreed: full from the meeting's day, away from the approval's, or longer. */
const follow = async (tx: Acting, probation: contract.Probation): Promise<Refusal | null> => {
  const { personId, personName, unitId, outcome, discussedOn, approvedOn, approvalNumber } = probation
  const { beganOn, extendedTo, extensions } = probation
  if (outcome === 'extend') {
    const anew = { unitId, personId, personName, extensions: extensions + 1 }
    await store.insertProbation(tx, { ...anew, beganOn: beganOn!, endsOn: extendedTo! })
    return null
  }
  const [current] = await membershipsOf(tx, personId)
  const since = outcome === 'convert' ? discussedOn! : approvedOn!
  if (!current || since <= current.since)
    return refuse(
      'conflict',
      `${personName}的党籍在 ${current?.since} 另有登记，晚于这次要登记的 ${since}。请先在名册里核对。`,
    )
  const number = approvalNumber ? `（${approvalNumber}）` : ''
  const says = outcome === 'convert' ? '转为正式党员' : '取消预备党员资格'
  const turned = await turnMembership(tx, personId, current, {
    status: outcome === 'convert' ? 'full' : 'left',
    unitId: current.unitId,
    groupId: outcome === 'convert' ? current.groupId : null,
    since,
    reason: `${discussedOn}支部党员大会通过${says}，${approvedOn}上级批准${number}`,
  })
  forgetGrants()
  return turned ? null : stale()
}

export const probationRoutes: readonly Route[] = [
  listProbations,
  readProbation,
  prepareConversion,
  decideProbation,
  submitProbation,
  approveProbation,
]

type Found = { probation: contract.Probation; earlier: contract.Probation[]; ruleOf: RuleOf }

/** Her open stretch of probation, or the last one, where the reader may lead it. */
export const probationFor = async ({ tx, actor, today }: Asked, person: string): Promise<Found | Refusal> => {
  const kept = await store.probationsOf(tx, { person }, today.toString())
  const [latest] = kept
  const unit = latest && (await unitOf(tx, latest.unitId))
  if (!latest || !unit)
    return refuse('not-found', '这个人不在预备期，或您的职务不能查看。请从预备党员中选择。', {
      field: 'person',
    })
  if (!may(actor.grants, 'change.lead', unit.path)) return notHers(unit.name)
  const ruleOf = rulesStanding(book, await settledOf(tx), today.toString())
  const shown = (each: Kept) => probationShown(each, ruleOf, today)
  const open = kept.find(({ approvedOn }) => approvedOn === null) ?? latest
  return { probation: shown(open), earlier: kept.filter((each) => each !== open).map(shown), ruleOf }
}

const shownAnew = async (asked: Asked, person: string): Promise<contract.Probation | Refusal> => {
  const found = await probationFor(asked, person)
  return isRefusal(found) ? found : found.probation
}

type Days = Omit<store.Handed, 'endsOn'>

const daysFault = (handed: Days, today: Day): Refusal | null => {
  for (const [field, on] of Object.entries(handed)) {
    if (on !== null && on > today.toString() && field !== 'publicityTo')
      return refuse('invalid', `${on} 在今天之后。请在当天或之后登记。`, { field })
    if (on !== null && on < handed.beganOn)
      return refuse('invalid', `${on} 早于预备期开始的 ${handed.beganOn}。请核对日期。`, { field })
  }
  const { publicityFrom, publicityTo } = handed
  if ((publicityFrom === null) !== (publicityTo === null) || (publicityFrom ?? '') > (publicityTo ?? ''))
    return refuse('invalid', '公示写明从哪一天到哪一天；没有公示的两处都不填。', { field: 'publicityTo' })
  return null
}

const between = (on: string, from: string, today: Day, field: string, name: string): Refusal | null => {
  if (on < from) return refuse('invalid', `${name}早于 ${from}。请核对日期。`, { field })
  return on > today.toString()
    ? refuse('invalid', `${name}在今天之后。请在当天或之后登记。`, { field })
    : null
}
