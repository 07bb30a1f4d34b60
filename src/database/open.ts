import { setTimeout as pause } from 'node:timers/promises'
import { Fault } from '../fault.ts'
import { loginAt, startEmbedded } from './embedded.ts'
import { readLogins } from './embedded-cluster.ts'
import { type Holder, holderOf } from './lock.ts'
import { openOutside } from './outside.ts'
import { poolsFor, type Server } from './server.ts'

export type { Role } from './embedded-cluster.ts'
export type { Server } from './server.ts'

type Whereabouts = { data: string; databaseUrl?: string | undefined }
type Manner = {
  /** For commands: use the database of a running server if there is one. */
  attach?: boolean
  /** Hears what an operator may want to know, one Chinese line each. */
  note?: (line: string) => void
}

const PATIENCE_MS = 30_000

/**
 * Opens the database that the settings name: an outside one, or the embedded one of the data folder.
 * @throws Fault with a line for the operator when it cannot be had.
 */
export const openDatabase = async (
  { data, databaseUrl }: Whereabouts,
  { attach = false, note = () => {} }: Manner = {},
): Promise<Server> => {
  if (databaseUrl) return openOutside(databaseUrl)

  const purpose = attach ? 'command' : 'server'
  const deadline = Date.now() + PATIENCE_MS
  for (let told = false; ; told = true) {
    const started = await startEmbedded({ data, purpose, note })
    if (started) return started

    const holder = holderOf(data)
    if (holder?.purpose === 'server' && !attach) throw inUse(data, holder)
    if (holder?.purpose === 'server' && holder.port !== 0) {
      const attached = await attachTo(data, holder)
      if (attached) return attached
    }
    if (Date.now() > deadline) throw inUse(data, holder)
    if (!told) note('数据目录正由另一个知行进程使用，等它结束')
    await pause(100)
  }
}

const inUse = (data: string, holder: Holder | undefined): Fault =>
  new Fault(
    `数据目录 ${data} 正由另一个知行进程${holder ? `（进程号 ${holder.pid}）` : ''}使用。请先停止它，或用 --data 指定另一个目录。`,
  )

const attachTo = async (data: string, holder: Holder): Promise<Server | undefined> => {
  const logins = readLogins(data)
  if (!logins) return undefined
  const login: Server['login'] = (role) => loginAt(holder, role, logins)
  const { connect, answers, end } = poolsFor(login)
  const server: Server = { connect, login, answers, lost: new Promise(() => {}), close: end }
  if (await answers()) return server
  await end()
  return undefined
}
