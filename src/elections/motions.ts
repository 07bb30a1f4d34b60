import { type RuleOf, type Told, toldBy } from '../rules/standing.ts'
import type { Election } from './facts.ts'
import type { Body, Matter, Motion } from './gathering.ts'
import type { Presence } from './presence.ts'
import { hasRoster } from './voters.ts'

/** What a meeting votes on by show of hands before the ballots; what follows a count is put to it where it is counted. */
export const SHOWN_BY_HANDS = ['exclusions', 'report', 'method', 'candidates', 'officers'] as const
export type ShownByHands = (typeof SHOWN_BY_HANDS)[number]

export type Hands = Pick<Motion, 'approve' | 'oppose' | 'abstain'>

/**
 * Whether a show of hands carried: more than half of those present with a vote (党章 art. 17 as the product reads it; plain
 * arithmetic where the unit's own line has no rule). The clause on resolutions of a branch's members' meeting asks for more than
 * half of those entitled: it is told beside, and does not decide a vote of procedure.
 */
export const handsOf = (
  ruleOf: RuleOf,
  { unitKind }: Pick<Election, 'unitKind'>,
  body: Body,
  { approve }: Pick<Hands, 'approve'>,
  { entitled, present }: Pick<Presence, 'entitled' | 'present'>,
): { passed: boolean; judgments: Told[] } => {
  const majority = hasRoster(unitKind) ? toldBy(ruleOf, 'decision.majority', { present, approve }) : null
  const resolution =
    unitKind === 'branch' && body === 'members'
      ? toldBy(ruleOf, 'general-meeting.majority', { entitled, approve })
      : null
  return {
    passed: majority === null ? 2 * approve > present : majority.judgment.holds,
    judgments: [majority, resolution && !resolution.judgment.holds ? resolution : null].filter(
      (told) => told !== null,
    ),
  }
}

/** The matters that a meeting of that body takes up, in their order. */
export const mattersOf = (
  { form, exclusions, gatherings }: Pick<Election, 'form' | 'exclusions' | 'gatherings'>,
  body: Body,
): Matter[] => {
  if (body === 'committee') return ['method', 'officers']
  // Whoever may not read the exclusions still sees that the meeting voted on them.
  const raised = gatherings.some(
    (each) => each.body === body && each.motions.some(({ matter }) => matter === 'exclusions'),
  )
  return [
    ...(exclusions.length > 0 || raised ? (['exclusions'] as const) : []),
    ...(form === 'committee' ? (['report'] as const) : []),
    'method',
    'candidates',
    'officers',
  ]
}
