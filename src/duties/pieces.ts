import { numberOf } from './daynumber.ts'
import type { EvidenceFact, TermFact } from './facts.ts'
import type { Piece } from './window.ts'

export type PieceOf = Piece<EvidenceFact>
export type Pieces = ReadonlyMap<string, readonly PieceOf[]>

/** Evidence by kind. A new term is itself the evidence that the one before was renewed. */
export const piecesByKind = (evidence: readonly EvidenceFact[], terms: readonly TermFact[]): Pieces => {
  const pieces = new Map<string, PieceOf[]>()
  const add = (piece: PieceOf) => {
    const known = pieces.get(piece.fact.kind)
    if (known) known.push(piece)
    else pieces.set(piece.fact.kind, [piece])
  }
  for (const fact of evidence) add(pieceOf(fact))
  for (const term of terms) add(pieceOf(renewalOf(term)))
  return pieces
}

export const pieceOf = (fact: EvidenceFact): PieceOf => ({
  held: numberOf(fact.heldOn),
  recorded: numberOf(fact.recordedOn),
  declared: declaredOf(fact),
  amount: fact.amount ?? 0,
  fact,
})

const declaredOf = ({ forYear, forPeriod }: EvidenceFact): PieceOf['declared'] => {
  if (forPeriod !== undefined) return declaredPeriod(forPeriod)
  return forYear === null ? null : { rhythm: 'year', from: numberOf(`${forYear}-01-01`) }
}

/** `2026`, `2026-H1`, `2026-Q3` or `2026-03`. */
const declaredPeriod = (text: string): NonNullable<PieceOf['declared']> => {
  const [year = '', part = ''] = text.split('-')
  const nth = Number(part.slice(1))
  if (part === '') return { rhythm: 'year', from: numberOf(`${year}-01-01`) }
  if (part.startsWith('H')) return { rhythm: 'half-year', from: firstOf(year, nth * 6 - 5) }
  if (part.startsWith('Q')) return { rhythm: 'quarter', from: firstOf(year, nth * 3 - 2) }
  return { rhythm: 'month', from: firstOf(year, Number(part)) }
}

const firstOf = (year: string, month: number): number =>
  numberOf(`${year}-${String(month).padStart(2, '0')}-01`)

const renewalOf = ({ id, unitId, electedOn }: TermFact): EvidenceFact => ({
  id,
  kind: 'renewal',
  unitId,
  personId: null,
  heldOn: electedOn,
  recordedOn: electedOn,
  forYear: null,
  amount: null,
  title: '换届选举',
  sourceKind: 'term',
  sourceId: id,
})
