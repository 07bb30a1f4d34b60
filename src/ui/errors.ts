import { type Issue, issueWords } from '../kernel/issue.ts'
import { isRefusal, type Refusal } from '../kernel/outcome.ts'

/** What is wrong, by the field's name; the name is the path with dots, e.g. `votes.0.approve`. */
export type Errors = Readonly<Record<string, string>>

/** A schema, as far as a form needs it: zod's `safeParse`. */
type Schema = { safeParse: (value: unknown) => { success: boolean; error?: { issues: Issue[] } | undefined } }

/** What a form may say before asking the server: the contract's own schema, in Chinese, one message for each field. */
export const errorsIn = (schema: Schema, value: unknown): Errors => {
  const errors: Record<string, string> = {}
  for (const issue of schema.safeParse(value).error?.issues ?? [])
    errors[issue.path.join('.')] ??= issueWords(issue)
  return errors
}

/** The refusal that a failed call carries; undefined when the machine failed rather than the house refused. */
export const refusalIn = (error: unknown): Refusal | undefined => {
  const carried = error instanceof Error && 'refusal' in error ? error.refusal : error
  return isRefusal(carried) ? carried : undefined
}

/** The server's refusal beside the field it names; empty when it names none. */
export const errorsOf = (error: unknown): Errors => {
  const refusal = refusalIn(error)
  return refusal?.field ? { [refusal.field]: refusal.message } : {}
}
