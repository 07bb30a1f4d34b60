import { withdrawEvidence } from '../duties/store.ts'
import { type Route, route } from '../http/serve.ts'
import type { Grants } from '../kernel/access.ts'
import { may } from '../kernel/access.ts'
import type { Day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { book } from '../rules/book.ts'
import { rulesStanding } from '../rules/standing.ts'
import { takeBackApproval, takeBackDivision } from './after-store.ts'
import { held, heldForStep, shown } from './asking-jobs.ts'
import { prove } from './effect-jobs.ts'
import { type Election, type StepId, stepOf } from './facts.ts'
import { gatheringOf } from './gathering.ts'
import { chainOn, preparationOf, stepFault, titleOf } from './preparation.ts'
import * as contract from './preparation-contract.ts'
import * as store from './preparation-store.ts'
import { settleElectedOn } from './round-jobs.ts'
import { shiftOf } from './shift.ts'
import { NUMBERED, notNeeded, phaseOf, REPLIES, superiorOf } from './steps.ts'
import type { readElection } from './store.ts'

const shownPreparation = (election: Election, grants: Grants, today: Day): contract.Preparation => {
  const on = today.toString()
  const ruleOf = rulesStanding(book, election.choices, election.electedOn ?? on)
  const { id, version, kind, form, unitKind, seats, deputies, plannedOn, superior, candidates } = election
  return {
    id,
    version,
    mayLead: may(grants, 'election.lead', election.unitPath),
    isOver: election.closedOn !== null || election.cancelledOn !== null,
    plan: {
      ...{ kind, form, unitKind, seats, deputies, plannedOn, superior },
      asksReason: toldAbove(election) !== undefined,
    },
    superior: superiorOf({ ...election, chain: chainOn(election, on) }),
    shift: shiftOf(election, ruleOf),
    steps: preparationOf(election, ruleOf, on).map(({ kept, ...step }) => ({
      ...step,
      phase: phaseOf(step.step),
      number: kept?.number ?? null,
      byWhom: kept?.byWhom ?? null,
      note: kept?.note ?? null,
      numbered: NUMBERED.includes(step.step),
      fromAbove: REPLIES.includes(step.step),
    })),
    candidates: candidates.filter(({ withdrawnOn }) => withdrawnOn === null),
  }
}

/** The paper by which the unit above knows of the plan, or answered it. */
const toldAbove = (election: Election) => stepOf(election, 'reply') ?? stepOf(election, 'request')

/** Why the plan cannot be changed any more; null while it can. */
const lockOf = (election: Election): string | null => {
  if (election.electedOn !== null) return '大会已经选出结果，不能再改换届安排。'
  return gatheringOf(election, 'members')?.isOpen ? '大会已经开始，不能再改换届安排。' : null
}

type Asked = { tx: Parameters<typeof readElection>[0]; actor: { grants: Grants }; today: Day }

const shownAnew = async ({ tx, actor, today }: Asked, id: string) => {
  const election = await shown({ tx }, id)
  return isRefusal(election) ? election : shownPreparation(election, actor.grants, today)
}

const readPreparation = route(contract.readPreparation, (asked) => shownAnew(asked, asked.params.election))

/** Steps that are more than a day and a paper are recorded with what they decided. */
const AFTERWARDS: Partial<Record<StepId, string>> = {
  division: '委员分工请在“选后”登记：谁承担什么，日期一并记下。',
  'result-reply': '选举结果批复请在“选后”登记：批准了谁，日期和文号一并记下。',
}

const recordStep = route(contract.recordStep, async (asked) => {
  const { tx, today, params, body } = asked
  const { version, agreed, ...written } = body
  const election = await heldForStep(asked, params.election, params.step, version)
  if (isRefusal(election)) return election
  const elsewhere = AFTERWARDS[params.step]
  if (elsewhere) return refuse('invalid', elsewhere, { field: 'step' })
  const because = notNeeded(params.step, { ...election, chain: chainOn(election, today.toString()) })
  if (because) return refuse('conflict', `这次选举不需要“${titleOf(params.step)}”：${because}`)
  const wrong = stepFault(election, params.step, written.doneOn, today.toString())
  if (wrong) return wrong
  if (!NUMBERED.includes(params.step) && written.number)
    return refuse('invalid', `“${titleOf(params.step)}”没有文号，请把它写在说明里。`, { field: 'number' })
  await store.writeStep(tx, election, params.step, {
    ...written,
    number: written.number || null,
    byWhom: written.byWhom || null,
    note: written.note || null,
  })
  if (params.step === 'announcement') await prove(tx, election, today.toString())
  if (params.step === 'candidates-reply' && agreed) {
    const unknown = agreementFault(election, agreed)
    if (unknown) return unknown
    await store.agreeTo(tx, election.id, agreed, written.doneOn)
  }
  return shownAnew(asked, election.id)
})

const agreementFault = (election: Election, agreed: readonly string[]): Refusal | null => {
  if (gatheringOf(election, 'members')?.isOpen)
    return refuse('conflict', '大会已经开始，候选人不能再改。请只登记批复的日期和文号。', { field: 'agreed' })
  const isStanding = (id: string) =>
    election.candidates.some((each) => each.id === id && each.withdrawnOn === null)
  return agreed.every(isStanding)
    ? null
    : refuse('invalid', '同意的名单里有人不是现在的候选人。请刷新后重新勾选。', { field: 'agreed' })
}

const withdrawStep = route(contract.withdrawStep, async (asked) => {
  const { tx, params, query } = asked
  const election = await held(asked, params.election, query.version)
  if (isRefusal(election)) return election
  if (!(await store.removeStep(tx, election.id, params.step)))
    return refuse('not-found', `还没有登记过“${titleOf(params.step)}”，不必撤回。`, { field: 'step' })
  if (params.step === 'result-reply') await takeBackApproval(tx, election.id)
  if (params.step === 'division') await takeBackDivision(tx, election.id)
  if (params.step === 'announcement') await withdrawEvidence(tx, 'election', election.id)
  const isFree = !gatheringOf(election, 'members')?.isOpen
  if (params.step === 'candidates-reply' && isFree) await store.agreeTo(tx, election.id, [], null)
  return shownAnew(asked, election.id)
})

const planElection = route(contract.planElection, async (asked) => {
  const { tx, params, body } = asked
  const { version, reason, ...plan } = body
  const election = await held(asked, params.election, version)
  if (isRefusal(election)) return election
  const locked = lockOf(election)
  const fault = locked && lateFault(election, plan, locked)
  if (fault) return fault
  if (plan.form === 'committee' && plan.seats === 0 && election.kind !== 'by-election')
    return refuse('invalid', '请填写应选委员人数。', { field: 'seats' })
  const standing = election.candidates.filter(({ withdrawnOn }) => withdrawnOn === null)
  if (plan.form === 'direct' && standing.some(({ role }) => role === 'member'))
    return refuse('conflict', '已经有委员候选人，不能改成不设委员会。请先在“候选人”里撤回他们。', {
      field: 'form',
    })
  const above = toldAbove(election)
  const changed = changesOf(election, plan)
  if (above && changed.length > 0) {
    if (!reason)
      return refuse(
        'invalid',
        `${titleOf(above.step)}已经登记，改动${changed.join('、')}须说明缘由，并按需要重新请示。`,
        { field: 'reason' },
      )
    const note = [above.note, `${asked.today.toString()} 改动${changed.join('、')}：${reason}`]
    await store.noteStep(tx, election.id, above.step, note.filter(Boolean).join('\n'))
  }
  await store.writePlan(tx, election.id, {
    ...plan,
    seats: plan.form === 'direct' ? 0 : plan.seats,
    superior: plan.superior || null,
  })
  if (locked && election.form === 'direct') await settleElectedOn(asked, election.id)
  return shownAnew(asked, election.id)
})

/** What stands against changing the plan once the meeting has begun: only deputies who are not elected yet may be given up. */
const lateFault = (
  election: Election,
  plan: Pick<Election, keyof typeof SAID>,
  locked: string,
): Refusal | null => {
  if (changesOf(election, { ...plan, deputies: election.deputies }).length > 0)
    return refuse('conflict', `${locked}现在只能改副职人数。`)
  const { results, gatherings, deputies } = election
  if (plan.deputies === deputies) return null
  const rounds = gatherings.flatMap((each) => each.rounds)
  if (rounds.some(({ role, isClosed }) => role === 'deputy-secretary' && !isClosed))
    return refuse('conflict', '副职的投票还没有封定。请先在“计票”里封定或取消它，再改副职人数。', {
      field: 'deputies',
    })
  const elected = results.filter(({ head }) => head === 'deputy-secretary').length
  return plan.deputies < elected
    ? refuse('conflict', `已经选出 ${elected} 名副职，人数不能少于 ${elected} 人。`, { field: 'deputies' })
    : null
}

const SAID = { plannedOn: '选举日期', seats: '应选人数', deputies: '副职人数', form: '选举形式' } as const

const changesOf = (election: Election, plan: Pick<Election, keyof typeof SAID>): string[] =>
  (Object.keys(SAID) as (keyof typeof SAID)[])
    .filter((name) => election[name] !== plan[name])
    .map((name) => SAID[name])

export const preparationRoutes: readonly Route[] = [readPreparation, recordStep, withdrawStep, planElection]
