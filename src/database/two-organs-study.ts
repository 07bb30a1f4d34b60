import type { Acting } from './acting.ts'

type Plant = (table: string, key: string, person?: string | null) => void

/** One row in every table of study and outreach; the person took part, took something on and is to answer. */
export const studyRecords = async (
  tx: Acting,
  unitId: string,
  person: string,
  plant: Plant,
): Promise<void> => {
  const item = crypto.randomUUID()
  const plan = { year: 2026, month: 3, kind: 'collective', topic: '学习', audience: 'all' }
  await tx
    .insertInto('studyPlanItem')
    .values({ id: item, unitId, ...plan })
    .execute()
  plant('study_plan_item', item)
  const session = crypto.randomUUID()
  const held = {
    kind: 'collective',
    topic: '学习',
    audience: 'all',
    heldOn: '2026-03-10',
    recordedOn: '2026-03-10',
  }
  await tx
    .insertInto('studySession')
    .values({ id: session, unitId, ...held, recordedBy: person, recordedByName: '某人' })
    .execute()
  plant('study_session', session, person)
  const of = { sessionId: session, unitId, ordinal: 1 }
  await tx
    .insertInto('studyMaterial')
    .values({ ...of, title: '材料' })
    .execute()
  plant('study_material', session)
  await tx
    .insertInto('studyAttendee')
    .values({ ...of, personId: person, name: '某人', tookPart: true, hours: 4 })
    .execute()
  plant('study_attendee', session, person)
  await tx
    .insertInto('studyQuestion')
    .values({ ...of, text: '问题' })
    .execute()
  plant('study_question', session)
  const task = crypto.randomUUID()
  await tx
    .insertInto('studyFollowUp')
    .values({ id: task, ...of, what: '事项', ownerId: person })
    .execute()
  plant('study_follow_up', task, person)
  const lecture = crypto.randomUUID()
  const given = { topic: '宣讲', heldOn: '2026-03-10', recordedOn: '2026-03-10', lecturerName: '某人' }
  await tx
    .insertInto('outreachLecture')
    .values({ id: lecture, unitId, ...given, audience: 'community' })
    .execute()
  plant('outreach_lecture', lecture, person)
  const question = crypto.randomUUID()
  await tx
    .insertInto('outreachQuestion')
    .values({
      id: question,
      lectureId: lecture,
      unitId,
      ordinal: 1,
      text: '问题',
      ownerId: person,
      takenBy: person,
    })
    .execute()
  plant('outreach_question', question, person)
}
