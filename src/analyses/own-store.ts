import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'

export type Member = { unitId: string; unitName: string; branchName: string; path: string }

/** Where the actor belongs on the day: her group, else her branch; undefined for who is no member. */
export const memberOn = async (tx: Acting, person: string, on: string): Promise<Member | undefined> => {
  const { rows } = await sql<Member>`
    select u.id as unit_id, u.name as unit_name, b.name as branch_name, u.path
    from membership m
      join unit b on b.organ_id = m.organ_id and b.id = m.unit_id
      join unit u on u.organ_id = m.organ_id and u.id = coalesce(m.group_id, m.unit_id)
    where m.organ_id = (select acting_organ()) and m.person_id = ${person}::uuid
      and m.status in ('full', 'probationary', 'on-probation', 'suspended')
      and m.since <= ${on}::date and (m.until is null or m.until >= ${on}::date)
    order by m.since desc limit 1`.execute(tx)
  return rows[0]
}

export type Draft = { from: string; to: string; content: Buffer }

/** Every draft of the actor's, the latest first; a person writes one or two a year. */
export const draftsOf = async (tx: Acting, person: string): Promise<Draft[]> =>
  tx
    .selectFrom('analysisDraft')
    .select(['periodFrom as from', 'periodTo as to', 'content'])
    .where('personId', '=', person)
    .orderBy('periodFrom', 'desc')
    .execute()

export const keepDraft = (tx: Acting, draft: Draft) =>
  tx
    .insertInto('analysisDraft')
    .values({ periodFrom: draft.from, periodTo: draft.to, content: draft.content })
    .onConflict((same) =>
      same.columns(['organId', 'personId', 'periodFrom']).doUpdateSet({ content: draft.content }),
    )
    .execute()

/** The draft of one period, held until the transaction ends, so that two pages of hers do not overtake each other. */
export const draftHeld = (tx: Acting, person: string, from: string) =>
  tx
    .selectFrom('analysisDraft')
    .select(['periodFrom as from', 'periodTo as to', 'content'])
    .where('personId', '=', person)
    .where('periodFrom', '=', from)
    .forUpdate()
    .executeTakeFirst()

/** What the actor handed in, said or brought on paper, the latest first. */
export const doneBy = (tx: Acting, person: string) =>
  tx
    .selectFrom('analysis')
    .select(['id', 'periodFrom as from', 'periodTo as to', 'way', 'doneOn', 'content'])
    .where('personId', '=', person)
    .orderBy('periodFrom', 'desc')
    .execute()
export type DoneRow = Awaited<ReturnType<typeof doneBy>>[number]

export const opinionsOn = (tx: Acting, analysis: string) =>
  tx
    .selectFrom('analysisOpinion as o')
    .innerJoin('unit as u', (join) =>
      join.onRef('u.organId', '=', 'o.organId').onRef('u.id', '=', 'o.unitId'),
    )
    .select(['o.id', 'o.unitId', 'u.name as unitName', 'o.content', 'o.byName', 'o.givenOn', 'o.version'])
    .where('o.analysisId', '=', analysis)
    .orderBy('u.path', 'desc')
    .execute()
export type OpinionRow = Awaited<ReturnType<typeof opinionsOn>>[number]

type NewAnalysis = DoneRow & { personId: string; unitId: string }

export const insertAnalyses = (tx: Acting, rows: readonly NewAnalysis[]) =>
  tx
    .insertInto('analysis')
    .values(rows.map(({ from, to, ...row }) => ({ ...row, periodFrom: from, periodTo: to })))
    .execute()

export const deleteAnalysis = async (tx: Acting, id: string): Promise<boolean> => {
  const { numDeletedRows } = await tx.deleteFrom('analysis').where('id', '=', id).executeTakeFirst()
  return numDeletedRows === 1n
}

export const selfCheckHeld = (tx: Acting, person: string, year: number) =>
  tx
    .selectFrom('selfCheck')
    .select('content')
    .where('personId', '=', person)
    .where('year', '=', year)
    .forUpdate()
    .executeTakeFirst()

export const keepSelfCheck = (tx: Acting, year: number, content: Buffer) =>
  tx
    .insertInto('selfCheck')
    .values({ year, content })
    .onConflict((same) => same.columns(['organId', 'personId', 'year']).doUpdateSet({ content }))
    .execute()

export const deleteSelfCheck = (tx: Acting, person: string, year: number) =>
  tx.deleteFrom('selfCheck').where('personId', '=', person).where('year', '=', year).execute()
