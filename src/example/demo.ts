import { randomInt } from 'node:crypto'
import { pinyin } from 'pinyin-pro'
import { acceptInvitation, invite } from '../access/contract.ts'
import type { Means } from '../access/routes.ts'
import { anyAccount, foundedByLink } from '../access/store.ts'
import type { Database } from '../database/acting.ts'
import type { OuterKeys } from '../database/compartment.ts'
import { Fault } from '../fault.ts'
import { day } from '../kernel/day.ts'
import { handIn } from './hand.ts'
import { LAST_DAY, type Played, play } from './play.ts'
import { readStory } from './read.ts'
import { idIn } from './step.ts'

/** In the demo it is always the story's last day: on any other the year would stand empty. */
export const demoToday = () => day(LAST_DAY)

/** Whom one may sign in as, and why one would. */
const ACCOUNTS: readonly [string, string][] = [
  ['丁素云', '组织委员，记录、名册、开通账号'],
  ['顾明漪', '支部书记，审阅记录、看全年'],
  ['卢文茵', '副书记，兼总支组织委员'],
  ['沈静澜', '总支书记，看两个支部和下级汇总'],
  ['白玉洁', '第一党小组组长，有一份没写完的记录'],
  ['邵长青', '活动中心党支部书记，小支部没有支委会'],
  ['林知夏', '普通党员'],
  ['苏婉清', '维权干部，办理需求'],
  ['孟庆芝', '纪检委员，维权部门负责人'],
  ['袁立新', '系统管理员，看不到会议记录'],
]

type Given = {
  database: Database
  columns: string
  cases?: () => OuterKeys
  access: Means
  note: (line: string) => void
  /** The organ where its story has been played already, as in the tests' copies. */
  played?: Pick<Played, 'organ' | 'people'>
}

/**
 * Fills an empty demo with the example and opens its accounts, all with one password made here and shown this once. Gives
 * the lines to print; of a demo that was filled before, only where it stands. An organ of real people is never opened as
 * the example: it would live on the story's day, and its folder would be called fit to delete.
 */
export const openDemo = async ({
  database,
  columns,
  cases,
  access,
  note,
  played,
}: Given): Promise<string[]> => {
  if (await foundedByLink(access.identity))
    throw new Fault(
      '这里存的是正式数据，不能当作示例打开。请去掉 --demo，或用 --data 另指一个目录放示例。',
      2,
    )
  if (await anyAccount(access.identity))
    return [HEAD, '账号和密码在第一次启动时显示过；忘记了就删去数据目录，重新启动。']
  if (!played) note('正在装入示例机关，约需几秒…')
  const { organ, people } = played ?? (await play(database, columns, readStory(), cases))
  const hand = handIn(database, organ, columns, access, cases)
  const password = newPassword()
  await hand.become(idIn(people, '卢文茵'), LAST_DAY)
  for (const [name] of ACCOUNTS) {
    const { link } = await hand.ask(invite, { params: { person: idIn(people, name) }, body: {} })
    const token = new URL(link, 'http://localhost').hash.slice(1)
    await hand.ask(acceptInvitation, { body: { token, userName: userNameOf(name), password } })
  }
  const lines = ACCOUNTS.map(([name, says]) => `  ${userNameOf(name).padEnd(14)}${name}：${says}`)
  return [HEAD, `可以登录的账号，密码都是 ${password}（只显示这一次，登录后可改）：`, ...lines]
}

const HEAD = `示例机关是虚构的。示例里的今天是 ${LAST_DAY}。`

const userNameOf = (name: string): string =>
  pinyin(name, { toneType: 'none', type: 'array', surname: 'head' }).join('')

// Without letters and digits that are easily taken for one another.
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

const newPassword = (): string =>
  [4, 4, 4]
    .map((length) => Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join(''))
    .join('-')
