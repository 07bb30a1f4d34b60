import { z } from 'zod'
import { introduceCandidates } from '../elections/candidate-contract.ts'
import { readHead } from '../elections/contract.ts'
import { type Body, OFFICER_ROLES, ROLES } from '../elections/gathering.ts'
import * as meeting from '../elections/meeting-contract.ts'
import { SHOWN_BY_HANDS } from '../elections/motions.ts'
import * as round from '../elections/round-contract.ts'
import type { Hand } from './hand.ts'
import { idIn, type Names } from './step.ts'

const Name = z.string().min(1)
const Sums = z.tuple([z.int(), z.int(), z.int()])

const StoryBallot = z.strictObject({
  role: z.enum(ROLES),
  printed: z.int(),
  issued: z.int(),
  returned: z.int(),
  void: z.int(),
  /** 赞成、反对、弃权 of each candidate. */
  votes: z.record(Name, Sums),
  written: z.record(Name, z.int()),
})
type StoryBallot = z.infer<typeof StoryBallot>

/** An electing meeting: who came, who counted, what was passed by show of hands with so many ayes, and the ballots. */
export const StoryGathering = z.strictObject({
  held: z.iso.date(),
  starts: Name,
  ends: Name,
  place: Name,
  host: Name,
  recorder: Name,
  excused: z.record(Name, Name),
  officers: z.partialRecord(z.enum(OFFICER_ROLES), z.array(Name)),
  approve: z.partialRecord(z.enum(SHOWN_BY_HANDS), z.int()),
  ballots: z.array(StoryBallot),
})
type StoryGathering = z.infer<typeof StoryGathering>

type At = { election: string; gathering: string }

/** The meeting from its list to its end. */
export const held = async (
  hand: Hand,
  { people }: Names,
  election: string,
  body: Body,
  told: StoryGathering,
): Promise<void> => {
  const version = async () => (await hand.ask(readHead, { params: { election } })).version
  const planned = await hand.ask(meeting.planGathering, {
    params: { election, body },
    body: {
      heldOn: told.held,
      startsAt: told.starts,
      place: told.place,
      guests: null,
      hostId: idIn(people, told.host),
      hostName: told.host,
      recorderName: told.recorder,
      version: await version(),
    },
  })
  const params: At = { election, gathering: planned.gathering!.id }
  const opened = await hand.ask(meeting.openGathering, { params, body: { version: await version() } })
  await hand.ask(meeting.stateAttendance, {
    params,
    body: {
      seats: opened.gathering!.seats.map(({ id, name }) => ({
        id,
        state: told.excused[name] ? ('excused' as const) : ('present' as const),
        reason: told.excused[name] ?? null,
      })),
      version: await version(),
    },
  })
  if (body === 'members')
    await hand.ask(introduceCandidates, {
      params: { election },
      body: { introducedOn: told.held, version: await version() },
    })
  await hand.ask(meeting.nameOfficers, {
    params,
    body: {
      officers: OFFICER_ROLES.flatMap((role) =>
        (told.officers[role] ?? []).map((name) => ({ role, personId: idIn(people, name), name })),
      ),
      version: await version(),
    },
  })
  for (const matter of SHOWN_BY_HANDS) {
    const approve = told.approve[matter]
    if (approve === undefined) continue
    await hand.ask(meeting.passMotion, {
      params: { ...params, matter },
      body: { approve, oppose: 0, abstain: 0, note: null, version: await version() },
    })
  }
  for (const ballot of told.ballots) await counted(hand, people, params, ballot, version)
  await hand.ask(meeting.closeGathering, {
    params,
    body: { endsAt: told.ends, version: await version() },
  })
}

/** One ballot: begun, its sums entered, signed by the scrutineers and closed. */
const counted = async (
  hand: Hand,
  people: Names['people'],
  { election, gathering }: At,
  told: StoryBallot,
  version: () => Promise<number>,
): Promise<void> => {
  const params = { election }
  const roundIn = (view: round.CountView) =>
    view.gatherings
      .find(({ id }) => id === gathering)!
      .roles.find(({ role }) => role === told.role)!
      .rounds.at(-1)!
  const begun = await hand.ask(round.startRound, {
    params,
    body: {
      gathering,
      role: told.role,
      form: 'totals',
      among: null,
      consent: null,
      version: await version(),
    },
  })
  const { id, names, version: first } = roundIn(begun)
  const saved = await hand.ask(round.saveRound, {
    params: { election, round: id },
    body: {
      form: 'totals',
      printed: told.printed,
      issued: told.issued,
      spoiled: 0,
      returned: told.returned,
      void: told.void,
      votes: names.map((each) => {
        const [approve, oppose, abstain] = told.votes[each.name]!
        return { id: each.id, approve, oppose, abstain }
      }),
      writeIns: Object.entries(told.written).map(([name, approve]) => ({
        personId: idIn(people, name),
        name,
        approve,
      })),
      version: first,
    },
  })
  const scrutineers = saved.gatherings
    .find((each) => each.id === gathering)!
    .officers.filter(({ role }) => role !== 'teller')
  await hand.ask(round.closeRound, {
    params: { election, round: id },
    body: {
      signedBy: scrutineers.map((each) => each.id),
      roundVersion: roundIn(saved).version,
      version: await version(),
    },
  })
}
