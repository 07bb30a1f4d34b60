import type { PlanItem, Session, Told } from './contract.ts'

/** A session of which nothing is told yet. */
export const EMPTY: Omit<Told, 'heldOn'> = {
  planItemId: null,
  kind: 'collective',
  topic: '',
  untilOn: null,
  leaderId: null,
  leaderName: null,
  organiser: null,
  level: 'own',
  audience: 'all',
  groupId: null,
  personIds: [],
  absentIds: [],
  hours: null,
  ownHours: [],
  materials: [],
  questions: [],
  followUps: [],
}

/** What the plan already says of it; the material becomes the first of the list. */
export const fromItem = (item: PlanItem, today: string): Told => ({
  ...EMPTY,
  planItemId: item.id,
  kind: item.kind,
  topic: item.topic,
  heldOn: item.heldOn !== null && item.heldOn <= today ? item.heldOn : today,
  leaderId: item.leaderId,
  leaderName: item.leaderName,
  audience: item.audience,
  groupId: item.groupId,
  personIds: item.people.map(({ id }) => id),
  materials: item.material === null ? [] : [{ title: item.material.slice(0, 200), source: null }],
})

/** A record as its correction begins: those named are those who stand in it. */
export const fromSession = (session: Session): Told => {
  const { attendees, followUps: _, ...rest } = session
  const took = attendees.filter(({ tookPart }) => tookPart)
  return {
    ...EMPTY,
    planItemId: rest.planItemId,
    kind: rest.kind,
    topic: rest.topic,
    heldOn: rest.heldOn,
    untilOn: rest.untilOn,
    leaderId: rest.leaderId,
    leaderName: rest.leaderName,
    organiser: rest.organiser,
    level: rest.level,
    audience: rest.audience,
    groupId: rest.groupId,
    personIds: rest.audience === 'named' ? attendees.map(({ personId }) => personId) : [],
    absentIds: attendees.filter(({ tookPart }) => !tookPart).map(({ personId }) => personId),
    hours: rest.hours,
    ownHours: took.flatMap(({ personId, hours }) =>
      hours !== null && hours !== rest.hours ? [{ personId, hours }] : [],
    ),
    materials: rest.materials,
    questions: rest.questions,
  }
}

/** Without the lines that were opened and left empty. */
export const tidied = (told: Told): Told => ({
  ...told,
  leaderName: told.leaderId ? null : told.leaderName || null,
  organiser: told.organiser || null,
  untilOn: told.untilOn || null,
  materials: told.materials
    .filter(({ title }) => title.trim() !== '')
    .map(({ title, source }) => ({ title, source: source || null })),
  questions: told.questions.filter((text) => text.trim() !== ''),
  followUps: told.followUps.filter(({ what }) => what.trim() !== ''),
})
