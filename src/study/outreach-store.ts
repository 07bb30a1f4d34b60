import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Lecture, LectureLine, Question } from './contract.ts'

/** A year's lectures of a unit and those below it, the latest first. */
export const lecturesOf = async (tx: Acting, path: string, year: number): Promise<LectureLine[]> => {
  const { rows } = await sql<LectureLine>`
    select l.id, l.unit_id, u.name as unit_name, l.topic, l.held_on, l.place, l.lecturer_name, l.audience, l.heads,
      q.questions, q.open
    from unit u join outreach_lecture l on l.organ_id = u.organ_id and l.unit_id = u.id
      cross join lateral (
        select count(*)::int as questions, count(*) filter (where q.told_back_on is null)::int as open
        from outreach_question q where q.organ_id = l.organ_id and q.lecture_id = l.id) q
    where u.organ_id = (select acting_organ()) and u.path >= ${path} and u.path < ${path} || '~'
      and l.held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date and l.withdrawn_at is null
    order by l.held_on desc, l.id desc
    limit 1000`.execute(tx)
  return rows
}

export type Lecturer = { name: string; personId: string | null; topics: string[]; lastOn: string }

/** Who has spoken on what, in all years, by strokes. */
export const lecturersOf = async (tx: Acting, path: string): Promise<Lecturer[]> => {
  const { rows } = await sql<Lecturer>`
    select l.lecturer_name as name, (array_agg(l.lecturer_id))[1] as person_id, array_agg(distinct l.topic) as topics,
      max(l.held_on) as last_on
    from unit u join outreach_lecture l on l.organ_id = u.organ_id and l.unit_id = u.id
    where u.organ_id = (select acting_organ()) and u.path >= ${path} and u.path < ${path} || '~' and l.withdrawn_at is null
    group by l.lecturer_name
    order by l.lecturer_name collate strokes
    limit 500`.execute(tx)
  return rows
}

const STATE = `case when c.told_back_on is not null then 'told-back' when c.answered_on is not null then 'answered'
  else 'open' end`
const QUESTION = `'id', c.id, 'text', c.text, 'state', ${STATE}, 'hasAsker', c.content is not null, 'consents', c.consents,
  'ownerId', c.owner_id, 'ownerName', c.owner_name, 'dueOn', c.due_on, 'answer', c.answer, 'answeredOn', c.answered_on,
  'toldBackOn', c.told_back_on, 'version', c.version`

export const lectureOf = async (tx: Acting, id: string): Promise<Lecture | undefined> => {
  const { rows } = await sql<Lecture>`
    select l.id, l.unit_id, u.name as unit_name, u.path, l.topic, l.held_on, l.place, l.lecturer_id, l.lecturer_name,
      l.audience, l.heads, l.recorded_on, l.withdrawn_reason, l.version,
      (select coalesce(json_agg(json_build_object(${sql.raw(QUESTION)}) order by c.ordinal), '[]')
        from outreach_question c where c.organ_id = l.organ_id and c.lecture_id = l.id) as questions
    from outreach_lecture l join unit u on u.organ_id = l.organ_id and u.id = l.unit_id
    where l.organ_id = (select acting_organ()) and l.id = ${id}::uuid`.execute(tx)
  return rows[0]
}

/** The questions of the year's lectures, for the register: what was asked and what became of it, never who asked. */
export const questionsOf = async (tx: Acting, path: string, year: number) => {
  const { rows } = await sql<Question & { lectureId: string }>`
    select c.lecture_id, c.id, c.text, ${sql.raw(STATE)} as state, c.owner_name, c.answer, c.answered_on, c.told_back_on
    from unit u
      join outreach_lecture l on l.organ_id = u.organ_id and l.unit_id = u.id
      join outreach_question c on c.organ_id = l.organ_id and c.lecture_id = l.id
    where u.organ_id = (select acting_organ()) and u.path >= ${path} and u.path < ${path} || '~'
      and l.held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date and l.withdrawn_at is null
    order by l.held_on, c.ordinal`.execute(tx)
  return rows
}

/** The questions that the person is to answer: those not yet told back, and the latest of those that were. */
export const ownQuestions = async (tx: Acting, person: string) => {
  const { rows } = await sql<Question & { topic: string; heldOn: string; unitName: string }>`
    select c.id, c.text, ${sql.raw(STATE)} as state, c.content is not null as has_asker, c.consents, c.owner_id, c.owner_name,
      c.due_on, c.answer, c.answered_on, c.told_back_on, c.version,
      l.topic, l.held_on, coalesce(u.name, '') as unit_name
    from outreach_question c
      join outreach_lecture l on l.organ_id = c.organ_id and l.id = c.lecture_id
      left join unit u on u.organ_id = c.organ_id and u.id = c.unit_id
    where c.organ_id = (select acting_organ()) and c.owner_id = ${person}::uuid and l.withdrawn_at is null
    order by c.told_back_on desc nulls first, c.due_on nulls last, c.id
    limit 50`.execute(tx)
  return rows
}

export type NewLecture = Pick<
  Lecture,
  | 'unitId'
  | 'topic'
  | 'heldOn'
  | 'place'
  | 'lecturerId'
  | 'lecturerName'
  | 'audience'
  | 'heads'
  | 'recordedOn'
>

export const insertLecture = async (tx: Acting, lecture: NewLecture): Promise<string> =>
  (await tx.insertInto('outreachLecture').values(lecture).returning('id').executeTakeFirstOrThrow()).id

export const changeLecture = async (
  tx: Acting,
  id: string,
  version: number,
  change: Partial<NewLecture> & { withdrawnAt?: string; withdrawnReason?: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('outreachLecture')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type NewQuestion = {
  id: string
  lectureId: string
  unitId: string
  ordinal: number
  text: string
  content: Buffer | null
  consents: boolean
  ownerId: string | null
  ownerName: string | null
  dueOn: string | null
}

export const insertQuestions = async (tx: Acting, questions: readonly NewQuestion[]): Promise<void> => {
  if (questions.length > 0) await tx.insertInto('outreachQuestion').values(questions).execute()
}

/** A question with what decides about it; the sealed part as it is kept. */
export const questionOf = (tx: Acting, id: string) =>
  tx
    .selectFrom('outreachQuestion')
    .innerJoin('unit', (join) =>
      join
        .onRef('unit.organId', '=', 'outreachQuestion.organId')
        .onRef('unit.id', '=', 'outreachQuestion.unitId'),
    )
    .select([
      'outreachQuestion.id',
      'path',
      'ownerId',
      'content',
      'consents',
      'answeredOn',
      'toldBackOn',
      'takenBy',
    ])
    .where('outreachQuestion.id', '=', id)
    .executeTakeFirst()

export const changeQuestion = async (
  tx: Acting,
  id: string,
  version: number,
  change: { answer?: string; answeredOn?: string; toldBackOn?: string },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('outreachQuestion')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}
