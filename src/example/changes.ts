import { z } from 'zod'
import * as care from '../care/contract.ts'
import * as changes from '../changes/contract.ts'
import type { Hand } from './hand.ts'
import { idIn, type Names, RANK, type Step } from './step.ts'

// What happens to members between meetings: the end of a probation, somebody leaves, somebody is away, somebody is visited.

const On = z.iso.date()
const Name = z.string().min(1)
const entered = { on: On, by: Name }
const Yes = z.literal('yes').or(z.literal(true)).optional()

const Probation = z.strictObject({ who: Name, began: On, applied: On, group: On, contacts: On, ...entered })
const Transfer = z.strictObject({
  who: Name,
  to: Name,
  reason: z.enum(changes.MOVES),
  applied: On,
  dues: changes.Month,
  letter: On,
  ...entered,
  again: z.strictObject({ because: z.enum(changes.VOIDS), letter: On, ...entered }).optional(),
})
const Floating = z.strictObject({
  who: Name,
  guest: Yes,
  group: Name.optional(),
  place: Name,
  reason: z.enum(changes.MOVES),
  since: On,
  until: On,
  contact: Name,
  certificate: Yes,
  ...entered,
  spoke: z.strictObject({ last: On, ...entered }).optional(),
})
const Visit = z.strictObject({
  who: Name,
  occasion: z.enum(care.OCCASIONS),
  situation: Name,
  severity: z.enum(care.SEVERITIES),
  planned: On,
  by: Name,
  visited: On.optional(),
  visitors: z.array(Name).default([]),
  place: Name.optional(),
  goods: Name.optional(),
  yuan: z.int().optional(),
  on: On.optional(),
})

export const ChangesFile = z.strictObject({
  probations: z.array(Probation),
  transfers: z.array(Transfer),
  floating: z.array(Floating),
  care: z.array(Visit),
})
export type ChangesStory = z.infer<typeof ChangesFile>

const BRANCH = '市妇联机关党支部'

export const memberChangeSteps = ({
  probations,
  transfers,
  floating,
  care: visits,
}: ChangesStory): Step[] => [
  ...probations.map((probation) => step(probation.on, probation.by, prepare(probation))),
  ...transfers.flatMap(transferSteps),
  ...floating.flatMap(floatingSteps),
  ...visits.flatMap(visitSteps),
]

type Does = (hand: Hand, names: Names) => Promise<void>
const step = (on: string, by: string, does: Does): Step => ({ on, by, rank: RANK.after, does })

const prepare =
  ({ who, began, applied, group, contacts }: z.infer<typeof Probation>): Does =>
  async (hand, { people }) => {
    await hand.ask(changes.prepareConversion, {
      params: { person: idIn(people, who) },
      body: {
        ...{ beganOn: began, appliedOn: applied, groupOpinionOn: group, contactsOpinionOn: contacts },
        ...{ publicityFrom: null, publicityTo: null, version: 0 },
      },
    })
  }

const transferSteps = (transfer: z.infer<typeof Transfer>): Step[] => {
  const { who, to, reason, applied, dues, letter, on, by, again } = transfer
  let begun: changes.TransferOut | null = null
  const begin = step(on, by, async (hand, { units, people }) => {
    begun = await hand.ask(changes.beginTransfer, {
      params: { unit: idIn(units, BRANCH) },
      body: {
        ...{ personId: idIn(people, who), toUnit: to, reason, appliedOn: applied, duesMonth: dues },
        issuedOn: letter,
      },
    })
  })
  if (!again) return [begin]
  const anew = step(again.on, again.by, async (hand) => {
    const { id, version } = begun!
    await hand.ask(changes.issueLetter, {
      params: { transfer: id },
      body: { issuedOn: again.letter, voidBecause: again.because, version },
    })
  })
  return [begin, anew]
}

const floatingSteps = (floating: z.infer<typeof Floating>): Step[] => {
  const { who, guest, group, place, reason, since, until, contact, certificate, on, by, spoke } = floating
  let begun = ''
  const begin = step(on, by, async (hand, { units, people }) => {
    const { id } = await hand.ask(changes.beginFloating, {
      params: { unit: idIn(units, BRANCH) },
      body: {
        direction: guest ? 'guest' : 'away',
        personId: guest ? null : idIn(people, who),
        guestName: guest ? who : null,
        groupId: group ? idIn(units, group) : null,
        ...{ place, reason, since, expectedUntil: until, contactId: idIn(people, contact) },
        certificate: certificate !== undefined,
      },
    })
    begun = id
  })
  if (!spoke) return [begin]
  const speak = step(spoke.on, spoke.by, async (hand) => {
    await hand.ask(changes.noteContact, { params: { floating: begun }, body: { lastOn: spoke.last } })
  })
  return [begin, speak]
}

const visitSteps = (visit: z.infer<typeof Visit>): Step[] => {
  const { who, occasion, situation, severity, planned, by, visited, on } = visit
  let plan: care.CareVisit | null = null
  const begin = step(planned, by, async (hand, { units, people }) => {
    plan = await hand.ask(care.planVisit, {
      params: { unit: idIn(units, BRANCH) },
      body: {
        ...{ personId: idIn(people, who), name: null, year: Number(planned.slice(0, 4)) },
        ...{ occasion, situation, severity },
      },
    })
  })
  if (!visited || !on) return [begin]
  const go = step(on, by, async (hand, { people }) => {
    const { id, version } = plan!
    const { visitors, place = null, goods = null, yuan } = visit
    await hand.ask(care.recordVisit, {
      params: { visit: id },
      body: {
        ...{ visitedOn: visited, visitorIds: visitors.map((name) => idIn(people, name)), place, goods },
        ...{ amountFen: yuan === undefined ? null : yuan * 100, remark: null, version },
      },
    })
  })
  return [begin, go]
}
