import { type RawBuilder, sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Ledger } from '../documents/handover-sheet.ts'
import type { Post } from '../kernel/access.ts'
import type { Handover, Side } from './contract.ts'

export type Content = { ledgers: Ledger[]; places: { item: string; place: string }[] }

export type HandoverRow = Omit<Handover, 'permits' | 'ledgers' | 'places'> & {
  path: string
  postId: string
  content: Content
}

const COLUMNS =
  sql.raw(`h.id, h.unit_id, u.name as unit_name, u.path, h.post, h.post_id, h.from_id, h.from_name, h.to_id,
  h.to_name, h.ends_on, h.begins_on, h.stage, h.opened_on, h.confirmed_by_name, h.confirmed_on, h.content, h.drawn_on,
  h.promises, h.witness_name, h.withdrawn_reason, h.version,
  json_build_object('signedOn', h.from_signed_on, 'paperByName', h.from_paper_by_name) as "from",
  json_build_object('signedOn', h.to_signed_on, 'paperByName', h.to_paper_by_name) as "to"`)

/** Every hand-over that the reader may see, the latest first. */
export const handovers = async (tx: Acting): Promise<HandoverRow[]> => {
  const { rows } = await sql<HandoverRow>`
    select ${COLUMNS} from handover h join unit u on u.organ_id = h.organ_id and u.id = h.unit_id
    where h.organ_id = (select acting_organ())
    order by h.stage = 'open' desc, h.begins_on desc, h.id limit 500`.execute(tx)
  return rows
}

export const handoverOf = async (tx: Acting, id: string): Promise<HandoverRow | undefined> => {
  const { rows } = await sql<HandoverRow>`
    select ${COLUMNS} from handover h join unit u on u.organ_id = h.organ_id and u.id = h.unit_id
    where h.organ_id = (select acting_organ()) and h.id = ${id}::uuid`.execute(tx)
  return rows[0]
}

export type HeldPost = {
  id: string
  post: Post
  personId: string
  personName: string
  since: string
  until: string | null
  unitId: string
  unitName: string
  path: string
  /** Whether a sheet of it stands that was not withdrawn. */
  handed: boolean
}

/** An appointment with its unit; posts are public within the organ, names as far as the reader may see them. */
export const heldPostOf = async (tx: Acting, id: string): Promise<HeldPost | undefined> => {
  const { rows } = await sql<HeldPost>`
    select o.id, o.post, o.person_id, coalesce(p.name, '') as person_name, o.since, o.until, u.id as unit_id,
      u.name as unit_name, u.path,
      exists (select from handover h where h.organ_id = o.organ_id and h.post_id = o.id and h.stage <> 'withdrawn') as handed
    from post o join unit u on u.organ_id = o.organ_id and u.id = o.unit_id
      left join person p on p.organ_id = o.organ_id and p.id = o.person_id
    where o.organ_id = (select acting_organ()) and o.id = ${id}::uuid`.execute(tx)
  return rows[0]
}

/** Who else is secretary from the day on, besides the two of a hand-over. */
export const otherSecretary = async (
  tx: Acting,
  { unitId, postId, toId, beginsOn }: { unitId: string; postId: string; toId: string; beginsOn: string },
): Promise<string | undefined> => {
  const { rows } = await sql<{ name: string }>`
    select coalesce(p.name, '另一人') as name
    from post o left join person p on p.organ_id = o.organ_id and p.id = o.person_id
    where o.organ_id = (select acting_organ()) and o.unit_id = ${unitId}::uuid and o.post = 'secretary'
      and o.id <> ${postId}::uuid and o.person_id <> ${toId}::uuid
      and (o.until is null or o.until >= ${beginsOn}::date) limit 1`.execute(tx)
  return rows[0]?.name
}

export type NewHandover = {
  unitId: string
  post: string
  postId: string
  fromId: string
  fromName: string
  toId: string
  toName: string
  endsOn: string
  beginsOn: string
  openedOn: string
  confirmedByName: string | null
  confirmedOn: string | null
  drawnOn: string
  content: Content
}

export const insertHandover = async (tx: Acting, { content, ...row }: NewHandover): Promise<string> => {
  const id = crypto.randomUUID()
  await tx
    .insertInto('handover')
    .values({ ...row, id, content: JSON.stringify(content) })
    .execute()
  return id
}

export type Change = Partial<{
  endsOn: string
  beginsOn: string
  stage: 'signed' | 'withdrawn'
  confirmedByName: string | null
  confirmedOn: string
  content: Content
  drawnOn: string
  promises: string[]
  witnessName: string | null
  withdrawnReason: string
}>

/** False where it was changed, signed or withdrawn since `version` was read. */
export const changeHandover = async (
  tx: Acting,
  id: string,
  version: number,
  { content, ...change }: Change,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('handover')
    .set({
      ...change,
      ...(content === undefined ? {} : { content: JSON.stringify(content) }),
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('stage', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

type Signature = { signedOn: string; paperByName: string | null; last: boolean }

/** Puts one signature; with the last one the sheet is signed. False where another hand was quicker. */
export const signHandover = async (
  tx: Acting,
  id: string,
  version: number,
  side: Side,
  { signedOn, paperByName, last }: Signature,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('handover')
    .set({
      ...(side === 'from'
        ? { fromSignedOn: signedOn, fromPaperByName: paperByName }
        : { toSignedOn: signedOn, toPaperByName: paperByName }),
      ...(last ? { stage: 'signed' } : {}),
      version: version + 1,
    })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('stage', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** The one appointment ends and the other begins, by the sheet that both have signed. */
export const passPost = async (tx: Acting, id: string): Promise<void> => {
  await sql`select pass_post(${id}::uuid)`.execute(tx)
}

export type ErrandRow = {
  id: string
  kind: 'sign' | 'confirm' | 'open'
  post: Post
  unitId: string
  unitName: string
}

/** What waits on the actor: to sign, to confirm, and posts that ended lately and were never handed over. */
export const handoverErrands = (today: string): RawBuilder<ErrandRow> =>
  sql<ErrandRow>`
    with mine as (
      select h.*, u.name as unit_name, u.path ^@ any ((select may('handover.lead'))::text[]) as leads
      from handover h join unit u on u.organ_id = h.organ_id and u.id = h.unit_id
      where h.organ_id = (select acting_organ()) and h.stage = 'open')
    select id, 'sign' as kind, post, unit_id, unit_name from mine
    where confirmed_on is not null
      and ((from_id = (select acting_person()) and from_signed_on is null)
        or (to_id = (select acting_person()) and to_signed_on is null))
    union all
    select id, 'confirm', post, unit_id, unit_name from mine where confirmed_on is null and leads
    union all
    select o.id, 'open', o.post, o.unit_id, u.name
    from post o join unit u on u.organ_id = o.organ_id and u.id = o.unit_id
    where o.organ_id = (select acting_organ()) and o.post not in ('superior', 'operator')
      and o.until between ${today}::date - 60 and ${today}::date + 14
      and u.path ^@ any ((select may('handover.lead'))::text[])
      and not exists (
        select from handover h where h.organ_id = o.organ_id and h.post_id = o.id and h.stage <> 'withdrawn')`
