import { type RawBuilder, sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { Election } from './facts.ts'

/** An election with everything of it that the reader may see, in one statement; undefined where there is none. */
export const readElection = async (tx: Acting, id: string): Promise<Election | undefined> =>
  (await readWhere(tx, sql`e.id = ${id}::uuid`))[0]

/** The elections of these units that elected somebody in the year, the earliest first. One statement. */
export const electedInYear = (tx: Acting, units: readonly string[], year: number): Promise<Election[]> =>
  readWhere(
    tx,
    sql`e.unit_id = any (${units as string[]}::uuid[]) and e.cancelled_on is null
      and e.elected_on between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31)`,
  )

/** The elections of these units that were closed in the year. One statement. */
export const closedInYear = (tx: Acting, units: readonly string[], year: number): Promise<Election[]> =>
  readWhere(
    tx,
    sql`e.unit_id = any (${units as string[]}::uuid[])
      and e.closed_on between make_date(${year}::int, 1, 1) and make_date(${year}::int, 12, 31)`,
  )

/** The elections of the unit that are under way. One statement. */
export const underWay = (tx: Acting, unit: string): Promise<Election[]> =>
  readWhere(tx, sql`e.unit_id = ${unit}::uuid and e.closed_on is null and e.cancelled_on is null`)

const readWhere = async (tx: Acting, asked: RawBuilder<unknown>): Promise<Election[]> => {
  const { rows } = await sql<Election>`
    select e.id, e.unit_id, u.name as unit_name, u.kind as unit_kind, u.path as unit_path,
      (select o.name from organ o where o.organ_id = e.organ_id) as organ_name,
      e.kind, e.form, e.seats, e.deputies, e.planned_on, e.superior, e.elected_on, e.effective_on, e.closed_on,
      e.cancelled_on, e.cancelled_reason, e.late_reason, e.version,
      (select json_build_object('id', t.id, 'electedOn', t.elected_on, 'endedOn', t.ended_on,
          'approvedUntil', t.approved_until, 'approvalNote', t.approval_note)
       from term t where t.organ_id = e.organ_id and t.id = e.term_id) as term,
      (select coalesce(json_agg(json_build_object('step', s.step, 'doneOn', s.done_on, 'number', s.number,
          'byWhom', s.by_whom, 'note', s.note, 'meetingId', s.meeting_id, 'version', s.version)
          order by s.done_on, s.step), '[]')
       from election_step s where ${of('s')}) as steps,
      (select coalesce(json_agg(json_build_object('personId', x.person_id, 'name', x.name, 'ground', x.ground,
          'since', x.since, 'reason', x.reason, 'reportedOn', x.reported_on, 'approvedOn', x.approved_on,
          'approvedBy', x.approved_by, 'passedOn', x.passed_on, 'version', x.version)
          order by x.name collate strokes, x.person_id), '[]')
       from election_exclusion x where ${of('x')}) as exclusions,
      (select coalesce(json_agg(json_build_object('id', d.id, 'personId', d.person_id, 'name', d.name,
          'fromUnit', d.from_unit, 'version', d.version) order by d.name collate strokes, d.id), '[]')
       from election_delegate d where ${of('d')}) as delegates,
      (select coalesce(json_agg(json_build_object('groupId', n.group_id, 'groupName', n.group_name, 'heldOn', n.held_on,
          'hostName', n.host_name, 'entitled', n.entitled, 'present', n.present, 'version', n.version,
          'nominees', (select coalesce(json_agg(json_build_object('personId', p.person_id, 'name', p.name,
              'support', p.support) order by p.support desc, p.name collate strokes, p.person_id), '[]')
            from election_nominee p
            where p.organ_id = n.organ_id and p.election_id = n.election_id and p.group_id = n.group_id))
          order by n.group_name, n.group_id), '[]')
       from election_nomination n where ${of('n')}) as nominations,
      (select coalesce(json_agg(json_build_object('id', c.id, 'role', c.role, 'personId', c.person_id, 'name', c.name,
          'ordinal', c.ordinal, 'proposedOn', c.proposed_on, 'agreedOn', c.agreed_on, 'introducedOn', c.introduced_on,
          'withdrawnOn', c.withdrawn_on, 'withdrawnReason', c.withdrawn_reason, 'replacesId', c.replaces_id,
          'version', c.version)
          order by c.role, case when c.role = 'member' then 0 else c.ordinal end, c.name collate strokes, c.id), '[]')
       from election_candidate c where ${of('c')}) as candidates,
      (select coalesce(json_agg(json_build_object('id', r.id, 'personId', r.person_id, 'name', r.name,
          'ordinal', r.ordinal, 'memberRoundId', r.member_round_id, 'headRoundId', r.head_round_id, 'head', r.head,
          'duties', r.duties, 'title', r.title, 'approvedOn', r.approved_on, 'version', r.version)
          order by r.ordinal, r.id), '[]')
       from election_result r where ${of('r')}) as results,
      (select coalesce(json_agg(json_build_object('key', c.key, 'choice', c.choice #>> '{}', 'since', c.since)
          order by c.since), '[]')
       from parameter c where c.organ_id = e.organ_id) as choices,
      (${gatherings}) as gatherings
    from election e join unit u on u.organ_id = e.organ_id and u.id = e.unit_id
    where e.organ_id = (select acting_organ()) and ${asked}
    order by e.elected_on, e.made_at, e.id`.execute(tx)
  return rows
}

const of = (table: string) => sql.raw(`${table}.organ_id = e.organ_id and ${table}.election_id = e.id`)

const names = sql.raw(`select coalesce(json_agg(json_build_object('id', n.id, 'ordinal', n.ordinal,
    'candidateId', n.candidate_id, 'personId', n.person_id, 'name', n.name, 'writtenIn', n.written_in,
    'approve', n.approve, 'oppose', n.oppose, 'abstain', n.abstain) order by n.written_in, n.ordinal, n.id), '[]')
  from election_name n where n.organ_id = b.organ_id and n.round_id = b.id`)

const rounds = sql`select coalesce(json_agg(json_build_object('id', b.id, 'gatheringId', b.gathering_id, 'role', b.role,
    'ordinal', b.ordinal, 'why', b.why, 'seats', b.seats, 'entitled', b.entitled, 'present', b.present,
    'printed', b.printed, 'issued', b.issued, 'spoiled', b.spoiled, 'returned', b.returned, 'void', b.void,
    'form', b.form, 'outcome', b.outcome, 'signedBy', b.signed_by, 'isClosed', b.closed_at is not null,
    'version', b.version, 'names', (${names}))
    order by case b.role when 'member' then 1 when 'secretary' then 2 else 3 end, b.ordinal), '[]')
  from election_round b where b.organ_id = g.organ_id and b.gathering_id = g.id`

const gatherings = sql`select coalesce(json_agg(json_build_object('id', g.id, 'body', g.body, 'ordinal', g.ordinal,
    'heldOn', g.held_on, 'startsAt', to_char(g.starts_at, 'HH24:MI'), 'endsAt', to_char(g.ends_at, 'HH24:MI'),
    'place', g.place, 'guests', g.guests, 'hostId', g.host_id, 'hostName', g.host_name,
    'recorderName', g.recorder_name, 'isOpen', g.opened_at is not null, 'closedOn', g.closed_on,
    'failedReason', g.failed_reason, 'version', g.version,
    'seats', (select coalesce(json_agg(json_build_object('id', s.id, 'personId', s.person_id, 'name', s.name,
        'initials', s.initials, 'groupName', s.group_name, 'status', s.status, 'entitled', s.entitled,
        'because', s.because, 'state', s.state, 'reason', s.reason) order by s.name collate strokes, s.id), '[]')
      from election_seat s where s.organ_id = g.organ_id and s.gathering_id = g.id),
    'officers', (select coalesce(json_agg(json_build_object('id', o.id, 'role', o.role, 'personId', o.person_id,
        'name', o.name) order by o.role, o.name collate strokes, o.id), '[]')
      from election_officer o where o.organ_id = g.organ_id and o.gathering_id = g.id),
    'motions', (select coalesce(json_agg(json_build_object('matter', m.matter, 'entitled', m.entitled,
        'present', m.present, 'approve', m.approve, 'oppose', m.oppose, 'abstain', m.abstain, 'passed', m.passed,
        'note', m.note) order by m.matter), '[]')
      from election_motion m where m.organ_id = g.organ_id and m.gathering_id = g.id),
    'rounds', (${rounds}))
    order by case g.body when 'members' then 1 else 2 end, g.ordinal), '[]')
  from election_gathering g where g.organ_id = e.organ_id and g.election_id = e.id`

/** False where someone else changed the election since `version` was read. Every act on it goes through here. */
export const touchElection = async (tx: Acting, id: string, version: number): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('election')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export type ElectionLine = Pick<
  Election,
  | 'id'
  | 'unitId'
  | 'unitName'
  | 'unitKind'
  | 'kind'
  | 'form'
  | 'plannedOn'
  | 'electedOn'
  | 'closedOn'
  | 'cancelledOn'
> & { isMeeting: boolean }

/** The elections of the unit at the path and of those below it, the latest first. */
export const electionsBelow = async (tx: Acting, path: string): Promise<ElectionLine[]> => {
  const { rows } = await sql<ElectionLine>`
    select e.id, e.unit_id, u.name as unit_name, u.kind as unit_kind, e.kind, e.form, e.planned_on, e.elected_on,
      e.closed_on, e.cancelled_on,
      exists (select from election_gathering g where g.organ_id = e.organ_id and g.election_id = e.id
        and g.body = 'members' and g.opened_at is not null and g.failed_reason is null) as is_meeting
    from election e join unit u on u.organ_id = e.organ_id and u.id = e.unit_id
    where e.organ_id = (select acting_organ()) and u.path ^@ ${path}
    order by e.closed_on desc nulls first, e.made_at desc, e.id limit 200`.execute(tx)
  return rows
}

type NewElection = {
  unitId: string
  kind: string
  form: string
  seats: number
  deputies: number
  plannedOn: string | null
  superior: string | null
  termId: string | null
}

export const insertElection = async (tx: Acting, election: NewElection): Promise<string> =>
  (await tx.insertInto('election').values(election).returning('id').executeTakeFirstOrThrow()).id

export const endElection = (
  tx: Acting,
  id: string,
  ended: { cancelledOn: string; cancelledReason: string } | { effectiveOn: string; closedOn: string },
) => tx.updateTable('election').set(ended).where('id', '=', id).execute()
