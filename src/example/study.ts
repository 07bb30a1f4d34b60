import { z } from 'zod'
import { listMeetings } from '../meetings/contract.ts'
import { listMembers } from '../people/contract.ts'
import * as contract from '../study/contract.ts'
import { AUDIENCES, HEARERS, LEVELS, SESSION_KINDS } from '../study/kinds.ts'
import type { Hand } from './hand.ts'
import { idIn, type Names, RANK, type Step } from './step.ts'

const On = z.iso.date()
const Name = z.string().min(1)

const Item = z.strictObject({
  month: z.int(),
  on: On.nullable().default(null),
  kind: z.enum(SESSION_KINDS).default('collective'),
  topic: Name,
  material: Name.nullable().default(null),
  leader: Name.nullable().default(null),
  audience: z.enum(AUDIENCES).default('all'),
  group: Name.nullable().default(null),
})

const Session = z.strictObject({
  unit: Name,
  topic: Name,
  kind: z.enum(SESSION_KINDS).default('collective'),
  held: On,
  until: On.nullable().default(null),
  /** The topic in the plan that it came of, where it came of one. */
  planned: Name.nullable().default(null),
  leader: Name.nullable().default(null),
  organiser: Name.nullable().default(null),
  level: z.enum(LEVELS).default('own'),
  audience: z.enum(AUDIENCES).default('all'),
  who: z.array(Name).default([]),
  absent: z.array(Name).default([]),
  hours: z.int().nullable(),
  'own-hours': z.record(Name, z.int()).default({}),
  materials: z.array(z.strictObject({ title: Name, source: Name.nullable().default(null) })).default([]),
  questions: z.array(Name).default([]),
  'follow-ups': z
    .array(z.strictObject({ what: Name, owner: Name, due: On, done: On.optional(), note: Name.optional() }))
    .default([]),
  on: On,
  by: Name,
})

/** The hours of a meeting that is recorded, found by its unit and day. */
const OfMeeting = z.strictObject({ unit: Name, held: On, hours: z.int(), on: On, by: Name })

const Lecture = z.strictObject({
  unit: Name,
  topic: Name,
  held: On,
  place: Name,
  lecturer: Name,
  /** On no roster here. */
  outside: z.boolean().default(false),
  audience: z.enum(HEARERS),
  heads: z.int().nullable(),
  questions: z
    .array(
      z.strictObject({
        text: Name,
        asker: Name.nullable().default(null),
        contact: Name.nullable().default(null),
        owner: Name,
        due: On,
        answered: z.strictObject({ on: On, by: Name, says: Name, told: On.optional() }).optional(),
      }),
    )
    .default([]),
  on: On,
  by: Name,
})

export const StudyFile = z.strictObject({
  plan: z.strictObject({ unit: Name, year: z.int(), on: On, by: Name, items: z.array(Item) }),
  sessions: z.array(Session),
  meetings: z.array(OfMeeting),
  lectures: z.array(Lecture),
})
export type StudyStory = z.infer<typeof StudyFile>

/** The year's plan, what was studied, the hours of meetings, and the lectures with what became of the questions. */
export const studySteps = (story: StudyStory): Step[] => {
  const items = new Map<string, string>()
  const { plan } = story
  return [
    {
      on: plan.on,
      by: plan.by,
      rank: RANK.plan,
      does: async (hand, names) => {
        for (const item of plan.items) items.set(item.topic, await planned(hand, names, plan, item))
      },
    },
    ...story.sessions.flatMap((session) => sessionSteps(session, items)),
    ...story.meetings.map(({ on, by, ...of }) => ({
      on,
      by,
      rank: RANK.after,
      does: (hand: Hand, names: Names) => declare(hand, names, of),
    })),
    ...story.lectures.flatMap(lectureSteps),
  ]
}

type Plan = StudyStory['plan']

const planned = async (
  hand: Hand,
  { units, people }: Names,
  { unit, year }: Plan,
  item: Plan['items'][number],
) => {
  const { on, leader, group, ...rest } = item
  const body = {
    ...rest,
    year,
    heldOn: on,
    leaderId: leader && idIn(people, leader),
    leaderName: null,
    groupId: group && idIn(units, group),
    personIds: [],
  }
  return (await hand.ask(contract.addPlanItem, { params: { unit: idIn(units, unit) }, body })).id
}

const sessionSteps = (
  session: StudyStory['sessions'][number],
  items: ReadonlyMap<string, string>,
): Step[] => {
  const { unit, held, until, planned, leader, who, absent, on, by, ...rest } = session
  const { 'own-hours': ownHours, 'follow-ups': followUps, ...head } = rest
  const record = async (hand: Hand, { units, people }: Names) => {
    const members = await hand.ask(listMembers, {
      params: { unit: idIn(units, unit) },
      query: { on: held, limit: 200 },
    })
    const here = members.members.some(({ name }) => name === leader)
    const { id } = await hand.ask(contract.recordStudySession, {
      params: { unit: idIn(units, unit) },
      body: {
        ...head,
        heldOn: held,
        untilOn: until,
        planItemId: planned && idIn(new Map(items), planned),
        leaderId: here && leader ? idIn(people, leader) : null,
        leaderName: here ? null : leader,
        groupId: null,
        personIds: who.map((name) => idIn(people, name)),
        absentIds: absent.map((name) => idIn(people, name)),
        ownHours: Object.entries(ownHours).map(([name, hours]) => ({ personId: idIn(people, name), hours })),
        followUps: followUps.map(({ what, owner, due }) => ({
          what,
          ownerId: idIn(people, owner),
          dueOn: due,
        })),
      },
    })
    tasks.of = (await hand.ask(contract.readStudySession, { params: { session: id } })).followUps
  }
  const tasks: { of: contract.FollowUp[] } = { of: [] }
  return [
    { on, by, rank: RANK.record, does: record },
    ...followUps.flatMap(({ owner, done, note }, at) =>
      done
        ? [
            {
              on: done,
              by: owner,
              rank: RANK.after,
              does: async (hand: Hand) => {
                const { id, version } = tasks.of[at]!
                const body = { doneOn: done, note: note ?? null, version }
                await hand.ask(contract.finishStudyFollowUp, { params: { followUp: id }, body })
              },
            },
          ]
        : [],
    ),
  ]
}

type OfMeeting = Pick<StudyStory['meetings'][number], 'unit' | 'held' | 'hours'>

const declare = async (hand: Hand, { units }: Names, { unit, held, hours }: OfMeeting) => {
  const { meetings } = await hand.ask(listMeetings, {
    params: { unit: idIn(units, unit) },
    query: { year: Number(held.slice(0, 4)), limit: 200 },
  })
  const meeting = meetings.find(({ heldOn, unitId }) => heldOn === held && unitId === idIn(units, unit))
  if (!meeting) throw new Error(`no meeting of ${unit} on ${held}`)
  await hand.ask(contract.declareMeetingHours, {
    params: { meeting: meeting.id },
    body: { hours, ownHours: [] },
  })
}

const lectureSteps = (lecture: StudyStory['lectures'][number]): Step[] => {
  const { unit, held, lecturer, outside, questions, on, by, ...head } = lecture
  const kept: { of: contract.Question[] } = { of: [] }
  const record = async (hand: Hand, { units, people }: Names) => {
    const { id } = await hand.ask(contract.recordLecture, {
      params: { unit: idIn(units, unit) },
      body: {
        ...head,
        heldOn: held,
        lecturerId: outside ? null : idIn(people, lecturer),
        lecturerName: outside ? lecturer : null,
        questions: questions.map(({ text, asker, contact, owner, due }) => ({
          text,
          askerName: asker,
          contact,
          consents: contact !== null,
          ownerId: idIn(people, owner),
          dueOn: due,
        })),
      },
    })
    kept.of = (await hand.ask(contract.readLecture, { params: { lecture: id } })).questions
  }
  const after = (on: string, by: string, does: Step['does']): Step => ({ on, by, rank: RANK.after, does })
  return [
    { on, by, rank: RANK.record, does: record },
    ...questions.flatMap(({ answered }, at) => {
      if (!answered) return []
      const params = () => ({ question: kept.of[at]!.id })
      const { says, told } = answered
      const answer = after(answered.on, answered.by, async (hand) => {
        const body = { answer: says, answeredOn: answered.on, version: 1 }
        await hand.ask(contract.answerQuestion, { params: params(), body })
      })
      if (!told) return [answer]
      const tell = after(told, answered.by, async (hand) => {
        await hand.ask(contract.tellBack, { params: params(), body: { toldBackOn: told, version: 2 } })
      })
      return [answer, tell]
    }),
  ]
}
