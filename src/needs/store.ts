import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Channel, Level, StepKind } from './kinds.ts'
import type { Matter } from './matter.ts'

export const cadresOn = async (tx: Acting, on: string) => {
  const { rows } = await sql<{
    id: string
    name: string
    initials: string | null
    unitName: string | null
    posts: string[]
  }>`select id, name, initials, unit_name, posts from cadres(${on}::date)`.execute(tx)
  return rows
}

export type NewNeed = {
  id: string
  year: number
  number: number
  channel: Channel
  visitId: string | null
  receivedOn: string
  receivedByName: string | null
  anonymous: boolean
  sensitive: boolean
  category: string | null
  area: string | null
  level: Level | null
  dueOn: string
  content: Buffer | null
}

/** The first of the next numbers of each year, by year: one statement, however many years. */
export const takeNumbersOf = async (tx: Acting, years: readonly number[]): Promise<Map<number, number>> => {
  const counts = new Map<number, number>()
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1)
  // In one order, so that two who take at once wait for one another and never in a circle.
  const wanted = [...counts].sort(([one], [other]) => one - other)
  if (wanted.length === 0) return new Map()
  const { rows } = await sql<{ year: number; first: number }>`
    select t.year, need_numbers(t.year, t.n) as first
    from unnest(${wanted.map(([year]) => year)}::integer[], ${wanted.map(([, n]) => n)}::integer[]) as t (year, n)`.execute(
    tx,
  )
  return new Map(rows.map(({ year, first }) => [year, first]))
}

/** Enters matters at the desk; those whose id is known already are left as they are. The ids of the new ones. */
export const insertNeeds = async (tx: Acting, needs: readonly NewNeed[]): Promise<Set<string>> => {
  if (needs.length === 0) return new Set()
  const rows = await tx
    .insertInto('need')
    .values(needs.map((need) => ({ ...need, unitId: sql<string>`(select need_unit())` })))
    .onConflict((clash) => clash.columns(['organId', 'id']).doNothing())
    .returning('id')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

export type NewStep = {
  id: string
  needId: string
  kind: StepKind
  onDay: string
  byName: string
  toPerson?: string | null
  toName?: string | null
  content?: Buffer | null
  fingerprint?: string | null
}

export const insertSteps = async (tx: Acting, steps: readonly NewStep[]): Promise<void> => {
  if (steps.length > 0)
    await tx
      .insertInto('needStep')
      .values([...steps])
      .execute()
}

/** Changes the frame as it was at this version; false where somebody else was quicker. */
export const changeNeed = async (
  tx: Acting,
  id: string,
  version: number,
  change: Partial<Omit<NewNeed, 'id' | 'year' | 'number' | 'channel'>> & {
    petition?: string
    state?: string
    ownerId?: string
    ownerName?: string
    raisedTo?: string | null
    outcome?: string | null
    resolvedOn?: string | null
    toldOn?: string | null
    closedOn?: string | null
  } = {},
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('need')
    .set({ ...change, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

const BYTES = (column: string) => `encode(${column}, 'base64')`

type Raw = Omit<Matter, 'texts' | 'apart'> & {
  apart: { cipher: string; content: string; sealedOn: string | null; keepUntil: string | null } | null
  texts: { id: string; content: string }[]
}

/** A matter whole, in one statement; undefined where there is none that the reader may see. */
export const readMatter = async (tx: Acting, id: string): Promise<Matter | undefined> => {
  const { rows } = await sql<Raw>`
    select n.id, n.unit_id, u.name as unit_name, u.path as unit_path, n.year, n.number, n.channel, n.visit_id, n.received_on,
      n.received_by, n.received_by_name, n.anonymous, n.sensitive, n.category, n.area, n.level, n.petition, n.state, n.owner_id,
      n.owner_name, n.raised_to, n.due_on, n.outcome, n.resolved_on, n.told_on, n.closed_on, n.content, n.version,
      ${children('need_step', `'kind', c.kind, 'onDay', c.on_day, 'at', c.at, 'byName', c.by_name, 'toName', c.to_name, 'content', ${BYTES('c.content')}`, 'c.at, c.id')} as steps,
      ${children('need_helper', PERSON, 'c.since, c.id')} as helpers,
      ${children('sealed_knower', PERSON, 'c.since, c.id')} as knowers,
      ${children('need_referral', `'sentOn', c.sent_on, 'state', c.state, 'dueOn', c.due_on, 'settledOn', c.settled_on, 'content', ${BYTES('c.content')}, 'version', c.version`, 'c.sent_on, c.id')} as referrals,
      ${children('need_clock', `'rule', c.rule, 'eventOn', c.event_on, 'dueOn', c.due_on, 'extendedUntil', c.extended_until, 'keptOn', c.kept_on, 'version', c.version`, 'c.due_on, c.id')} as clocks,
      ${children('need_pause', `'kind', c.kind, 'since', c.since, 'until', c.until, 'content', ${BYTES('c.content')}, 'version', c.version`, 'c.since, c.id')} as pauses,
      ${children('need_answer', `'way', c.way, 'answeredOn', c.answered_on, 'takenByName', c.taken_by_name, 'solved', c.solved, 'satisfied', c.satisfied, 'content', ${BYTES('c.content')}`, 'c.answered_on, c.id')} as answers,
      ${children('need_file', `'content', ${BYTES('c.cipher')}, 'mediaType', c.media_type, 'size', c.size, 'fingerprint', c.fingerprint, 'addedOn', c.added_on, 'addedByName', c.added_by_name`, 'c.added_on, c.id')} as files,
      ${children('sealed_measure', `'dueOn', c.due_on, 'content', ${BYTES('c.content')}, 'version', c.version`, 'c.due_on nulls last, c.id')} as measures,
      ${children('sealed_opening', `'readerName', c.reader_name, 'ground', c.ground, 'at', c.at`, 'c.at desc')} as openings,
      ${children('sealed_text', `'content', ${BYTES('c.content')}`, 'c.id')} as texts,
      (select to_json(max(o.at) + interval '30 minutes') from sealed_opening o
        where o.organ_id = n.organ_id and o.need_id = n.id and o.reader_id = (select acting_person())
          and o.at > now() - interval '30 minutes') as opened_until,
      (select json_build_object('on', d.destroyed_on, 'keptUntil', d.kept_until, 'byName', d.by_name,
          'witnessName', d.witness_name, 'texts', d.texts, 'files', d.files)
        from sealed_destruction d where d.organ_id = n.organ_id and d.need_id = n.id) as destroyed,
      (select json_build_object('cipher', ${sql.raw(BYTES('s.cipher'))}, 'content', ${sql.raw(BYTES('s.content'))},
          'sealedOn', s.sealed_on, 'keepUntil', s.keep_until)
        from sealed_case s where s.organ_id = n.organ_id and s.need_id = n.id) as apart
    from need n join unit u on u.organ_id = n.organ_id and u.id = n.unit_id
    where n.organ_id = (select acting_organ()) and n.id = ${id}::uuid`.execute(tx)
  const row = rows[0]
  return row && kept(row)
}

const PERSON = `'personId', c.person_id, 'name', c.person_name, 'since', c.since, 'until', c.until`

const children = (table: string, fields: string, order: string) =>
  sql.raw(`(select coalesce(json_agg(json_build_object('id', c.id, ${fields}) order by ${order}), '[]')
        from ${table} c where c.organ_id = n.organ_id and c.need_id = n.id)`)

const bytes = (text: string | null): Buffer | null => (text === null ? null : Buffer.from(text, 'base64'))

// Inside a JSON value bytes come as text.
const kept = ({ apart, texts, ...row }: Raw): Matter => {
  const unpacked = <Row extends { content: unknown }>(each: Row) => ({
    ...each,
    content: bytes(each.content as string | null),
  })
  return {
    ...row,
    steps: row.steps.map(unpacked),
    referrals: row.referrals.map(unpacked),
    pauses: row.pauses.map(unpacked),
    answers: row.answers.map(unpacked),
    measures: row.measures.map(unpacked),
    files: row.files.map(unpacked),
    apart: apart && { ...apart, cipher: bytes(apart.cipher)!, content: bytes(apart.content)! },
    texts: new Map(texts.map(({ id, content }) => [id, bytes(content)!])),
  }
}
