import { RIGHTS_POSTS } from '../kernel/access.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { BELONGS_NAMES, type ClockFacts, lastDay, type Wanted, type Ways } from './clocks.ts'
import { LEVEL_NAMES, PETITION_NAMES } from './kinds.ts'
import type { Matter } from './matter.ts'

/** What triage says in the record. */
export const triageText = ({
  level,
  petition,
  belongs,
  acceptedOn,
}: Pick<ClockFacts, 'level' | 'petition' | 'belongs' | 'acceptedOn'>): string => {
  const sort =
    petition === 'no'
      ? PETITION_NAMES.no
      : `信访事项（${PETITION_NAMES[petition]}），${BELONGS_NAMES[belongs]}`
  const accepted = acceptedOn && petition !== 'no' ? `，${acceptedOn} 受理` : ''
  return `${level} ${LEVEL_NAMES[level]}；${sort}${accepted}。`
}

/** Rules whose clocks triage sets; those that an act started later are not its to take away. */
const isOfTriage = (rule: string): boolean =>
  rule.startsWith('triage.') ||
  ['notice', 'pass-down', 'point-elsewhere', 'transferred-notice', 'object'].includes(
    rule.replace('petition.', ''),
  )

/** Which clocks start and which no longer run, now that the matter is judged so. What was kept stays as it was. */
export const clocksAfter = (
  kept: Matter['clocks'],
  wanted: readonly Wanted[],
  ways: Ways,
): { start: (Wanted & { dueOn: string })[]; drop: string[] } => ({
  start: wanted
    .filter(({ rule }) => !kept.some((clock) => clock.rule === rule))
    .flatMap((each) => {
      const dueOn = lastDay(each.rule, each.eventOn, ways)
      return dueOn ? [{ ...each, dueOn }] : []
    }),
  drop: kept
    .filter(
      ({ rule, keptOn }) => keptOn === null && isOfTriage(rule) && !wanted.some((one) => one.rule === rule),
    )
    .map(({ id }) => id),
})

type Cadre = { id: string; name: string; posts: readonly string[] }

/** Who takes the matter at triage: oneself, or somebody at the desk where one leads it. Of a sensitive one only who was let in. */
export const ownerAtTriage = (
  matter: Pick<Matter, 'ownerId' | 'ownerName' | 'sensitive' | 'knowers'>,
  asked: string | undefined,
  by: { person: string; leads: boolean },
  cadres: readonly Cadre[],
): { id: string; name: string } | Refusal => {
  const { ownerId, ownerName } = matter
  if (ownerId && ownerName !== null && (asked ?? ownerId) === ownerId) return { id: ownerId, name: ownerName }
  const id = asked ?? by.person
  const who = cadres.find((cadre) => cadre.id === id)
  if (!who?.posts.some((post) => (RIGHTS_POSTS as readonly string[]).includes(post)))
    return refuse('invalid', '承办人应在接待部门任职。请从名单中选择。', { field: 'ownerId' })
  if (id !== by.person && !by.leads)
    return refuse('not-permitted', '交给别人承办，由维权部门负责人或分管领导指派。您可以先由自己承办。', {
      field: 'ownerId',
    })
  if (matter.sensitive && !matter.knowers.some(({ personId, until }) => personId === id && until === null))
    return refuse(
      'conflict',
      `这件需求已封存，${who.name}不在知悉范围内。请先准许知悉，再交给${who.name}。`,
      {
        field: 'ownerId',
      },
    )
  return { id, name: who.name }
}
