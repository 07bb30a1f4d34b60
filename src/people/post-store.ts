import { type Expression, sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { HeldPost } from './contract.ts'

/** All posts that a person ever held, the latest first. */
export const postsOfPerson = async (tx: Acting, person: string): Promise<HeldPost[]> =>
  (await posts(tx).where('post.personId', '=', person).orderBy('post.since', 'desc').execute()) as HeldPost[]

type Asked = { on: string; ever: boolean; groups: boolean }

/** The posts of a unit on a day or ever; with `groups` also those of the groups in the branch at `path`. */
export const postsOf = async (
  tx: Acting,
  unit: { id: string; path: string },
  { on, ever, groups }: Asked,
): Promise<HeldPost[]> => {
  const all = posts(tx)
    .where(({ eb, and, or }) =>
      groups
        ? or([
            eb('post.unitId', '=', unit.id),
            and([eb('unit.kind', '=', 'group'), sql<boolean>`unit.path ^@ ${unit.path}`]),
          ])
        : eb('post.unitId', '=', unit.id),
    )
    .orderBy('post.since', ever ? 'desc' : 'asc')
    .orderBy('post.id')
  const asked = ever
    ? all
    : all
        .where('post.since', '<=', on)
        .where(({ or, eb }) => or([eb('post.until', 'is', null), eb('post.until', '>=', on)]))
  return (await asked.execute()) as HeldPost[]
}

export const postOf = async (tx: Acting, post: string): Promise<HeldPost | undefined> =>
  (await posts(tx).where('post.id', '=', post).executeTakeFirst()) as HeldPost | undefined

/** Who else is secretary of the unit on the day or later. */
export const secretaryBeside = async (
  tx: Acting,
  { personId, unitId, since }: Pick<HeldPost, 'personId' | 'unitId' | 'since'>,
): Promise<HeldPost | undefined> =>
  (await posts(tx)
    .where('post.unitId', '=', unitId)
    .where('post.post', '=', 'secretary')
    .where('post.personId', '<>', personId)
    .where(({ or, eb }) => or([eb('post.until', 'is', null), eb('post.until', '>=', since)]))
    .orderBy('post.since')
    .limit(1)
    .executeTakeFirst()) as HeldPost | undefined

/** Whether, once this post has ended, someone is left who may appoint in its unit. */
export const hasKeeperBeside = async (
  tx: Acting,
  held: { id: string; unitId: string; until: string },
  keepers: readonly string[],
): Promise<boolean> => {
  const { rows } = await sql`
    select from post o
      join unit u on u.organ_id = o.organ_id and u.id = o.unit_id
      join unit own on own.organ_id = o.organ_id and own.id = ${held.unitId}::uuid
    where o.organ_id = (select acting_organ()) and o.id <> ${held.id}::uuid and own.path ^@ u.path
      and o.post = any (${keepers as string[]}::text[])
      and (o.until is null or o.until > ${held.until}::date)
    limit 1`.execute(tx)
  return rows.length > 0
}

export const insertPost = async (
  tx: Acting,
  post: Pick<HeldPost, 'personId' | 'unitId' | 'post' | 'since'>,
): Promise<string> => (await tx.insertInto('post').values(post).returning('id').executeTakeFirstOrThrow()).id

/** False when another hand changed the row since `version`. */
export const endPostRow = async (
  tx: Acting,
  post: string,
  until: string,
  version: number,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('post')
    .set({ until, version: version + 1 })
    .where('id', '=', post)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

const posts = (tx: Acting) =>
  tx
    .selectFrom('post')
    .innerJoin('unit', (join) =>
      join.onRef('unit.organId', '=', 'post.organId').onRef('unit.id', '=', 'post.unitId'),
    )
    .leftJoin('person', (join) =>
      join.onRef('person.organId', '=', 'post.organId').onRef('person.id', '=', 'post.personId'),
    )
    .select([
      'post.id',
      'post.personId',
      'post.unitId',
      'post.post',
      'post.since',
      'post.until',
      'post.version',
      'unit.name as unitName',
    ])
    .select(({ fn, val }) =>
      fn.coalesce('person.name', val('(无权查看)') as Expression<string>).as('personName'),
    )
