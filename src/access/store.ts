import { Kysely, PostgresDialect, sql } from 'kysely'
import type { Pool } from 'pg'
import type { Acting, Database } from '../database/acting.ts'
import type { Post } from '../kernel/access.ts'
import type { Founding } from './founding.ts'

// Two databases in one file: `tx` and `database` belong to the role `app` and its records; `identity` to the role of that
// name, which sees accounts and nothing else.

/** The schema `identity` as the sign-in library takes it. */
export const signInTables = (identity: Pool) => ({
  db: new Kysely<unknown>({ dialect: new PostgresDialect({ pool: identity }) }),
  type: 'postgres' as const,
  schemaName: 'identity',
  transaction: true,
})

type Standing = {
  organName: string
  personName: string
  held: { post: Post; unitId: string; unitName: string; path: string }[]
}

/** What a person is and holds on a day, in one query; undefined where there is no such person in the acting organ. */
export const standingOf = async (tx: Acting, person: string, on: string): Promise<Standing | undefined> => {
  const { rows } = await sql<Standing>`
    select o.name as organ_name, p.name as person_name, (
      select coalesce(jsonb_agg(jsonb_build_object('post', h.post, 'unitId', u.id, 'unitName', u.name, 'path', u.path)
        order by u.path, h.post), '[]')
      from (
        select post, unit_id
        from post
        where organ_id = p.organ_id and person_id = p.id
          and since <= ${on}::date and (until is null or until >= ${on}::date)
        union all
        select 'member', unit_id
        from membership
        where organ_id = p.organ_id and person_id = p.id
          and since <= ${on}::date and (until is null or until >= ${on}::date)
          and status in ('full', 'probationary', 'on-probation', 'suspended')
      ) h join unit u on u.organ_id = p.organ_id and u.id = h.unit_id) as held
    from person p join organ o on o.organ_id = p.organ_id
    where p.organ_id = (select acting_organ()) and p.id = ${person}`.execute(tx)
  return rows[0]
}

/** The unit that a person belongs to now; undefined if she is not the actor's to see. */
export const unitPathOf = async (tx: Acting, person: string): Promise<string | undefined> => {
  const row = await tx
    .selectFrom('person as p')
    .innerJoin('unit as u', (join) =>
      join.onRef('u.organId', '=', 'p.organId').onRef('u.id', '=', 'p.unitId'),
    )
    .select('u.path')
    .where('p.id', '=', person)
    .executeTakeFirst()
  return row?.path
}

/** Whether a person of the acting organ can sign in. */
export const hasAccount = async (tx: Acting, person: string): Promise<boolean> => {
  const { rows } = await sql<{ has: boolean }>`select person_has_account(${person}::uuid) as has`.execute(tx)
  return rows[0]?.has === true
}

/** Writes a founded organ, as one who acts in it with every right from the root down. */
export const writeFounding = async (tx: Acting, founding: Founding): Promise<void> => {
  const { organ, units, foundedOn, branch, electedOn, people, posts } = founding
  await tx.insertInto('organ').values({ organId: organ.id, name: organ.name }).execute()
  await tx
    .insertInto('unit')
    .values(units.map(({ id, kind, name, path }) => ({ id, line: 'party', kind, name, path, foundedOn })))
    .execute()
  await tx
    .insertInto('unitPlace')
    .values(units.map(({ id, parentId, name }) => ({ unitId: id, parentId, name, since: foundedOn })))
    .execute()
  if (electedOn) await tx.insertInto('term').values({ unitId: branch, electedOn }).execute()
  await tx
    .insertInto('person')
    .values(people.map((person) => ({ ...person, unitId: branch })))
    .execute()
  await tx.insertInto('post').values(posts).execute()
}

/** Opens the account of the founder in the founding's own transaction; false if the link no longer holds. */
export const openFirstAccount = async (
  tx: Acting,
  account: { link: Uint8Array; person: string; userName: string; hash: string },
): Promise<boolean> => {
  const { link, person, userName, hash } = account
  const { rows } = await sql<{ opened: string | null }>`
    select open_first_account(${link}, ${person}::uuid, ${userName}, ${hash}) as opened`.execute(tx)
  return rows[0]?.opened != null
}

export const anyAccount = async (identity: Database): Promise<boolean> =>
  (await sql`select from identity.account limit 1`.execute(identity)).rows.length > 0

/** Whether a first officer founded an organ here; the example is played and never founded so. */
export const foundedByLink = async (identity: Database): Promise<boolean> =>
  (await sql`select from identity.set_up where used_at is not null limit 1`.execute(identity)).rows.length > 0

/** Keeps a new set-up link and drops those before it: only the one printed last opens the page. */
export const keepSetUpLink = async (identity: Acting, digest: Uint8Array, hours: number): Promise<void> => {
  await sql`delete from identity.set_up where used_at is null`.execute(identity)
  await sql`insert into identity.set_up (token_digest, expires_at)
    values (${digest}, now() + make_interval(hours => ${hours}))`.execute(identity)
}

export const setUpLinkHolds = async (identity: Database, digest: Uint8Array): Promise<boolean> => {
  const { rows } = await sql`
    select from identity.set_up
    where token_digest = ${digest} and used_at is null and expires_at > now()`.execute(identity)
  return rows.length > 0
}

/** Keeps a new invitation of a person and drops her earlier ones. Gives the instant it ends. */
export const keepInvitation = async (
  identity: Acting,
  of: { person: string; by: string | null; digest: Uint8Array; hours: number },
): Promise<Date> => {
  await sql`delete from identity.invitation
    where organ_id = (select acting_organ()) and person_id = ${of.person} and used_at is null`.execute(
    identity,
  )
  const { rows } = await sql<{ expiresAt: Date }>`
    insert into identity.invitation (person_id, invited_by, token_digest, expires_at)
    values (${of.person}, ${of.by}, ${of.digest}, now() + make_interval(hours => ${of.hours}))
    returning expires_at`.execute(identity)
  return rows[0]!.expiresAt
}

export type Invited = { organId: string; personId: string }

export const invitedBy = async (identity: Database, digest: Uint8Array): Promise<Invited | undefined> => {
  const { rows } = await sql<Invited>`
    select organ_id, person_id
    from identity.invitation
    where token_digest = ${digest} and used_at is null and expires_at > now()`.execute(identity)
  return rows[0]
}

/** Uses up an invitation; false if another hand was quicker. The row's lock lets one of two through. */
export const useInvitation = async (identity: Acting, digest: Uint8Array): Promise<boolean> => {
  const { rows } = await sql`
    update identity.invitation set used_at = now()
    where token_digest = ${digest} and used_at is null and expires_at > now()
    returning id`.execute(identity)
  return rows.length > 0
}

/** Opens a person's account, or opens it again with a new name and password and without the old second factor. */
export const openAccount = async (
  identity: Acting,
  { personId, userName, hash }: { personId: string; userName: string; hash: string },
): Promise<void> => {
  const { rows } = await sql<{ id: string }>`
    insert into identity.account (organ_id, id, person_id, user_name, email)
    select (select acting_organ()), fresh, ${personId}::uuid, ${userName}, fresh || '@account.invalid'
    from gen_random_uuid() as fresh
    on conflict (organ_id, person_id) do update
      set user_name = excluded.user_name, closed_at = null, two_factor_enabled = false, updated_at = now()
    returning id`.execute(identity)
  const account = rows[0]!.id
  await sql`delete from identity.session where account_id = ${account}`.execute(identity)
  await sql`delete from identity.second_factor where account_id = ${account}`.execute(identity)
  await sql`
    insert into identity.credential (account_id, provider_id, subject, password)
    values (${account}, 'credential', ${account}, ${hash})
    on conflict (account_id, provider_id) do update set password = excluded.password, updated_at = now()`.execute(
    identity,
  )
}

/**
 * Closes a person's account: her sessions end and no password fits any more. The credential stays, with a hash that
 * nothing makes, so that a closed account answers like a mistyped password, and as slowly.
 */
export const closeAccount = async (identity: Acting, person: string, hash: string): Promise<boolean> => {
  const { rows } = await sql<{ id: string }>`
    update identity.account set closed_at = now(), updated_at = now()
    where organ_id = (select acting_organ()) and person_id = ${person} and closed_at is null
    returning id`.execute(identity)
  const account = rows[0]?.id
  await sql`delete from identity.invitation
    where organ_id = (select acting_organ()) and person_id = ${person} and used_at is null`.execute(identity)
  if (!account) return false
  await sql`delete from identity.session where account_id = ${account}`.execute(identity)
  await sql`update identity.credential set password = ${hash}, updated_at = now() where account_id = ${account}`.execute(
    identity,
  )
  return true
}

/** Moves the idle limit on. */
export const touchSession = async (identity: Database, session: string): Promise<void> => {
  await sql`update identity.session set seen_at = now() where id = ${session}`.execute(identity)
}

export const endSession = async (identity: Database, session: string): Promise<void> => {
  await sql`delete from identity.session where id = ${session}`.execute(identity)
}

/** One to be counted against: a user name or an address as a keyed digest, and how many failures it may have. */
export type Subject = { digest: Uint8Array; failures: number }

/**
 * Counts an attempt before it is made, so that many at once cannot outrun the lock. Gives the minutes still to wait where
 * the subject is locked already, and 0 where the attempt may go on.
 */
export const countAttempt = async (
  identity: Database,
  { digest, failures }: Subject,
  lock: number,
): Promise<number> => {
  const anew = sql`coalesce(f.locked_until <= now(), f.since < now() - make_interval(mins => ${lock}))`
  const { rows } = await sql<{ times: number; wait: number }>`
    insert into identity.sign_in_failure as f (subject, times, since) values (${digest}, 1, now())
    on conflict (organ_id, subject) do update set
      times = case when ${anew} then 1 else f.times + 1 end,
      since = case when ${anew} then now() else f.since end,
      locked_until = case
        when f.locked_until > now() then f.locked_until
        when not ${anew} and f.times + 1 >= ${failures} then now() + make_interval(mins => ${lock})
      end
    returning times, coalesce(ceil(extract(epoch from locked_until - now()) / 60), 0)::int as wait`.execute(
    identity,
  )
  const { times, wait } = rows[0]!
  // The attempt that reaches the number is still made; those behind it are not.
  return times > failures ? wait : 0
}

/** After a success the name starts afresh, and the address is given back the attempt that was counted. */
export const forgive = async (identity: Database, name: Uint8Array, address: Uint8Array): Promise<void> => {
  await sql`delete from identity.sign_in_failure where subject = ${name}`.execute(identity)
  await sql`update identity.sign_in_failure set times = times - 1, locked_until = null
    where subject = ${address} and times > 0`.execute(identity)
}

/** Drops what is over: sessions, half-made sign-ins, links and failures of yesterday. */
export const sweep = async (identity: Database): Promise<void> => {
  await sql`delete from identity.session where expires_at < now()`.execute(identity)
  await sql`delete from identity.verification where expires_at < now()`.execute(identity)
  await sql`delete from identity.invitation where used_at is null and expires_at < now()`.execute(identity)
  await sql`delete from identity.sign_in_failure where since < now() - interval '1 day'`.execute(identity)
}
