import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { PersonOnPaper } from './papers.ts'

/** What the forms say of the people of a round beside the round itself; posts as of the day, in the branch and its groups. */
export const peopleOnPaper = async (
  tx: Acting,
  round: string,
  path: string,
  on: string,
): Promise<PersonOnPaper[]> => {
  const { rows } = await sql<PersonOnPaper>`
    select p.id as person_id, p.sex, p.ethnicity, p.born_on, p.education, p.joined_on, p.joined_precision, p.occupation,
      (select coalesce(array_agg(o.post order by o.since), '{}') from post o
         join unit u on u.organ_id = o.organ_id and u.id = o.unit_id
       where o.organ_id = p.organ_id and o.person_id = p.id and u.path ^@ ${path} and o.since <= ${on}::date
         and (o.until is null or o.until >= ${on}::date) and o.post not in ('superior', 'operator')) as posts
    from appraisal_seat s join person p on p.organ_id = s.organ_id and p.id = s.person_id
    where s.organ_id = (select acting_organ()) and s.appraisal_id = ${round}::uuid`.execute(tx)
  return rows
}

/** The words that were handed in, sealed; of one person or of all. */
export const wordsHandedIn = (tx: Acting, round: string, person: string | null) =>
  tx
    .selectFrom('appraisalSelf')
    .select(['personId', 'content'])
    .where('appraisalId', '=', round)
    .where('handedInOn', 'is not', null)
    .$if(person !== null, (query) => query.where('personId', '=', person))
    .execute()

/** The rounds of a year in these units. */
export const roundsOf = async (tx: Acting, units: readonly string[], year: number): Promise<string[]> => {
  const rows = await tx
    .selectFrom('appraisal')
    .select('id')
    .where('unitId', 'in', units)
    .where('forYear', '=', year)
    .execute()
  return rows.map(({ id }) => id)
}
