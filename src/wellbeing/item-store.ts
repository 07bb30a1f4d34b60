import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Reads } from '../database/together.ts'
import type { Item } from './contract.ts'

const COLUMNS = [
  'id',
  'kind',
  'title',
  'year',
  'feature',
  'entry',
  'seen',
  'seenOn',
  'proposal',
  'ownerId',
  'ownerName',
  'dueOn',
  'raisedTo',
  'raisedOn',
  'answer',
  'answeredOn',
  'droppedBecause',
  'madeByName',
  'version',
] as const

/** All of the organ that the reader may see, those still open first. */
export const itemsOf = async (tx: Acting): Promise<Item[]> =>
  (await tx
    .selectFrom('patternItem')
    .select(COLUMNS)
    .orderBy(sql`coalesce(answered_on is not null or dropped_because is not null, false)`)
    .orderBy('dueOn', 'desc')
    .orderBy('id')
    .limit(200)
    .execute()) as Item[]

export const itemOf = async (tx: Acting, id: string): Promise<Item | undefined> =>
  (await tx.selectFrom('patternItem').select(COLUMNS).where('id', '=', id).executeTakeFirst()) as
    | Item
    | undefined

type New = Pick<Item, 'kind' | 'title' | 'year' | 'feature' | 'entry' | 'seen' | 'seenOn' | 'proposal'> &
  Pick<Item, 'ownerId' | 'ownerName' | 'dueOn' | 'madeByName'>

export const insertItem = async (tx: Acting, { seen, ...item }: New): Promise<string> =>
  (
    await tx
      .insertInto('patternItem')
      .values({ ...item, seen: JSON.stringify(seen) })
      .returning('id')
      .executeTakeFirstOrThrow()
  ).id

type Change = Pick<
  Item,
  'title' | 'proposal' | 'raisedTo' | 'raisedOn' | 'answer' | 'answeredOn' | 'droppedBecause'
>

/** False where somebody else was quicker. */
export const changeItem = async (
  tx: Acting,
  id: string,
  version: number,
  change: Change,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('patternItem')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type OwnItem = {
  id: string
  kind: 'suggestion' | 'research'
  dueOn: string
  raisedOn: string | null
  unitId: string
  unitName: string
}

/** What the actor herself has still to raise, or has raised and waits for. */
export const ownItemsRead = (): Reads[string] => sql<OwnItem>`
  select i.id, i.kind, i.due_on, i.raised_on, u.id as unit_id, u.name as unit_name
  from pattern_item i join unit u on u.organ_id = i.organ_id and u.id = need_unit()
  where i.organ_id = (select acting_organ()) and i.owner_id = (select acting_person()) and i.answered_on is null
    and i.dropped_because is null
  order by i.due_on, i.id
  limit 50`
