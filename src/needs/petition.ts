import type { PetitionData, PetitionPaper } from '../documents/petition.ts'
import type { Need } from './contract.ts'
import { CHANNEL_NAMES } from './kinds.ts'
import { numberOf } from './matter.ts'

type Read = Pick<
  Need,
  | 'petition'
  | 'clocks'
  | 'steps'
  | 'referrals'
  | 'words'
  | 'receivedOn'
  | 'channel'
  | 'year'
  | 'number'
  | 'unitName'
  | 'ownerName'
>

const clockOf = ({ clocks }: Pick<Need, 'clocks'>, rule: string) =>
  clocks.find((clock) => clock.rule === rule)

/** Which papers the petition gives cause for; none where it is no petition. */
export const papersOf = (need: Pick<Read, 'petition' | 'clocks'>): PetitionPaper[] => {
  if (need.petition === null || need.petition === 'no') return []
  const decide = clockOf(need, 'petition.decide')
  const isOurs = Boolean(clockOf(need, 'petition.notice') ?? clockOf(need, 'petition.transferred-notice'))
  const isOthers = Boolean(clockOf(need, 'petition.pass-down') ?? clockOf(need, 'petition.point-elsewhere'))
  return [
    ...(isOurs || decide ? (['acceptance'] as const) : []),
    ...(isOthers ? (['passing-on'] as const) : []),
    ...(decide?.extendedUntil ? (['extension'] as const) : []),
    ...(decide ? (['opinion'] as const) : []),
  ]
}

/** What the papers say, from the record alone: what nobody wrote down is null. */
export const petitionData = (need: Read, on: string): PetitionData => {
  const decide = clockOf(need, 'petition.decide')
  const said = (kind: string) => need.steps.findLast((step) => step.kind === kind)?.text ?? null
  const extended = /^延长到 \S+。(.+?)批准。理由：([\s\S]*)$/.exec(said('extended') ?? '')
  const { words } = need
  return {
    unitName: need.unitName,
    number: numberOf(need),
    name: words?.asker.name || null,
    receivedOn: need.receivedOn,
    channel: CHANNEL_NAMES[need.channel],
    acceptedOn: decide?.eventOn ?? null,
    dueOn: decide?.dueOn ?? null,
    extendedUntil: decide?.extendedUntil ?? null,
    approvedBy: extended?.[1] ?? null,
    extensionReason: extended?.[2] ?? null,
    owner: need.ownerName,
    office: need.referrals.at(-1)?.words?.office || null,
    passedOn: clockOf(need, 'petition.pass-down') !== undefined,
    claim: words?.wish || null,
    facts: words?.facts || null,
    opinion: said('resolved'),
    basis: null,
    on,
  }
}
