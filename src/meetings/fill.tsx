import type { PersonChoice } from '../ui/choosing.ts'
import type { Errors } from '../ui/errors.ts'
import type { Filled, Meeting } from './contract.ts'

/** What every part of the record's form is given. */
export type Fill = {
  form: Filled
  onChange: (form: Filled) => void
  /** The server's last answer: who is expected, what is judged, what is fed. */
  base: Meeting
  people: readonly PersonChoice[]
  errors: Errors
}
