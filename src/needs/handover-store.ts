import type { Acting } from '../database/acting.ts'
import type { State } from './kinds.ts'

type OpenMatter = { year: number; number: number; state: State; dueOn: string; ownerName: string | null }

/** The open matters of a desk, or of one owner there, as far as the actor may see them. */
export const openMattersOf = async (
  tx: Acting,
  unitId: string,
  ownerId: string | null,
): Promise<OpenMatter[]> => {
  const rows = await tx
    .selectFrom('need')
    .select(['year', 'number', 'state', 'dueOn', 'ownerName'])
    .where('unitId', '=', unitId)
    .where('state', '<>', 'closed')
    .$if(ownerId !== null, (asked) => asked.where('ownerId', '=', ownerId))
    .orderBy('dueOn')
    .orderBy('id')
    .execute()
  return rows as OpenMatter[]
}
