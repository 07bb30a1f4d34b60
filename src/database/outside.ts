import { Client, type PoolConfig } from 'pg'
import { codeOf, Fault } from '../fault.ts'
import { ROLES, type Role } from './embedded-cluster.ts'
import { poolsFor, type Server } from './server.ts'

const OLDEST_MAJOR = 15

/**
 * Uses a PostgreSQL server that somebody else runs. Its roles `owner`, `app` and `identity` are taken on after logging in
 * with the URL's own user, who must be able to create them or have been granted them.
 */
export const openOutside = async (url: string): Promise<Server> => {
  await prepareOutside(url)
  const login = (role: Role): PoolConfig => ({ connectionString: actingAs(url, role) })
  const { connect, answers, end } = poolsFor(login)
  return { connect, login, answers, lost: new Promise(() => {}), close: end }
}

/** The same URL for sessions that begin as the given role, in UTC. */
export const actingAs = (url: string, role: Role): string => {
  const target = new URL(url)
  const before = target.searchParams.get('options')
  target.searchParams.set('options', [before, `-c role=${role} -c timezone=UTC`].filter(Boolean).join(' '))
  return target.href
}

/** A server's address without its user and password. */
const placeOf = (url: string): string => {
  const { hostname, port, pathname } = new URL(url)
  return `${hostname || '本机'}:${port || 5432}${pathname}`
}

const prepareOutside = async (url: string): Promise<void> => {
  const client = new Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: 'zhixing',
  })
  // A server that hangs up in mid-talk is told by the query that fails.
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; encoding: string }>(
      `select current_setting('server_version_num') as version, current_setting('server_encoding') as encoding`,
    )
    const { version = '0', encoding = '' } = rows[0] ?? {}
    const unfit = unfitness(Number(version), encoding)
    if (unfit) throw new Fault(unfit)
    await prepareRoles(client)
  } catch (error) {
    throw error instanceof Fault ? error : unreachable(error, placeOf(url))
  } finally {
    await client.end().catch(() => {})
  }
}

/** Why a server of this version (as `server_version_num`) and encoding cannot be used; undefined when it can. */
export const unfitness = (version: number, encoding: string): string | undefined => {
  if (version < OLDEST_MAJOR * 10_000)
    return `DATABASE_URL 指向的 PostgreSQL 版本是 ${Math.floor(version / 10_000)}，至少需要 ${OLDEST_MAJOR}。请升级数据库，或去掉 DATABASE_URL 改用自带的数据库。`
  if (encoding !== 'UTF8')
    return `DATABASE_URL 指向的数据库编码是 ${encoding}，须为 UTF8。请另建一个库：create database zhixing encoding 'UTF8' template template0`
  return undefined
}

const REASONS: Record<string, string> = {
  ECONNREFUSED: '对方没有在该端口提供服务。请检查地址、端口和防火墙',
  ENOTFOUND: '找不到这个主机名。请检查拼写和域名解析',
  EAI_AGAIN: '域名解析暂时不可用。请稍后再试',
  ETIMEDOUT: '连接超时。请检查网络和防火墙',
  EHOSTUNREACH: '网络不通。请检查网络',
  ECONNRESET: '连接被对方断开。请检查地址和端口，以及是否须用加密连接（?sslmode=require）',
  '28P01': '用户名或密码不对。请核对 DATABASE_URL',
  '28000': '服务器不允许这个用户从本机登录。请检查 pg_hba.conf',
  '3D000': '这个数据库不存在。请先建立',
  '53300': '对方的连接数已满。请稍后再试或调大 max_connections',
  '57P03': '对方正在启动或关闭。请稍后再试',
}

// The driver's own texts are left out: some repeat the connection string, password and all.
const unreachable = (error: unknown, place: string): Fault => {
  const code =
    codeOf(error) ?? (error instanceof Error && /timeout/i.test(error.message) ? 'ETIMEDOUT' : undefined)
  const reason = (code && REASONS[code]) ?? `连接没有成功${code ? `(${code})` : ''}。请检查 DATABASE_URL`
  return new Fault(`连不上数据库 ${place}：${reason}。`)
}

/** What the roles and the database still lack, as statements. */
const missingGrants = `
  select statement from (
    select 1 as step, format('create role %I', name) as statement
    from unnest($1::text[]) as name
    where not exists (select from pg_roles where rolname = name)
    union all
    select 2, format('grant %I to %I', name, current_user)
    from unnest($1::text[]) as name
    where not exists (select from pg_roles where rolname = name)
      or not pg_has_role(current_user, (select oid from pg_roles where rolname = name), 'member')
    union all
    select 3, format('grant create, connect, temporary on database %I to owner', current_database())
    where not exists (select from pg_roles where rolname = 'owner')
      or not has_database_privilege((select oid from pg_roles where rolname = 'owner'), current_database(), 'create')
    union all
    select 4, 'alter schema public owner to owner'
    where (select not exists (select from pg_roles where rolname = 'owner')
        or not pg_has_role((select oid from pg_roles where rolname = 'owner'), nspowner, 'member')
      from pg_namespace where nspname = 'public')
  ) as missing
  order by step`

// Roles belong to the whole server, locks to one database: of two that prepare at once, one may have to look again.
const MEANWHILE = ['42710', '23505', 'XX000']
const LOOKS = 5

const prepareRoles = async (client: Client, looks = LOOKS): Promise<void> => {
  await client.query('begin')
  const { rows } = await client.query<{ statement: string }>(missingGrants, [ROLES])
  try {
    for (const { statement } of rows) await client.query(statement)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    if (looks > 1 && MEANWHILE.includes(codeOf(error) ?? '')) return prepareRoles(client, looks - 1)
    if (codeOf(error) !== '42501') throw error
    const statements = rows.map(({ statement }) => `${statement};`).join(' ')
    throw new Fault(`DATABASE_URL 的用户无权准备数据库角色。请数据库管理员在该库执行：${statements}`)
  }
  const unsafe = await client.query<{ rolname: string }>(
    `select rolname from pg_roles where rolname = any($1) and (rolsuper or rolbypassrls)`,
    [ROLES],
  )
  const name = unsafe.rows[0]?.rolname
  if (name)
    throw new Fault(
      `数据库角色 ${name} 可以绕过行级安全，不能使用。请数据库管理员执行：alter role ${name} nosuperuser nobypassrls;`,
    )
}
