import type { z } from 'zod'
import { fieldName } from '../glossary.ts'
import { type Issue, issueWords } from '../kernel/issue.ts'
import { type Refusal, type RefusalCode, refuse } from '../kernel/outcome.ts'

/** Each refusal's HTTP status. */
export const STATUS = {
  invalid: 400,
  'not-signed-in': 401,
  'not-permitted': 403,
  'not-found': 404,
  conflict: 409,
  stale: 409,
  'too-large': 413,
  rule: 422,
  'too-many': 429,
  unavailable: 503,
} as const satisfies Record<RefusalCode, number>

/** The first fault of a request in words: which field, what is wrong with it. */
export const faultOf = (error: z.ZodError): Refusal => {
  const issue = error.issues[0]
  if (!issue) return refuse('invalid', '内容不符合要求。')
  if (issue.code === 'unrecognized_keys') {
    const key = issue.keys[0] ?? ''
    return refuse('invalid', `不认识的字段「${key.slice(0, 60)}」，请去掉后再提交。`, {
      field: key.slice(0, 60),
    })
  }
  const field = issue.path.map(String).join('.')
  const name = fieldName(String(issue.path.findLast((step) => typeof step === 'string') ?? ''))
  return refuse('invalid', `${name ? `「${name}」` : '提交的内容'}：${issueWords(issue as Issue)}。`, {
    field,
  })
}

type Fault = { code?: string }

/** What the database refused, in words; null where it is no refusal but a fault of ours. */
export const refusalOfDatabase = (error: unknown): Refusal | null => {
  const { code } = (error ?? {}) as Fault
  if (code === undefined) return null
  const known: Record<string, () => Refusal> = {
    // insufficient_privilege: row security turned the write away.
    42501: () =>
      refuse('not-permitted', '您的职务不能在这个组织做这件事。请由该组织的书记、副书记或组织委员办理。'),
    23505: () => refuse('conflict', `与已有的记录重复。请先查看已有的记录。`),
    23503: () => refuse('not-found', '所指的人、组织或记录不存在，或不属于本机关。请从页面上重新选择。'),
    '23P01': () => refuse('conflict', `与已有记录的日期重叠。请先结束原来的一段。`),
    23514: () => refuse('invalid', `内容不合规定。请检查日期先后和人数。`),
    22001: () => refuse('invalid', '内容过长。请删减后再提交。'),
    22003: () => refuse('invalid', '数字过大。请检查后再提交。'),
    22021: () => refuse('invalid', '含有不能保存的字符。请删去后再提交。'),
    '22P02': () => refuse('invalid', '编号或数字的写法不对。请从页面上重新选择。'),
    '22P05': () => refuse('invalid', '含有不能保存的字符。请删去后再提交。'),
    22008: () => refuse('invalid', '日期超出范围。请检查后再提交。'),
    40001: () => refuse('conflict', '同时有人在改同一处。请刷新后再试。'),
    '40P01': () => refuse('conflict', '同时有人在改同一处。请刷新后再试。'),
    53100: () =>
      refuse('unavailable', '服务器磁盘已满，没有保存；已有的记录没有丢失。请系统管理员腾出空间后再试。'),
  }
  if (known[code]) return known[code]()
  const gone = /^(08|57P|53)/.test(code) || ['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE'].includes(code)
  return gone ? refuse('unavailable', '数据库暂时连不上，没有保存。请稍后再试。') : null
}
