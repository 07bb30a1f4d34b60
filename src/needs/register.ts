import type { NeedRegisterRow } from '../documents/need-register.ts'
import type { NeedLine } from './contract.ts'
import {
  CATEGORY_NAMES,
  CHANNEL_NAMES,
  LEVEL_NAMES,
  OUTCOME_NAMES,
  type Outcome,
  PETITION_NAMES,
  STATE_NAMES,
} from './kinds.ts'
import { dueOrNull, numberOf } from './matter.ts'
import type { NeedWords } from './words.ts'

type Row = Omit<NeedLine, 'line' | 'dueOn'> & {
  dueOn: string
  receivedByName: string | null
  outcome: string | null
  resolvedOn: string | null
  toldOn: string | null
  closedOn: string | null
}

/** Where a sheet says nothing of a sensitive matter. */
export const SEALED = '封存'

/** A line of the register; of a sensitive matter neither words nor category nor place. */
export const registerRow = (row: Row, words: NeedWords | null): NeedRegisterRow => ({
  number: numberOf(row),
  channel: CHANNEL_NAMES[row.channel],
  receivedOn: row.receivedOn,
  receivedBy: row.receivedByName ?? '本人网上提交',
  category: row.sensitive ? SEALED : row.category ? CATEGORY_NAMES[row.category] : '',
  area: row.sensitive ? SEALED : (row.area ?? ''),
  line: row.sensitive ? SEALED : (words?.line ?? ''),
  level: row.level ? `${row.level} ${LEVEL_NAMES[row.level]}` : '',
  petition: row.petition ? PETITION_NAMES[row.petition] : '',
  state: STATE_NAMES[row.state],
  owner: row.ownerName ?? '',
  dueOn: dueOrNull(row.dueOn) ?? '',
  outcome: row.outcome ? OUTCOME_NAMES[row.outcome as Outcome] : '',
  toldOn: row.toldOn ?? '',
  closedOn: row.closedOn ?? '',
})
