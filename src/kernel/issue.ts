/** The part of a zod issue that decides the words for it. */
export type Issue = {
  code?: string | undefined
  path: PropertyKey[]
  message: string
  expected?: string
  origin?: string
  format?: string
  minimum?: number | bigint
  maximum?: number | bigint
}

/** What is wrong with a field and how to put it right, for the person who typed it; the same on the page and from the server. */
export const issueWords = (issue: Issue): string => {
  // A contract that has its own words for a fault knows best.
  if (/\p{Script=Han}/u.test(issue.message)) return issue.message
  if (issue.code === 'too_small') return tooSmall(issue)
  if (issue.code === 'too_big') return tooBig(issue)
  // Zod leaves the input out of an issue; only its own words tell whether there was one.
  if (issue.code === 'invalid_type')
    return / undefined$/.test(issue.message)
      ? '没有填写'
      : (TYPES[issue.expected ?? ''] ?? '写法不对，请核对')
  if (issue.code === 'invalid_value') return '请从给出的选项中选择'
  if (issue.code === 'invalid_format') return FORMATS[issue.format ?? ''] ?? '写法不对，请核对'
  return '填写有误，请核对'
}

const tooSmall = ({ origin, minimum }: Issue): string => {
  if (origin === 'string') return Number(minimum) === 1 ? '没有填写' : `过短，至少 ${minimum} 个字`
  return origin === 'array' ? `至少选 ${minimum} 项` : `不能小于 ${minimum}`
}

const tooBig = ({ origin, maximum }: Issue): string => {
  if (origin === 'string') return `过长，最多 ${maximum} 个字`
  return origin === 'array' ? `最多 ${maximum} 项` : `不能大于 ${maximum}`
}

const TYPES: Readonly<Record<string, string>> = {
  number: '请填写数字',
  int: '请填写整数',
  string: '请填写文字',
  array: '须是一个列表',
  object: '写法不对，请核对',
  boolean: '须是“是”或“否”',
}

const FORMATS: Readonly<Record<string, string>> = {
  date: '须是真实的日期，写作 2026-11-22',
  time: '请写成 14:30 这样的时间',
  email: '请写完整的邮箱地址',
  uuid: '不是有效的编号，请从页面上重新选择',
}
