import { createHash, randomUUIDv7 } from 'node:crypto'
import { day } from '../kernel/day.ts'
import { isRefusal, type Refusal, refuse } from '../kernel/outcome.ts'
import type { Book } from './book.ts'
import { cipherOf } from './cipher.ts'
import { maskIdentityNumber } from './identity-number.ts'
import type { Mapping } from './layout.ts'
import type { Double, RosterReading } from './roster.ts'
import type { RosterPreview } from './roster-contract.ts'
import { judge } from './roster-judging.ts'
import type { Branch, Known } from './roster-known.ts'
import { type Plan, planOf } from './roster-plan.ts'
import { previewOf } from './roster-preview.ts'
import { readRoster, rowTexts } from './roster-reading.ts'
import { writeHandedBack } from './roster-sheet.ts'
import { type Writes, writesOf } from './roster-writes.ts'
import { readSheet } from './sheet.ts'

/** How a sheet is to be read; see `Reading` in roster-contract.ts. */
export type ReadingOptions = {
  today: string
  sheet?: string | undefined
  headerRow?: number | undefined
  mapping?: Mapping | undefined
  presumed?: 'full' | 'probationary' | undefined
  groups: readonly string[]
}

export type Sent = { bytes: Uint8Array; options: ReadingOptions; secret: string }

/** The register beside which a sheet is judged. `known` is JSON text: it may be large, and only the desk reads it. */
export type Beside = {
  branch: Branch
  known: string
  /** Digests in hexadecimal with the units in which they stand. */
  elsewhere: readonly (readonly [string, string])[]
  decided: Readonly<Record<string, string>>
}

export type Wanted = 'preview' | 'writes' | 'sheet'

/** What becomes of a sheet; only the part that was wanted is there. */
export type Judgement = {
  taken: number
  new: number
  changed: number
  same: number
  open: number
  digest: string
  basis: string
  groups: string[]
  posts: number
  obstacle: string | null
  doubles: Double[]
  handedBack: { row: number; reasons: string[] }[]
  preview?: RosterPreview
  writes?: Writes
  bytes?: Uint8Array
}

/**
 * The desk at which one sheet is read and then judged: first its identity numbers are told, as digests, so that they can be
 * looked up; then it is judged beside the register. Knows no database, so that it can stand in a thread of its own.
 */
export type Desk = {
  /** The digests in hexadecimal, as JSON text. */
  read: (sent: Sent) => Promise<{ digests: string } | Refusal>
  judge: (beside: Beside, wanted: Wanted) => Promise<Judgement>
  close: () => Promise<void>
}

type OnDesk = { book: Book; reading: RosterReading; digests: Map<string, string>; sent: Sent }

export const openDesk = (): Desk => {
  let lies: OnDesk | undefined
  return {
    read: async (sent) => {
      const { options, bytes, secret } = sent
      const book = await readSheet(bytes)
      if (isRefusal(book)) return book
      if (options.sheet !== undefined && !book.sheets.some(({ name }) => name === options.sheet))
        return refuse('invalid', `文件里没有工作表「${options.sheet}」，请重新选择。`, { field: 'sheet' })
      const reading = readRoster(book, { ...given(options), today: day(options.today) })
      const { digestOf } = cipherOf(secret)
      const digests = new Map<string, string>()
      for (const { person } of reading.rows) {
        const number = person.identityNumber
        if (number) digests.set(number, Buffer.from(digestOf(number)).toString('hex'))
      }
      lies = { book, reading, digests, sent }
      return { digests: JSON.stringify([...digests.values()]) }
    },
    judge: async (beside, wanted) => {
      if (!lies) throw new Error('no sheet lies on the desk')
      return judgementOf(lies, beside, wanted)
    },
    close: async () => {
      lies = undefined
    },
  }
}

const given = ({ sheet, headerRow, mapping, presumed, groups }: ReadingOptions) => ({
  groups,
  ...(sheet !== undefined && { sheet }),
  ...(headerRow !== undefined && { headerRow }),
  ...(mapping !== undefined && { mapping }),
  ...(presumed !== undefined && { presumed }),
})

const judgementOf = async (
  { book, reading, digests, sent }: OnDesk,
  { branch, known: text, elsewhere, decided }: Beside,
  wanted: Wanted,
): Promise<Judgement> => {
  const known = JSON.parse(text) as Known[]
  const judged = judge(reading, {
    branch,
    known,
    elsewhere: new Map(elsewhere),
    digestOf: (number) => digests.get(number) ?? '',
    decided: new Map(Object.entries(decided).map(([row, who]) => [Number(row), who])),
    cellsOf: rowTexts(book, reading),
  })
  const plan = planOf(judged.rows, { branch, today: sent.options.today, newId: () => randomUUIDv7() })
  const count = (outcome: 'new' | 'changed' | 'same') =>
    plan.outcomes.reduce((sum, one) => sum + (one.outcome === outcome ? 1 : 0), 0)
  const judgement: Judgement = {
    taken: plan.outcomes.length,
    new: count('new'),
    changed: count('changed'),
    same: count('same'),
    open: plan.outcomes.filter(({ isOpen }) => isOpen).length,
    digest: sha256(sent.bytes),
    basis: basisOf(plan),
    groups: plan.groups.map(({ name }) => name),
    posts: plan.posts.length,
    obstacle: reading.obstacle,
    doubles: judged.doubles,
    handedBack: judged.handedBack.map(({ row, reasons }) => ({ row, reasons })),
  }
  if (wanted === 'preview')
    return { ...judgement, preview: previewOf({ reading, judged, plan, branch, known }, judgement) }
  if (wanted === 'sheet')
    return { ...judgement, bytes: await writeHandedBack({ ...reading, handedBack: judged.handedBack }) }
  return { ...judgement, writes: writesOf(plan, { seal: sealer(sent.secret, digests), branchId: branch.id }) }
}

const sealer = (secret: string, digests: ReadonlyMap<string, string>) => {
  const { conceal } = cipherOf(secret)
  return (number: string) => ({
    cipher: Buffer.from(conceal(number)).toString('hex'),
    digest: digests.get(number)!,
    masked: maskIdentityNumber(number),
  })
}

/** Of all that would be written but the new ids. */
const basisOf = ({ outcomes }: Plan): string => {
  const told = outcomes.map(({ row, outcome, id, changes }) => [
    row.row,
    outcome,
    outcome === 'new' ? '' : id,
    changes,
  ])
  return sha256(Buffer.from(JSON.stringify(told)))
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
