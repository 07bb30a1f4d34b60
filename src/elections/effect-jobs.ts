import { forgetGrants } from '../access/grants.ts'
import type { Acting } from '../database/acting.ts'
import { type NewEvidence, recordEvidence } from '../duties/store.ts'
import { type Refusal, refuse } from '../kernel/outcome.ts'
import { endTerm, insertTerm, termsOf } from '../organs/store.ts'
import { endPostRow, insertPost } from '../people/post-store.ts'
import { provedBy } from './after-store.ts'
import type { Election } from './facts.ts'
import { type Gathering, gatheringOf } from './gathering.ts'
import { KIND_WORDS } from './labels.ts'
import { dayBefore, type PostsAfter } from './posts-after.ts'
import { stale } from './refusals.ts'
import { isParty } from './steps.ts'

/** Ends and begins what the preview showed; refused where somebody changed one of these posts meanwhile. */
export const changePosts = async (
  tx: Acting,
  unitId: string,
  { ends, begins }: PostsAfter,
): Promise<Refusal | null> => {
  for (const { id, endsOn, version } of ends) if (!(await endPostRow(tx, id, endsOn, version))) return stale()
  for (const { personId, post, since } of begins) await insertPost(tx, { personId, unitId, post, since })
  forgetGrants()
  return null
}

/** The old term ends the day before the election and the new one begins; a term that began that day already is the new one. */
export const renewTerm = async (tx: Acting, unitId: string, electedOn: string): Promise<Refusal | null> => {
  const [last] = await termsOf(tx, unitId)
  if (last?.electedOn === electedOn) return null
  if (last && last.electedOn > electedOn)
    return refuse(
      'conflict',
      `组织架构里已登记 ${last.electedOn} 选出的一届，晚于这次选举的 ${electedOn}。请先核对届次。`,
    )
  if (last && (last.endedOn === null || last.endedOn >= electedOn))
    await endTerm(tx, last.id, dayBefore(electedOn))
  await insertTerm(tx, { unitId, electedOn })
  return null
}

/**
 * What the meetings of the election prove, as far as it is not on record yet: they were meetings of the branch too, so that
 * nobody records them twice. The renewal itself is proved by the new term. Duties are the Party's; elections of others prove
 * nothing here.
 */
export const prove = async (tx: Acting, election: Election, today: string): Promise<void> => {
  const { unitId, unitName, unitKind, kind, id } = election
  if (!isParty(unitKind)) return
  const known = await provedBy(tx, id)
  const named = `${unitName}${KIND_WORDS[kind]}`
  const piece = (
    evidence: Pick<NewEvidence, 'kind' | 'title'>,
    held: Gathering | undefined,
  ): NewEvidence[] =>
    held === undefined || !held.isOpen || known.includes(evidence.kind)
      ? []
      : [
          {
            ...evidence,
            heldOn: held.heldOn,
            unitId,
            recordedOn: today,
            sourceKind: 'election',
            sourceId: id,
          },
        ]
  await recordEvidence(tx, [
    ...piece({ kind: 'general-meeting', title: `${named}大会` }, gatheringOf(election, 'members')),
    ...piece(
      { kind: 'committee-meeting', title: `${named}：新一届委员会第一次全体会议` },
      gatheringOf(election, 'committee'),
    ),
  ])
}
