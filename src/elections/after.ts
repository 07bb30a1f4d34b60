import type { Post } from '../kernel/access.ts'
import { type RuleOf, type Told, toldBy } from '../rules/standing.ts'
import { type MatterId, mattersOf } from './after-matters.ts'
import { type Election, standing, stepOf } from './facts.ts'
import { gatheringOf } from './gathering.ts'
import type { PostsAfter } from './posts-after.ts'
import { progressOf } from './rounds.ts'
import { isParty } from './steps.ts'
import { headTitle } from './titles.ts'

/** What stands against putting a result into effect, and where it is put right. */
export type Missing = { matter: MatterId; what: string }

/** The day that is proposed: on which the unit above approved the heads, else that of the election. */
export const proposedDay = (election: Pick<Election, 'steps' | 'electedOn'>): string | null =>
  stepOf(election, 'result-reply')?.doneOn ?? election.electedOn

/** Whether the unit above has answered; where it is not asked, everybody elected is in office as elected. */
export const isAnswered = (election: Pick<Election, 'steps'>): boolean =>
  stepOf(election, 'result-reply') !== undefined

/** The day from which heads may be in office where the unit above approves them; null where nobody is approved. */
export const approvedFrom = (election: Pick<Election, 'steps' | 'unitKind' | 'results'>): string | null =>
  isParty(election.unitKind) && election.results.some(({ head }) => head !== null)
    ? (stepOf(election, 'result-reply')?.doneOn ?? null)
    : null

/** Everything that is missing, in the order of the matters; empty when the result can be put into effect. */
export const missingOf = (
  election: Election,
  after: PostsAfter,
  committee: readonly Post[],
  ruleOf: RuleOf,
  /** Who is a full member on the day; null where that is not asked. */
  full: readonly string[] | null,
): Missing[] => {
  if (election.electedOn === null || election.results.length === 0)
    return [{ matter: 'announcement', what: '大会还没有选出结果。请先在“计票”里办结选举。' }]
  const found = mattersOf(election)
  // Only heads are approved above; members are filed with the report.
  const hasHeads = election.results.some(({ head }) => head !== null)
  const steps = found
    .filter(({ step, demanded }) => demanded && step !== null && stepOf(election, step) === undefined)
    .filter(({ step }) => hasHeads || step !== 'result-reply')
    .map(({ id, title }) => ({ matter: id, what: `“${title}”还没有登记日期。` }))
  return [
    ...steps,
    ...countsMissing(election),
    ...headsMissing(election),
    ...seatsMissing(election, full),
    ...divisionMissing(election, committee, ruleOf),
    ...after.clashes.map(({ personName, since, why }) => ({
      matter: 'effect' as const,
      what:
        why === 'second-secretary'
          ? `${personName}自 ${since} 起登记为书记，一个组织设书记一名。请先在“任职”里核对。`
          : `${personName}的同一职务已登记自 ${since} 起。请把生效日改为这一天，或先在“任职”里核对。`,
    })),
  ].toSorted((one, other) => placeOf(found, one) - placeOf(found, other))
}

const placeOf = (found: readonly { id: MatterId }[], { matter }: Missing): number =>
  found.findIndex(({ id }) => id === matter)

/** One head, elected and, where the unit above decides, approved; nobody in a Party office who is on no roster. */
const headsMissing = (election: Election): Missing[] => {
  const { unitKind, form, kind, results } = election
  const heads = results.filter(({ head }) => head !== null)
  const named = headTitle(unitKind, 'secretary')
  const elected = heads.filter(({ head }) => head === 'secretary')
  const matter: MatterId = form === 'committee' ? 'plenary' : 'announcement'
  if (elected.length > 1) return [{ matter, what: `选出了 ${elected.length} 名${named}，只能有一名。` }]
  const isAsked = kind === 'renewal' || standing(election, 'secretary').length > 0
  if (elected.length === 0 && isAsked) {
    const where = form === 'committee' ? '第一次全体会议' : '大会'
    return [{ matter, what: `${where}还没有选出${named}。请先在“计票”里办结。` }]
  }
  const lacking = deputiesLacking(election, heads.length - elected.length)
  if (lacking > 0) {
    const where = form === 'committee' ? '委员会全体会议' : '大会'
    return [
      {
        matter,
        what: `${where}还差 ${lacking} 名${headTitle(unitKind, 'deputy-secretary')}没有选出。请先在“计票”里选齐；决定不再选的，在“筹备”的换届安排里改${headTitle(unitKind, 'deputy-secretary')}人数。`,
      },
    ]
  }
  const [secretary] = elected
  const refused = secretary && isAnswered(election) && secretary.approvedOn === null
  return refused && isParty(unitKind)
    ? [
        {
          matter: 'result-reply',
          what: `上级没有批准${secretary.name}任${named}，这次结果不能生效。上级改为批准的，先在“筹备”撤回批复再登记；须另选的，先撤回宣布、分工、报告和批复各步，再到“计票”撤回并取消这次投票，按新的人选投票。`,
        },
      ]
    : []
}

/** How many deputies the plan asks for beyond those elected, and beyond the seats that the meeting voted to leave empty. */
const deputiesLacking = (election: Election, elected: number): number => {
  const meeting = gatheringOf(election, election.form === 'committee' ? 'committee' : 'members')
  const progress = meeting && progressOf(election, meeting, 'deputy-secretary')
  const unfilled = progress?.state === 'complete' ? progress.unfilled : 0
  return election.deputies - elected - unfilled
}

/** A ballot that was given out is counted, or taken back. */
const countsMissing = ({ gatherings }: Election): Missing[] =>
  gatherings
    .filter(({ rounds }) => rounds.some(({ isClosed }) => !isClosed))
    .map(({ body }) => ({
      matter: body === 'committee' ? 'plenary' : 'announcement',
      what: '还有一次投票没有封定。请先在“计票”里封定或取消它。',
    }))

const seatsMissing = ({ unitKind, unitName, results }: Election, full: readonly string[] | null): Missing[] =>
  (isParty(unitKind) ? results : []).flatMap(({ personId, name }): Missing[] => {
    if (personId === null)
      return [{ matter: 'effect', what: `${name}不在党员名册上，不能登记任职。请先核对名册。` }]
    return full === null || full.includes(personId)
      ? []
      : [
          {
            matter: 'effect',
            what: `生效日${name}不是${unitName}的正式党员，不能任职。请核对名册和生效日；确已离开的，须报告上级并另行补选。`,
          },
        ]
  })

/**
 * Only what must be stands in the way; what usually is, is shown beside the matter. A by-election answers for the seats it
 * fills and for no other.
 */
const divisionMissing = (election: Election, committee: readonly Post[], ruleOf: RuleOf): Missing[] =>
  (election.kind === 'renewal' ? committeeTold(election, committee, ruleOf) : [])
    .filter(
      ({ matter, told: { judgment } }) =>
        matter === 'division' && !judgment.holds && judgment.hardness === 'must',
    )
    .map(({ matter, told }) => ({ matter, what: told.words }))

export type Judged = { matter: MatterId; told: Told }

const CHARGED: readonly Post[] = ['secretary', 'organization', 'publicity', 'discipline']

/** What the rules say of the committee as it will be; those for a committee are not asked where there is none. */
export const committeeTold = (
  { unitKind, form }: Pick<Election, 'unitKind' | 'form'>,
  committee: readonly Post[],
  ruleOf: RuleOf,
): Judged[] => {
  const count = (post: Post): number => committee.filter((each) => each === post).length
  const asked: [MatterId, string, Record<string, number>][] = [
    ...(form === 'committee'
      ? ([
          ['division', 'committee.posts', { covered: CHARGED.filter((post) => count(post) > 0).length }],
          ['division', 'discipline.member', { members: count('discipline') }],
        ] as [MatterId, string, Record<string, number>][])
      : []),
    ['effect', 'secretary.one', { secretaries: count('secretary') }],
    ['effect', 'secretary.deputies', { deputies: count('deputy-secretary') }],
  ]
  return asked.flatMap(([matter, id, facts]) => judgedFor(unitKind, ruleOf, matter, id, facts))
}

/** What the rules say of the report above, and of how the votes were told. */
export const resultTold = (election: Election, ruleOf: RuleOf): Judged[] => {
  const { unitKind, results, form } = election
  const heads = results.filter(({ head }) => head !== null)
  const members = results.filter(({ memberRoundId }) => memberRoundId !== null)
  const isFiled = stepOf(election, 'result-report') !== undefined
  const names = (gatheringOf(election, 'members')?.rounds ?? [])
    .filter(({ isClosed }) => isClosed)
    .flatMap((round) => round.names.filter(({ writtenIn }) => !writtenIn))
  const told: [MatterId, string, Record<string, number>][] = [
    [
      'announcement',
      'election.tally-reported',
      { candidates: names.length, reported: names.filter(({ approve }) => approve !== null).length },
    ],
    ...(form === 'committee'
      ? ([
          [
            'result-report',
            'committee.filed',
            { elected: members.length, filed: isFiled ? members.length : 0 },
          ],
        ] as [MatterId, string, Record<string, number>][])
      : []),
    [
      'result-reply',
      'secretary.approved',
      { elected: heads.length, approved: heads.filter(({ approvedOn }) => approvedOn !== null).length },
    ],
  ]
  return told.flatMap(([matter, id, facts]) => judgedFor(unitKind, ruleOf, matter, id, facts))
}

/** A rule speaks of certain kinds of unit, and of no other: a federation is never judged by a branch's. */
const judgedFor = (
  unitKind: Election['unitKind'],
  ruleOf: RuleOf,
  matter: MatterId,
  id: string,
  facts: Record<string, number>,
): Judged[] => {
  const rule = ruleOf(id)
  if (!rule || !(rule.applies as readonly string[]).includes(unitKind)) return []
  const told = toldBy(ruleOf, id, facts)
  return told ? [{ matter, told }] : []
}

/** The day on which the matter is closed: the latest of its true days, but no day to come. */
export const closingDay = (election: Pick<Election, 'steps'>, effectiveOn: string, today: string): string => {
  const latest = [effectiveOn, ...election.steps.map(({ doneOn }) => doneOn)].sort().at(-1)!
  return latest > today ? today : latest
}
