import { Pool, type PoolConfig } from 'pg'
import type { Fault } from '../fault.ts'
import type { Role } from './embedded-cluster.ts'

/** A database that answers, reached as one of its roles. */
export type Server = {
  /** The pool of a role: made when first asked for, ended by `close`. */
  connect: (role: Role) => Pool
  /** How to log in as a role, for libraries that make their own connections. */
  login: (role: Role) => PoolConfig
  /** Whether the database answers at this moment; never throws. */
  answers: () => Promise<boolean>
  /** Resolves when the database is gone and could not be brought back. */
  lost: Promise<Fault>
  /** Ends the pools and, where it is ours, the server. */
  close: () => Promise<void>
}

const ANSWERS_WITHIN_MS = 2_000
const FAREWELL_MS = 400
const SIZES: Record<Role, number> = { owner: 2, app: 12, identity: 4 }

/** Pools over one way to log in. */
export const poolsFor = (login: (role: Role) => PoolConfig) => {
  const pools = new Map<Role, Pool>()

  const connect = (role: Role): Pool => {
    const known = pools.get(role)
    if (known) return known
    const pool = new Pool({
      max: SIZES[role],
      // An idle connection costs some 15 MB.
      idleTimeoutMillis: 10_000,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      application_name: `zhixing ${role}`,
      ...login(role),
    })
    // An idle connection that breaks is replaced at the next query; unheard, the event would end the process.
    pool.on('error', () => {})
    // One that breaks while it is lent out fails the query under way; between two queries nobody would hear it either.
    pool.on('connect', (client) => client.on('error', () => {}))
    pools.set(role, pool)
    return pool
  }

  const answers = (): Promise<boolean> =>
    Promise.race([
      connect('app')
        .query('select 1')
        .then(
          () => true,
          () => false,
        ),
      new Promise<boolean>((resolve) => setTimeout(resolve, ANSWERS_WITHIN_MS, false).unref()),
    ])

  // A request that hangs must not keep the whole process from ending.
  const end = async (): Promise<void> => {
    const ended = Promise.allSettled([...pools.values()].map((pool) => pool.end()))
    pools.clear()
    await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, FAREWELL_MS).unref())])
  }

  return { connect, answers, end }
}
