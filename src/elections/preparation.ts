import { ruleIdFor } from '../ballots/election-rules.ts'
import { day, readable } from '../kernel/day.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { citationOf } from '../rules/citation.ts'
import { type RuleOf, settledOn } from '../rules/standing.ts'
import { type Election, type Step, type StepId, standing, stepOf } from './facts.ts'
import { gatheringOf } from './gathering.ts'
import { STEP_WORDS } from './labels.ts'
import { electsMembers } from './plenary.ts'
import { boundBy } from './shift.ts'
import { actorOf, before, clauseOf, notNeeded, ORDER, type Place, type Setting } from './steps.ts'
import { headsWords, headTitle } from './titles.ts'

/** By when, with the clause or the habit that says so. */
export type By = { on: string; says: string; citation: string }
export type Doubt = { level: 'red' | 'amber'; words: string; citation: string }
/** What a paper of the step still lacks, and where it is mended. */
export type Missing = { what: string; at: 'plan' | 'candidates' | 'nominations' | StepId }

export type Prepared = {
  step: Place
  title: string
  state: 'done' | 'next' | 'later' | 'not-needed'
  doneOn: string | null
  kept: Step | null
  /** Why it falls away; null where it is needed. */
  because: string | null
  who: string
  by: By | null
  clause: { rule: string; citation: string } | null
  /** The titles of what must be done before and is not. */
  needs: string[]
  missing: Missing[]
  doubts: Doubt[]
}

export const titleOf = (step: Place): string => (step === 'meeting' ? '召开选举大会' : STEP_WORDS[step])

/** The organ's choice of who stands above, as it stood on the day. */
export const chainOn = ({ choices }: Pick<Election, 'choices'>, on: string): string =>
  settledOn(choices, on)['org.superiorChain'] ?? 'leading-body'

type Course = Pick<
  Election,
  'kind' | 'form' | 'unitKind' | 'superior' | 'deputies' | 'steps' | 'gatherings' | 'electedOn'
>

const settingOf = (election: Course & Pick<Election, 'choices'>, on: string): Setting => ({
  ...election,
  chain: chainOn(election, on),
})

/** The day a step was done; for the meeting the day it elected, or was opened. */
export const doneOn = (election: Course, step: Place): string | null => {
  if (step !== 'meeting') return stepOf(election, step)?.doneOn ?? null
  const meeting = gatheringOf(election, 'members')
  return election.electedOn ?? (meeting?.isOpen ? meeting.heldOn : null)
}

/** All steps of an election, in order, each with where it stands and what it asks. Nothing is barred by one left undone. */
export const preparationOf = (election: Election, ruleOf: RuleOf, today: string): Prepared[] => {
  const setting = settingOf(election, today)
  const next = nextPlace(election, setting)
  return ORDER.map((step) => {
    const because = notNeeded(step, setting)
    const on = doneOn(election, step)
    const rule = clauseOf(step, setting)
    const found = rule === null ? undefined : ruleOf(rule)
    return {
      step,
      title: titleOf(step),
      state: stateOf(because, on, step === next),
      doneOn: on,
      kept: step === 'meeting' ? null : (stepOf(election, step) ?? null),
      because,
      who: actorOf(step, setting),
      by: byOf(election, step, ruleOf),
      clause: found ? { rule: found.id, citation: citationOf(found) } : null,
      needs: before(step, setting)
        .filter((other) => doneOn(election, other) === null)
        .map(titleOf),
      missing: because === null ? missingOf(election, step) : [],
      doubts: doubtsOf(election, step, ruleOf),
    }
  })
}

const stateOf = (because: string | null, on: string | null, isNext: boolean): Prepared['state'] => {
  if (on !== null) return 'done'
  if (because !== null) return 'not-needed'
  return isNext ? 'next' : 'later'
}

const nextPlace = (election: Course, setting: Setting): Place | undefined =>
  ORDER.find((step) => notNeeded(step, setting) === null && doneOn(election, step) === null)

type Planned = Pick<Election, 'plannedOn' | 'unitKind'>

/** The day by which a step should be done, reckoned back from the planned day. */
const byOf = ({ plannedOn, unitKind }: Planned, step: Place, ruleOf: RuleOf): By | null => {
  if (plannedOn === null) return null
  if (step === 'meeting') return { on: plannedOn, says: '拟选举日期', citation: '' }
  const rule =
    step === 'request' || step === 'decision' ? ruleOf(ruleIdFor(unitKind, 'request') ?? '') : undefined
  const on = rule && boundBy(ruleOf, rule.id, plannedOn)
  return rule && on ? { on, says: rule.title, citation: citationOf(rule) } : null
}

/** What comes next and by when, for 今日 and the calendar; null once everything is done. */
export const nextStep = (
  election: Course & Pick<Election, 'plannedOn' | 'choices' | 'closedOn' | 'cancelledOn'>,
  ruleOf: RuleOf,
  today: string,
): { step: Place; title: string; by: string | null } | null => {
  if (election.closedOn !== null || election.cancelledOn !== null) return null
  const step = nextPlace(election, settingOf(election, today))
  return step ? { step, title: titleOf(step), by: byOf(election, step, ruleOf)?.on ?? null } : null
}

/** What the papers of a step cannot be whole without. */
const missingOf = (election: Election, step: Place): Missing[] => {
  const { plannedOn, superior, nominations, candidates, form, deputies, unitKind } = election
  const lacking = (what: string, at: Missing['at'], lacks: boolean): Missing[] =>
    lacks ? [{ what, at }] : []
  const own = step === 'meeting' ? undefined : stepOf(election, step)
  const both = form === 'direct' || deputies > 0
  const heads = `${both ? headsWords(unitKind) : headTitle(unitKind, 'secretary')}候选人`
  const candidatesLack = [
    ...lacking(
      '委员候选人',
      'candidates',
      electsMembers(election) && standing({ candidates }, 'member').length === 0,
    ),
    ...lacking(heads, 'candidates', standing({ candidates }, 'secretary').length === 0),
  ]
  const lacks: Partial<Record<Place, Missing[]>> = {
    decision: lacking('拟选举日期', 'plan', plannedOn === null),
    request: [
      ...lacking('拟选举日期', 'plan', plannedOn === null),
      ...lacking('上级的全称', 'plan', superior === null),
      ...lacking('委员会决定的日期', 'decision', !stepOf(election, 'decision')),
    ],
    reply: lacking('批复文号', 'reply', own?.number === null),
    notice: lacking('拟选举日期', 'plan', plannedOn === null),
    nomination: lacking('各组推荐的人和人数', 'nominations', nominations.length === 0),
    'candidates-request': [...lacking('上级的全称', 'plan', superior === null), ...candidatesLack],
    'candidates-reply': [
      ...lacking('批复文号', 'candidates-reply', own?.number === null),
      ...lacking(
        '同意的候选人',
        'candidates',
        own !== undefined && candidates.some((each) => each.withdrawnOn === null && each.agreedOn === null),
      ),
    ],
    'result-reply': lacking('批复文号', 'result-reply', own?.number === null),
  }
  return lacks[step] ?? []
}

// What cannot have happened the other way round, and what ought not to have.
const ANSWERS = [
  ['request', 'reply'],
  ['candidates-request', 'candidates-reply'],
  ['result-report', 'result-reply'],
] as const
const USUAL: readonly (readonly [Place, Place])[] = [
  ['decision', 'request'],
  ['reply', 'meeting'],
  ['notice', 'meeting'],
  ['nomination', 'comparison'],
  ['comparison', 'candidates-request'],
  ['candidates-reply', 'meeting'],
]

/** What about the days is not as it should be: told, not refused, for it may be what happened. */
const doubtsOf = (election: Election, step: Place, ruleOf: RuleOf): Doubt[] => {
  const on = doneOn(election, step)
  if (on === null) return []
  const late = USUAL.filter(([earlier]) => earlier === step).flatMap(([, later]): Doubt[] => {
    const then = doneOn(election, later)
    if (then === null || on <= then) return []
    const words = `${titleOf(step)}是 ${readable(day(on))}，晚于${titleOf(later)}（${readable(day(then))}）。`
    return [{ level: 'red', words, citation: '' }]
  })
  const by = step === 'request' ? byOf(election, step, ruleOf) : null
  if (by === null || on <= by.on) return late
  const words = `${readable(day(on))}请示，晚于按提前天数算出的 ${readable(day(by.on))}。`
  return [...late, { level: 'amber', words, citation: by.citation }]
}

/** Why a step cannot have been done on that day; null where it can. */
export const stepFault = (election: Election, step: StepId, on: string, today: string): Refusal | null => {
  const wrong = (message: string): Refusal => refuse('invalid', message, { field: 'doneOn' })
  if (on > today) return wrong(`${readable(day(on))}还没有到。办过以后再登记，写真实的日期。`)
  for (const [asked, answered] of ANSWERS) {
    const ask = doneOn(election, asked)
    const answer = doneOn(election, answered)
    if (step === answered && ask !== null && on < ask)
      return wrong(`${titleOf(step)}不能早于${titleOf(asked)}（${readable(day(ask))}）。请核对两个日期。`)
    if (step === asked && answer !== null && on > answer)
      return wrong(
        `${titleOf(step)}不能晚于${titleOf(answered)}（${readable(day(answer))}）。请核对两个日期。`,
      )
  }
  const elected = doneOn(election, 'meeting')
  const isAfter = ORDER.indexOf(step) > ORDER.indexOf('meeting')
  if (isAfter && elected === null)
    return wrong(`大会还没有召开，不能登记${titleOf(step)}。请先记录选举大会。`)
  if (isAfter && elected !== null && on < elected)
    return wrong(`${titleOf(step)}不能早于选举大会（${readable(day(elected))}）。请核对日期。`)
  return null
}
