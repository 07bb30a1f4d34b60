import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { PlanItem } from './contract.ts'

/** The unit's plan of a year, in the order in which it comes to pass, each with the session that came of it. */
export const planOf = async (tx: Acting, unitId: string, year: number): Promise<PlanItem[]> => {
  const { rows } = await sql<PlanItem>`
    select i.id, i.year, i.month, i.held_on, i.kind, i.topic, i.material, i.leader_id, i.leader_name, i.audience, i.group_id,
      g.name as group_name, i.version, s.id as session_id, s.held_on as session_on,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name) order by p.name collate strokes), '[]')
        from person p where p.organ_id = i.organ_id and p.id = any(i.person_ids)) as people
    from study_plan_item i
      left join unit g on g.organ_id = i.organ_id and g.id = i.group_id
      left join lateral (
        select s.id, s.held_on from study_session s
        where s.organ_id = i.organ_id and s.plan_item_id = i.id and s.withdrawn_at is null
        order by s.held_on desc limit 1) s on true
    where i.organ_id = (select acting_organ()) and i.unit_id = ${unitId}::uuid and i.year = ${year} and i.removed_at is null
    order by i.month, i.held_on nulls last, i.id`.execute(tx)
  return rows
}

export type NewItem = Pick<
  PlanItem,
  | 'year'
  | 'month'
  | 'heldOn'
  | 'kind'
  | 'topic'
  | 'material'
  | 'leaderId'
  | 'leaderName'
  | 'audience'
  | 'groupId'
> & {
  unitId: string
  personIds: string[]
}

export const insertItem = async (tx: Acting, item: NewItem): Promise<string> =>
  (await tx.insertInto('studyPlanItem').values(item).returning('id').executeTakeFirstOrThrow()).id

/** Where an item stands, and whether it is still in the plan; undefined where the reader sees none. */
export const itemOf = (tx: Acting, id: string) =>
  tx
    .selectFrom('studyPlanItem')
    .innerJoin('unit', (join) =>
      join.onRef('unit.organId', '=', 'studyPlanItem.organId').onRef('unit.id', '=', 'studyPlanItem.unitId'),
    )
    .select(['studyPlanItem.id', 'unitId', 'path', 'topic'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('studySession')
          .select('studySession.id')
          .whereRef('studySession.planItemId', '=', 'studyPlanItem.id')
          .where('studySession.withdrawnAt', 'is', null),
      ).as('isHeld'),
    )
    .where('studyPlanItem.id', '=', id)
    .where('removedAt', 'is', null)
    .executeTakeFirst()

export const changeItem = async (
  tx: Acting,
  id: string,
  version: number,
  change: Partial<NewItem> & { removedAt?: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('studyPlanItem')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('removedAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
