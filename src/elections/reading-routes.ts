import type { Acting } from '../database/acting.ts'
import type { Sealed } from '../database/sealed.ts'
import { type Route, route } from '../http/serve.ts'
import type { Grants } from '../kernel/access.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import { differencesOf, type Person, pileText, type Sheet, withSheet } from './pile.ts'
import { notHersToOpen, standsHerself, unfinishedOwn } from './reading-bars.ts'
import * as contract from './reading-contract.ts'
import { bothReadings, readingPlace, sheetsOf } from './reading-jobs.ts'
import * as store from './reading-store.ts'
import { counting, openIn, type Placed, roundStale } from './round-jobs.ts'
import { identified } from './written-in.ts'

type Asked = {
  tx: Acting
  actor: { person: string; grants: Grants }
  sealed: Sealed
  params: { election: string; round: string }
}

/** The round while its sheets are read. */
const roundOf = async (asked: Asked): Promise<(Placed & { unitId: string }) | Refusal> => {
  const election = await counting(asked, asked.params.election)
  if (isRefusal(election)) return election
  const placed = openIn(election, asked.params.round)
  if (isRefusal(placed)) return placed
  const own = standsHerself(placed.round, asked.actor.person)
  if (own) return own
  return placed.round.form === 'sheets'
    ? { ...placed, unitId: election.unitId }
    : refuse('conflict', '这次投票按总数计票，没有逐张读票。要改成逐张，请先在“计票”里选定。')
}

type Opened = Placed & { unitId: string; reading: store.SealedReading; sheets: Sheet[] }

const readingIn = async (asked: Asked, pass: store.Pass): Promise<Opened | Refusal> => {
  const placed = await roundOf(asked)
  if (isRefusal(placed)) return placed
  const readings = await store.sealedReadings(asked.tx, placed.round.id)
  const reading = readings.find((each) => each.pass === pass)
  if (!reading) return refuse('not-found', '这次读票还没有开始。请先在“计票”里选定读票的计票人。')
  const barred = notHersToOpen(readings, pass, asked.actor.person)
  if (barred) return barred
  return { ...placed, reading, sheets: sheetsOf(asked.sealed, placed.round.id, reading) }
}

const keep = async (
  { tx, sealed, params }: Asked,
  pass: store.Pass,
  version: number,
  sheets: readonly Sheet[],
) => {
  const content = sealed.conceal(pileText(sheets), readingPlace(params.round, pass))
  const at = { roundId: params.round, pass, version }
  return (await store.changeReading(tx, at, { content, sheets: sheets.length }))
    ? { sheets: sheets.length, version: version + 1 }
    : roundStale()
}

const beginReading = route(contract.beginReading, async (asked) => {
  const { tx, sealed, params, body } = asked
  const placed = await roundOf(asked)
  if (isRefusal(placed)) return placed
  const { gathering, round, unitId } = placed
  const teller = gathering.officers.find(({ id, role }) => id === body.teller && role === 'teller')
  if (!teller)
    return refuse('invalid', '读票的人要是大会通过的计票人。请从计票人里选择。', { field: 'teller' })
  if (round.issued === null)
    return refuse('conflict', '请先登记发出的选票张数，再开箱读票。', { field: 'issued' })
  const other = (await store.readingsOf(tx, params.election)).find(
    (each) => each.roundId === round.id && each.pass !== params.pass,
  )
  if (other?.tellerId === teller.id)
    return refuse('conflict', `${teller.name}已经读另一遍。两遍要由两名计票人各自独立读。`, {
      field: 'teller',
    })
  const readings = await store.sealedReadings(tx, round.id)
  const unfinished = unfinishedOwn(readings, params.pass, asked.actor.person)
  if (unfinished) return unfinished
  const begun = await store.insertReading(tx, {
    electionId: params.election,
    unitId,
    roundId: round.id,
    pass: params.pass,
    tellerId: teller.id,
    tellerName: teller.name,
    content: sealed.conceal(pileText([]), readingPlace(round.id, params.pass)),
  })
  return begun ? { sheets: 0, version: 1 } : refuse('conflict', '这一遍已经开始读。请继续读，或先作废它。')
})

const openReading = route(contract.openReading, async (asked) => {
  const opened = await readingIn(asked, asked.params.pass)
  if (isRefusal(opened)) return opened
  const { tellerName, finished, version } = opened.reading
  return { tellerName, finished, version, sheets: opened.sheets.map(plain) }
})

const plain = ({ choices, writeIns, unreadable }: Sheet) => ({
  choices: [...choices],
  writeIns: writeIns.map((each) => ({ ...each })),
  unreadable,
})

const keepSheet = route(contract.keepSheet, async (asked) => {
  const { params, body } = asked
  const opened = await readingIn(asked, params.pass)
  if (isRefusal(opened)) return opened
  const { place, version, ...given } = body
  const writeIns = identified(opened.gathering, given.writeIns)
  if (isRefusal(writeIns)) return writeIns
  const sheet = { ...given, writeIns }
  const wrong = openFault(opened) ?? sheetFault(opened, sheet)
  if (wrong) return wrong
  const { returned, issued } = opened.round
  // More may come back than went out; it is for the count to say what that means.
  const most = returned ?? (issued ?? 0) + 50
  const sheets = withSheet(opened.sheets, place, sheet, most)
  return isRefusal(sheets) ? sheets : keep(asked, params.pass, version, sheets)
})

const openFault = ({ reading }: Opened): Refusal | undefined =>
  reading.finished ? refuse('conflict', '这一遍已经结束读票。要改，请先继续读票。') : undefined

/** What no sheet of this ballot can say. */
const sheetFault = ({ round, gathering }: Opened, { choices, writeIns }: Sheet): Refusal | undefined => {
  const on = round.names.filter(({ writtenIn }) => !writtenIn)
  if (choices.length !== on.length)
    return refuse('invalid', `选票上有 ${on.length} 人，每人要有一项。没有划的记弃权。`, { field: 'choices' })
  const candidate = writeIns.find((person) => on.some((name) => isOne(person, name)))
  if (candidate)
    return refuse(
      'invalid',
      `写入的“${candidate.name}”就是候选人，不是另选他人。请由监票人认定：按对该候选人的赞成记，或不记。`,
      { field: 'writeIns' },
    )
  const stranger = writeIns.find(
    ({ personId }) => personId !== null && !gathering.seats.some((seat) => seat.personId === personId),
  )
  return stranger
    ? refuse('invalid', `写入的“${stranger.name}”不在会议名单上。不在名册的，请只填姓名。`, {
        field: 'writeIns',
      })
    : undefined
}

const isOne = (one: Person, other: Person): boolean =>
  one.personId === null || other.personId === null ? one.name === other.name : one.personId === other.personId

const dropSheet = route(contract.dropSheet, async (asked) => {
  const { params, body } = asked
  const opened = await readingIn(asked, params.pass)
  if (isRefusal(opened)) return opened
  const wrong = openFault(opened)
  if (wrong) return wrong
  if (body.place > opened.sheets.length)
    return refuse('not-found', `只录了 ${opened.sheets.length} 张，没有第 ${body.place} 张。`, {
      field: 'place',
    })
  return keep(asked, params.pass, body.version, opened.sheets.toSpliced(body.place - 1, 1))
})

const finishReading = route(contract.finishReading, async (asked) => {
  const { tx, params, body } = asked
  const opened = await readingIn(asked, params.pass)
  if (isRefusal(opened)) return opened
  const at = { roundId: params.round, pass: params.pass, version: body.version }
  return (await store.changeReading(tx, at, { finished: body.finished }))
    ? { sheets: opened.sheets.length, version: body.version + 1 }
    : roundStale()
})

const dropReading = route(contract.dropReading, async (asked) => {
  const { tx, params, body } = asked
  const placed = await roundOf(asked)
  if (isRefusal(placed)) return placed
  const at = { roundId: params.round, pass: params.pass, version: body.version }
  return (await store.removeReading(tx, at)) ? { dropped: true } : roundStale()
})

const compared = async (asked: Asked) => {
  const placed = await roundOf(asked)
  if (isRefusal(placed)) return placed
  const both = await bothReadings(asked, placed.round)
  if (isRefusal(both)) return both
  const { first, second } = both
  return {
    first: first.pile.length,
    second: second.pile.length,
    differing: differencesOf(first.pile, second.pile).map(({ place, first: one, second: other }) => ({
      place,
      first: one && plain(one),
      second: other && plain(other),
    })),
    versions: { first: first.version, second: second.version },
  }
}

const compareReadings = route(contract.compareReadings, compared)

const settleSheet = route(contract.settleSheet, async (asked) => {
  const { body } = asked
  const placed = await roundOf(asked)
  if (isRefusal(placed)) return placed
  const both = await bothReadings(asked, placed.round)
  if (isRefusal(both)) return both
  const wrong = body.right === 'first' ? 'second' : 'first'
  const right = both[body.right].pile[body.place - 1]
  const pile = both[wrong].pile
  if (!right && body.place > pile.length)
    return refuse('not-found', `没有第 ${body.place} 张选票。请看过核对结果后再认定。`, { field: 'place' })
  const mended = right ? withSheet(pile, body.place, right, Infinity) : pile.toSpliced(body.place - 1, 1)
  if (isRefusal(mended)) return mended
  const kept = await keep(asked, wrong, body.version, mended)
  return isRefusal(kept) ? kept : compared(asked)
})

export const readingRoutes: readonly Route[] = [
  beginReading,
  openReading,
  keepSheet,
  dropSheet,
  finishReading,
  dropReading,
  compareReadings,
  settleSheet,
]
