import type { State } from './contract.ts'
import type { DayNumber } from './daynumber.ts'
import type { Piece, Window } from './window.ts'

/** How a duty stands on a day, with what was counted for it. */
export type Standing<Fact> = { state: State; counted: number; used: readonly Piece<Fact>[] }

const NOTHING: readonly never[] = []

/**
 * The state of a duty on a day, by the definition in `src/rules/duty.ts`. `pieces` may hold evidence of other periods;
 * `needed` is a number of times, or, where the rule says `least`, an amount.
 */
export const standingOf = <Fact>(
  window: Window,
  needed: number,
  pieces: readonly Piece<Fact>[],
  excused: boolean,
  on: DayNumber,
): Standing<Fact> => {
  let timely = 0
  let counted = 0
  let used: Piece<Fact>[] | undefined
  for (let at = 0; at < pieces.length; at += 1) {
    const piece = pieces[at]!
    if (piece.recorded > on || piece.held > on || !belongs(window, piece)) continue
    used = used ?? []
    used.push(piece)
    const weight = window.byAmount ? piece.amount : 1
    counted += weight
    if (isTimely(window, piece)) timely += weight
  }
  return { state: stateOf(window, needed, timely, counted, excused, on), counted, used: used ?? NOTHING }
}

/** The same where each of some people is wanted: a second piece with the same one is seen, and counts no more. */
export const standingWithEach = <Fact extends { partnerId?: string | null }>(
  window: Window,
  others: ReadonlySet<string>,
  pieces: readonly Piece<Fact>[],
  excused: boolean,
  on: DayNumber,
): Standing<Fact> => {
  const used = pieces.filter(
    (piece) => piece.recorded <= on && piece.held <= on && isWith(others, piece) && belongs(window, piece),
  )
  const met = new Set(used.map(({ fact }) => fact.partnerId))
  const timely = new Set(used.filter((piece) => isTimely(window, piece)).map(({ fact }) => fact.partnerId))
  const state = stateOf(window, others.size, timely.size, met.size, excused, on)
  return { state, counted: met.size, used }
}

const isWith = (others: ReadonlySet<string>, { fact }: Piece<{ partnerId?: string | null }>): boolean =>
  typeof fact.partnerId === 'string' && others.has(fact.partnerId)

const stateOf = (
  window: Window,
  needed: number,
  timely: number,
  counted: number,
  excused: boolean,
  on: DayNumber,
): State => {
  if (timely >= needed) return 'done'
  if (counted >= needed) return 'late'
  if (on < window.from) return 'not-yet'
  if (on <= window.to) return 'due'
  return excused ? 'excused' : 'missed'
}

/** A declaration decides where it speaks of a period of this length; else the day it was held. */
const belongs = <Fact>(window: Window, { held, declared }: Piece<Fact>): boolean =>
  declared !== null && declared.rhythm === window.rhythm
    ? declared.from === window.from
    : held >= window.countsFrom && held <= window.countsUntil

const isTimely = <Fact>(window: Window, { held, recorded }: Piece<Fact>): boolean =>
  held <= window.inTimeUntil && recorded - held <= window.grace
