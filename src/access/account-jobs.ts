import { parseArgs } from 'node:util'
import { type Acting, acting, databaseOf } from '../database/acting.ts'
import { isRefusal, type Refusal } from '../kernel/outcome.ts'
import { digestOf, newToken } from './link.ts'
import { namedWithin } from './named-store.ts'
import { keepInvitation } from './store.ts'

type Printed = { code: 0 | 1 | 2; out: string; err: string }

/** What the command stands on; src/command.ts gives it. */
type Means = {
  unit: (name: string) => Promise<{ organId: string; name: string; path: string } | Printed>
  within: <T>(organ: string, operation: string, work: (tx: Acting) => Promise<T>) => Promise<T | Refusal>
  identity: () => Promise<Parameters<typeof databaseOf>[0]>
}

export const ACCOUNT_USAGE = 'account --unit <组织名称> --name <姓名>'
const OPERATION = '命令行发出账号链接'
const HOURS = 72

/**
 * `account`: a one-time link with which someone chooses her user name and password anew. The way back for the last person
 * who may hand out links; whoever holds the data folder owns the accounts in it anyway, and the trail names the command.
 */
export const accountCommand = async (argv: readonly string[], means: Means): Promise<Printed> => {
  const asked = askedAccount(argv)
  if (asked === null) return failed(`写法：${ACCOUNT_USAGE}`)
  const unit = await means.unit(asked.unit)
  if ('code' in unit) return unit
  const people = await means.within(unit.organId, OPERATION, (tx) => namedWithin(tx, unit.path, asked.name))
  if (isRefusal(people)) return failed(people.message)
  const [person, other] = people
  if (!person) return failed(`「${unit.name}」里没有叫“${asked.name}”的人。请核对姓名和组织。`)
  if (other)
    return failed(
      `「${unit.name}」里有 ${people.length} 个人叫“${asked.name}”。请用更小的组织名称，如党小组。`,
    )
  const token = newToken()
  const of = { person: person.id, by: null, digest: await digestOf(token), hours: HOURS }
  const as = { organ: unit.organId, person: null, operation: OPERATION, may: {} }
  const until = await acting(databaseOf(await means.identity()), as, (tx) => keepInvitation(tx, of))
  if (isRefusal(until)) return failed(until.message)
  const out = `在系统地址后面接上这一段，请本人在 ${HOURS} 小时内打开，只能用一次：\n/invitation#${token}\n`
  return { code: 0, out, err: '' }
}

const askedAccount = (argv: readonly string[]): { unit: string; name: string } | null => {
  try {
    const options = { unit: { type: 'string' }, name: { type: 'string' } } as const
    const { unit, name } = parseArgs({ args: [...argv], options, strict: true }).values
    return unit && name ? { unit, name } : null
  } catch {
    return null
  }
}

const failed = (message: string): Printed => ({ code: 2, out: '', err: `${message}\n` })
