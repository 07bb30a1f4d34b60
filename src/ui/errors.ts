import { isRefusal, type Refusal } from '../kernel/outcome.ts'

/** What is wrong, by the field's name; the name is the path with dots, e.g. `votes.0.approve`. */
export type Errors = Readonly<Record<string, string>>

/** The part of a zod issue that decides the words. */
type Issue = {
  code?: string | undefined
  path: PropertyKey[]
  message: string
  expected?: string
  origin?: string
  format?: string
  minimum?: number | bigint
  maximum?: number | bigint
}

/** A schema, as far as a form needs it: zod's `safeParse`. */
type Schema = { safeParse: (value: unknown) => { success: boolean; error?: { issues: Issue[] } | undefined } }

/** What a form may say before asking the server: the contract's own schema, in Chinese, one message for each field. */
export const errorsIn = (schema: Schema, value: unknown): Errors => {
  const errors: Record<string, string> = {}
  for (const issue of schema.safeParse(value).error?.issues ?? [])
    errors[issue.path.join('.')] ??= sayIssue(issue)
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

const sayIssue = (issue: Issue): string => {
  // A contract that has its own words for a fault knows best.
  if (/[\u4e00-\u9fff]/.test(issue.message)) return issue.message
  if (issue.code === 'too_small') return tooSmall(issue)
  if (issue.code === 'too_big')
    return issue.origin === 'string' ? `最多 ${issue.maximum} 个字` : `不能大于 ${issue.maximum}`
  if (issue.code === 'invalid_type')
    return ['number', 'int'].includes(issue.expected ?? '') ? '请填写数字' : '请填写'
  if (issue.code === 'invalid_value') return '请从给出的选项中选择'
  if (issue.code === 'invalid_format') return FORMATS[issue.format ?? ''] ?? '写法不对，请核对'
  return '填写有误，请核对'
}

const tooSmall = ({ origin, minimum }: Issue): string => {
  if (origin === 'string') return minimum === 1 ? '请填写' : `至少 ${minimum} 个字`
  return origin === 'array' ? `至少选 ${minimum} 项` : `不能小于 ${minimum}`
}

const FORMATS: Record<string, string> = {
  date: '请写成 2026-11-22 这样的日期',
  time: '请写成 14:30 这样的时间',
  email: '请写完整的邮箱地址',
  uuid: '请从给出的选项中选择',
}
