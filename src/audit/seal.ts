import { recordName } from './words.ts'

/** One sealed stretch of an organ's trail. `code` is what people note down: the first bytes of its digest. */
export type Sealed = { number: number; rows: number; toId: number; at: string; code: string }

/** Where the trail is broken: at a seal itself, or at a row within a sealed stretch. */
export type Break =
  | { kind: 'seal-missing' | 'seal-changed'; number: number }
  | { kind: 'row-changed' | 'row-removed' | 'row-added'; number: number; row: BrokenRow }

/** The row as it is found now; a removed one has only its number left. */
export type BrokenRow = {
  id: number
  at: string | null
  operation: string | null
  table: string | null
}

/** What verifying an organ's trail found. `waiting` rows are not sealed yet: nothing can be said of them. */
export type Verified = {
  organ: string
  seals: number
  rows: number
  waiting: number
  last: Sealed | null
  broken: Break | null
}

/** What sealing an organ's trail did; `busy` where a transaction that began earlier did not end in time. */
export type SealedNow = { organ: string; rows: number; last: Sealed | null; busy: boolean }

const FAULTS: Record<Break['kind'], string> = {
  'seal-missing': '封存记录缺失',
  'seal-changed': '封存记录被改动',
  'row-changed': '留痕被改动',
  'row-removed': '留痕被删除',
  'row-added': '封存之后被插入留痕',
}

/** The first break in words: which seal, which row, what was done to it. */
export const sayBreak = (broken: Break): string => {
  const fault = `第 ${broken.number} 段${FAULTS[broken.kind]}`
  if (!('row' in broken)) return fault
  const { id, at, operation, table } = broken.row
  const known = [at, operation, table && recordName(table)].filter((each) => each !== null)
  return `${fault}：第 ${id} 行${known.length > 0 ? `（${known.join('，')}）` : ''}`
}

/** A digest as people note it down, of its first bytes: 3f2a-90bc-11d4-7e02. */
export const codeOf = (digest: string): string => digest.slice(0, 16).replace(/(.{4})(?=.)/g, '$1-')
