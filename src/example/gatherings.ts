import { day } from '../kernel/day.ts'
import * as contract from '../meetings/contract.ts'
import type { Hand } from './hand.ts'
import { idIn, type Names, RANK, type Step } from './step.ts'
import type { Story, StoryMeeting } from './story.ts'

type Away = Story['people']['away']

/** The life of one meeting, from the plan to the last follow-up that was done, as entries of the story. */
export const stepsOf = (
  meeting: StoryMeeting,
  away: Away,
  reader: (unit: string, on: string) => string,
): Step[] => {
  const { heldOn, by, entered, planned, noted } = datesOf(meeting)
  const life: { now: contract.Meeting | null } = { now: null }
  const step = (on: string, rank: number, by: string, act: Act): Step => ({
    on,
    by,
    rank,
    does: async (hand, names) => {
      const now = await act(hand, names, life.now as contract.Meeting)
      if (now) life.now = now
    },
  })
  const steps = [step(planned, RANK.plan, by, plan(meeting))]
  if (meeting.notice) steps.push(step(meeting.notice, RANK.plan, by, notice))
  const { cancelled } = meeting
  if (cancelled) steps.push(step(cancelled.on, RANK.draft, cancelled.by, cancel(cancelled.reason)))
  if (meeting.left === 'planned' || cancelled) return steps
  if (meeting.left === 'draft') return [...steps, step(entered, RANK.draft, by, draft(meeting, away))]

  steps.push(step(entered, RANK.record, by, record(meeting, away)))
  if (noted !== 'no') steps.push(step(noted, RANK.after, reader(meeting.unit, heldOn), note))
  for (const amendment of meeting.amend) {
    steps.push(step(amendment.on, RANK.after, amendment.by, amend(amendment)))
    // An amended record waits to be read again.
    steps.push(step(mondayAfter(amendment.on), RANK.after, reader(meeting.unit, heldOn), note))
  }
  meeting['follow-ups'].forEach(({ owner, done, note: told }, at) => {
    if (done) steps.push(step(done, RANK.after, owner, finish(at, done, told ?? null)))
  })
  return steps
}

/** Entered on the day, by the recorder, and read by the secretary on the Monday after, unless the story says otherwise. */
const datesOf = (meeting: StoryMeeting) => {
  const heldOn = meeting.on.slice(0, 10)
  const entered = meeting.entered ?? heldOn
  return {
    heldOn,
    entered,
    by: meeting.by ?? meeting.recorder,
    planned: meeting.planned ?? heldOn,
    noted: meeting.noted ?? mondayAfter(entered),
  }
}

const mondayAfter = (on: string): string => {
  const from = day(on)
  return from.add({ days: 8 - from.dayOfWeek }).toString()
}

type Act = (hand: Hand, names: Names, now: contract.Meeting) => Promise<contract.Meeting | null>

const headOf = ({ title, on, place }: StoryMeeting) => ({
  title,
  heldOn: on.slice(0, 10),
  startsAt: on.slice(11, 16),
  endsAt: on.slice(17),
  place,
})

const plan =
  (meeting: StoryMeeting): Act =>
  (hand, { units, people }) =>
    hand.ask(contract.planMeeting, {
      params: { unit: idIn(units, meeting.unit) },
      body: {
        ...headOf(meeting),
        kinds: meeting.kinds,
        hostId: idIn(people, meeting.host),
        agenda: meeting.agenda.map(({ title }) => title),
      },
    })

const notice: Act = (hand, _, { id, version }) =>
  hand.ask(contract.sendNotice, { params: { meeting: id }, body: { version } })

const cancel =
  (reason: string): Act =>
  (hand, _, { id, version }) =>
    hand.ask(contract.cancelMeeting, { params: { meeting: id }, body: { reason, version } })

const draft =
  (meeting: StoryMeeting, away: Away): Act =>
  async (hand, names, { id }) => {
    const now = await hand.ask(contract.readMeeting, { params: { meeting: id } })
    const { version } = now
    const filled = filledOf(meeting, away, names, now)
    return hand.ask(contract.draftMeeting, { params: { meeting: id }, body: { ...filled, version } })
  }

// Read anew first: who is expected may have changed since the plan.
const record =
  (meeting: StoryMeeting, away: Away): Act =>
  async (hand, names, { id }) => {
    const now = await hand.ask(contract.readMeeting, { params: { meeting: id } })
    const { version } = now
    const filled = filledOf(meeting, away, names, now)
    const body = { filled, lateReason: meeting.late ?? null, version }
    return hand.ask(contract.recordMeeting, { params: { meeting: id }, body })
  }

const note: Act = (hand, _, { id, version }) =>
  hand.ask(contract.noteMeeting, { params: { meeting: id }, body: { version } })

const amend =
  ({ field, becomes, reason }: StoryMeeting['amend'][number]): Act =>
  (hand, _, { id, version }) =>
    hand.ask(contract.amendMeeting, { params: { meeting: id }, body: { field, becomes, reason, version } })

const finish =
  (at: number, doneOn: string, told: string | null): Act =>
  async (hand, _, { followUps }) => {
    const { id, version } = followUps[at]!
    if (id === null) throw new Error('a follow-up of a draft cannot be done')
    await hand.ask(contract.finishFollowUp, {
      params: { followUp: id },
      body: { doneOn, note: told, version },
    })
    return null
  }

/** The form as it would be filled in: everyone present but those of whom the story says otherwise. */
const filledOf = (
  meeting: StoryMeeting,
  away: Away,
  { people }: Names,
  { attendance: expected, parts, returns }: contract.Meeting,
): contract.Filled => {
  const heldOn = meeting.on.slice(0, 10)
  const ill = away.filter(({ since }) => since <= heldOn).map(({ who, reason }) => [who, reason] as const)
  const excused = new Map([...ill, ...Object.entries(meeting.excused)])
  const stranger = [...Object.keys(meeting.excused), ...meeting.absent].find(
    (name) => !expected.some((each) => each.name === name),
  )
  if (stranger) throw new Error(`${meeting.title}: ${stranger} was not expected`)
  return {
    ...headOf(meeting),
    guests: meeting.guests ?? null,
    hostId: idIn(people, meeting.host),
    recorderId: idIn(people, meeting.recorder),
    parts: meeting.kinds.map((kind) => ({
      kind,
      // The theme that the year's plan gave stays.
      topic: meeting.topics[kind] ?? parts.find((part) => part.kind === kind)?.topic ?? null,
      forYear: kind === 'life-meeting' ? (meeting['for-year'] ?? null) : null,
      ...lecturerOf(meeting, kind, people, expected),
    })),
    agenda: meeting.agenda.map(({ part, title, points, differing }) => ({
      part,
      title,
      points: points ?? null,
      differing: differing ?? null,
    })),
    attendance: [
      ...expected.map(({ personId, name }) => ({
        personId,
        state: excused.has(name)
          ? ('excused' as const)
          : meeting.absent.includes(name)
            ? ('absent' as const)
            : ('present' as const),
        reason: excused.get(name) ?? null,
      })),
      ...meeting.observers.map((name) => ({
        personId: idIn(people, name),
        state: 'observing' as const,
        reason: null,
      })),
    ],
    resolutions: meeting.resolutions,
    followUps: meeting['follow-ups'].map(({ what, owner, due }) => ({
      what,
      ownerId: idIn(people, owner),
      dueOn: due,
    })),
    returns: meeting.returns.map(({ what, outcome, note, due }) => {
      const task = returns.find((each) => each.what === what)
      if (!task) throw new Error(`${meeting.title}: nothing open is worded ${what}`)
      return { followUpId: task.followUpId, outcome, note: note ?? null, dueOn: due ?? null }
    }),
  }
}

/** Whoever lectures from outside the roster is only named. */
const lecturerOf = (
  { lecturer }: StoryMeeting,
  kind: contract.Kind,
  people: Names['people'],
  expected: contract.Meeting['attendance'],
) => {
  if (kind !== 'lecture' || !lecturer) return { lecturerId: null, lecturerName: null }
  const here = expected.some(({ name }) => name === lecturer)
  return { lecturerId: here ? idIn(people, lecturer) : null, lecturerName: lecturer }
}
