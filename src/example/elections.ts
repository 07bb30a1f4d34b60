import { z } from 'zod'
import * as after from '../elections/after-contract.ts'
import * as candidate from '../elections/candidate-contract.ts'
import { ELECTION_FORMS, ELECTION_KINDS, openElection, readHead } from '../elections/contract.ts'
import { STEPS } from '../elections/facts.ts'
import { ROLES } from '../elections/gathering.ts'
import { recordStep } from '../elections/preparation-contract.ts'
import { approveShift, beginTerm, LINES, listTerms, makeUnit, UNIT_KINDS } from '../organs/contract.ts'
import type { Hand } from './hand.ts'
import { idIn, type Names, RANK, type Step } from './step.ts'
import { held, StoryGathering } from './voting.ts'

const On = z.iso.date()
const Name = z.string().min(1)
const entered = { on: On, by: Name }
const Done = z.strictObject({
  step: z.enum(STEPS),
  done: On,
  number: Name.optional(),
  whom: Name.optional(),
  note: Name.optional(),
})

const StoryElection = z.strictObject({
  unit: Name,
  kind: z.enum(ELECTION_KINDS),
  form: z.enum(ELECTION_FORMS),
  seats: z.int(),
  deputies: z.int(),
  planned: On,
  superior: Name,
  ...entered,
  before: z.array(Done),
  nominations: z
    .array(
      z.strictObject({
        group: Name,
        held: On,
        host: Name,
        present: z.int(),
        nominees: z.record(Name, z.int()),
      }),
    )
    .default([]),
  compared: On.optional(),
  candidates: z.array(z.strictObject({ role: z.enum(ROLES), who: z.array(Name) })).default([]),
  /** The steps from the report on candidates to the meeting. */
  approval: z.array(Done).default([]),
  meeting: StoryGathering.optional(),
  plenary: StoryGathering.optional(),
  after: z
    .strictObject({
      announced: On,
      divided: z.strictObject({
        on: On,
        duties: z.record(Name, z.array(z.enum(['organization', 'publicity', 'discipline']))),
      }),
      reported: z.strictObject({ done: On, number: Name }),
      approved: z.strictObject({ on: On, number: Name, whom: Name }),
      published: On,
      archived: On,
      effective: On,
    })
    .optional(),
})
type StoryElection = z.infer<typeof StoryElection>

export const ElectionFile = z.strictObject({
  units: z.array(
    z.strictObject({
      name: Name,
      line: z.enum(LINES),
      kind: z.enum(UNIT_KINDS),
      since: On,
      elected: On,
      ...entered,
    }),
  ),
  extensions: z.array(z.strictObject({ unit: Name, until: On, note: Name, ...entered })),
  elections: z.array(StoryElection),
})
export type ElectionStory = z.infer<typeof ElectionFile>

/** Units beside the Party's with their terms, what was approved of them, and each election in the order in which it went. */
export const electionSteps = ({ units, extensions, elections }: ElectionStory): Step[] => [
  ...units.map(
    ({ name, line, kind, since, elected, on, by }): Step => ({
      on,
      by,
      rank: RANK.unit,
      does: async (hand, names) => {
        const body = { parentId: null, line, kind, name, foundedOn: since }
        const made = await hand.ask(makeUnit, { body })
        names.units.set(name, made.id)
        await hand.ask(beginTerm, { params: { unit: made.id }, body: { electedOn: elected } })
      },
    }),
  ),
  ...extensions.map(
    ({ unit, until, note, on, by }): Step => ({
      on,
      by,
      rank: RANK.after,
      does: async (hand, names) => {
        const { terms } = await hand.ask(listTerms, { params: { unit: idIn(names.units, unit) } })
        const { id, version } = terms[0]!
        const body = { approvedUntil: until, approvalNote: note, version }
        await hand.ask(approveShift, { params: { term: id }, body })
      },
    }),
  ),
  ...elections.map((told): Step => ({ on: told.on, by: told.by, rank: RANK.after, does: run(told) })),
]

const run =
  (told: StoryElection): Step['does'] =>
  async (hand, names) => {
    const { kind, form, seats, deputies, planned: plannedOn, superior } = told
    const unit = idIn(names.units, told.unit)
    const body = { kind, form, seats, deputies, plannedOn, superior }
    const { id } = await hand.ask(openElection, { params: { unit }, body })
    for (const step of told.before) await record(hand, id, step)
    await stand(hand, names, id, told)
    for (const step of told.approval) await record(hand, id, step)
    if (told.meeting) await held(hand, names, id, 'members', told.meeting)
    if (told.plenary) await held(hand, names, id, 'committee', told.plenary)
    if (told.after) await follow(hand, id, told.after)
  }

const versionOf = async (hand: Hand, election: string): Promise<number> =>
  (await hand.ask(readHead, { params: { election } })).version

const record = async (
  hand: Hand,
  election: string,
  { step, done, number, whom, note }: z.infer<typeof Done>,
) => {
  const agreed =
    step === 'candidates-reply'
      ? (await hand.ask(candidate.readCandidates, { params: { election } })).candidates.map(({ id }) => id)
      : null
  await hand.ask(recordStep, {
    params: { election, step },
    body: {
      doneOn: done,
      number: number ?? null,
      byWhom: whom ?? null,
      note: note ?? null,
      ...(agreed ? { agreed } : {}),
      version: await versionOf(hand, election),
    },
  })
}

/** Nomination, comparison, and who then stands. */
const stand = async (hand: Hand, { people, units }: Names, election: string, told: StoryElection) => {
  for (const { group: name, held: heldOn, host: hostName, present, nominees } of told.nominations) {
    const { groups } = await hand.ask(candidate.readCandidates, { params: { election } })
    const group = idIn(units, name)
    await hand.ask(candidate.recordNomination, {
      params: { election, group },
      body: {
        ...{ heldOn, hostName, present },
        entitled: groups.find(({ id }) => id === group)!.entitled,
        nominees: Object.entries(nominees).map(([who, support]) => ({
          personId: idIn(people, who),
          support,
        })),
        version: await versionOf(hand, election),
      },
    })
  }
  if (told.compared) await record(hand, election, { step: 'comparison', done: told.compared })
  for (const { role, who } of told.candidates)
    await hand.ask(candidate.proposeCandidates, {
      params: { election },
      body: {
        role,
        people: who.map((name) => idIn(people, name)),
        names: [],
        proposedOn: told.compared ?? told.on,
        replacesId: null,
        version: await versionOf(hand, election),
      },
    })
}

/** From the announcement to its effect, each with its true day. */
const follow = async (hand: Hand, election: string, told: NonNullable<StoryElection['after']>) => {
  const params = { election }
  await record(hand, election, { step: 'announcement', done: told.announced })
  const { elected } = await hand.ask(after.readAfter, { params, query: {} })
  await hand.ask(after.divideWork, {
    params,
    body: {
      doneOn: told.divided.on,
      members: elected
        .filter(({ name }) => told.divided.duties[name] !== undefined)
        .map(({ id, name }) => ({ result: id, duties: told.divided.duties[name]! })),
      version: await versionOf(hand, election),
    },
  })
  await record(hand, election, { step: 'result-report', ...told.reported })
  const { on: doneOn, number, whom: byWhom } = told.approved
  await hand.ask(after.recordApproval, {
    params,
    body: { doneOn, number, byWhom, refused: [], version: await versionOf(hand, election) },
  })
  await record(hand, election, { step: 'public-notice', done: told.published })
  await record(hand, election, { step: 'archive', done: told.archived })
  const body = { effectiveOn: told.effective, version: await versionOf(hand, election) }
  await hand.ask(after.putIntoEffect, { params, body })
}
