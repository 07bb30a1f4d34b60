import { sql } from 'kysely'
import type { Acting } from '../database/acting.ts'
import type { KeptFloating } from './away.ts'
import type { KeptIn, KeptOut } from './letters.ts'
import type { Kept } from './probation.ts'
import type { Candidate } from './probation-shape.ts'

/** Of whom a paper tells a little more than her name. */
export type Told = {
  sex: string | null
  bornOn: string | null
  education: string | null
  ethnicity: string | null
  phone: string | null
}

const TOLD = sql.raw(`case when p.id is not null then json_build_object('sex', p.sex, 'bornOn', p.born_on,
    'education', p.education, 'ethnicity', p.ethnicity, 'phone', p.phone) end as person`)

type Decided = Candidate & { place: string | null; hostName: string | null }

/** The probations of the units that ended or were decided in the year, by strokes, each with the vote and the person. */
export const probationsIn = async (tx: Acting, units: readonly string[], year: number) => {
  const { rows } = await sql<Kept & { decided: Decided | null; person: Told | null }>`
    select c.id, c.person_id, c.person_name, c.unit_id, b.name as unit_name, null as group_name, null as joined_on,
      c.began_on, c.ends_on as kept_end, c.extensions, c.applied_on, c.group_opinion_on, c.contacts_opinion_on,
      c.publicity_from, c.publicity_to, c.meeting_id, c.discussed_on, c.outcome, c.extended_to, c.submitted_on,
      c.approved_on, c.approval_number, c.version, ${TOLD},
      case when r.ordinal is not null then json_build_object('meetingId', m.id, 'title', m.title, 'heldOn', m.held_on,
        'place', m.place, 'hostName', m.host_name, 'resolution', r.ordinal, 'text', r.text, 'entitled', r.entitled,
        'present', r.present, 'approve', r.approve, 'oppose', r.oppose, 'abstain', r.abstain, 'passed', r.passed,
        'judgments', r.judgments) end as decided
    from probation c
      join unit b on b.organ_id = c.organ_id and b.id = c.unit_id
      left join person p on p.organ_id = c.organ_id and p.id = c.person_id
      left join meeting m on m.organ_id = c.organ_id and m.id = c.meeting_id
      left join resolution r on r.organ_id = c.organ_id and r.meeting_id = c.meeting_id and r.ordinal = c.resolution
    where c.organ_id = (select acting_organ()) and c.unit_id = any (${units}::uuid[])
      and ${year} in (extract(year from c.ends_on), extract(year from c.discussed_on), extract(year from c.approved_on))
    order by c.person_name collate strokes, c.ends_on, c.id`.execute(tx)
  return rows
}

/** Transfers out that were applied for or ended in the year, with the letters. */
export const outIn = async (tx: Acting, units: readonly string[], year: number) => {
  const { rows } = await sql<KeptOut & { person: Told | null }>`
    select t.id, t.unit_id, u.name as unit_name, t.person_id, t.person_name, t.status, t.to_unit, t.reason, t.applied_on,
      t.dues_month, t.received_on, t.withdrawn_on, t.withdrawn_because, t.version, ${TOLD},
      coalesce((
        select json_agg(json_build_object('id', l.id, 'year', l.year, 'number', l.number, 'issuedOn', l.issued_on,
          'validDays', l.valid_days, 'voidOn', l.void_on, 'voidBecause', l.void_because) order by l.issued_on, l.number)
        from introduction_letter l where l.organ_id = t.organ_id and l.transfer_id = t.id), '[]') as letters
    from transfer_out t
      join unit u on u.organ_id = t.organ_id and u.id = t.unit_id
      left join person p on p.organ_id = t.organ_id and p.id = t.person_id
    where t.organ_id = (select acting_organ()) and t.unit_id = any (${units}::uuid[])
      and ${year} in (extract(year from t.applied_on), extract(year from t.received_on))
    order by t.applied_on, t.person_name collate strokes, t.id`.execute(tx)
  return rows
}

/** Letters brought in the year. */
export const arrivalsIn = async (tx: Acting, units: readonly string[], year: number): Promise<KeptIn[]> => {
  const { rows } = await sql<KeptIn>`
    select t.id, t.unit_id, u.name as unit_name, t.name, t.from_unit, t.letter_number, t.letter_on, t.valid_days,
      t.brought_on, t.person_id, t.accepted_on, t.returned_on, t.returned_because
    from transfer_in t join unit u on u.organ_id = t.organ_id and u.id = t.unit_id
    where t.organ_id = (select acting_organ()) and t.unit_id = any (${units}::uuid[])
      and extract(year from t.brought_on) = ${year}
    order by t.brought_on, t.name collate strokes, t.id`.execute(tx)
  return rows
}

/** Who was away, or a guest, on any day of the year. */
export const floatingIn = async (
  tx: Acting,
  units: readonly string[],
  year: number,
): Promise<KeptFloating[]> => {
  const { rows } = await sql<KeptFloating>`
    select f.id, f.unit_id, u.name as unit_name, u.path, f.direction, f.person_id, f.person_name, f.place, f.reason,
      f.since, f.expected_until, f.contact_name, f.certificate, f.ended_on, f.ended_how, f.version, c.last_on,
      c.by_name as last_by
    from floating f
      join unit u on u.organ_id = f.organ_id and u.id = f.unit_id
      left join floating_contact c on c.organ_id = f.organ_id and c.floating_id = f.id
    where f.organ_id = (select acting_organ()) and f.unit_id = any (${units}::uuid[])
      and f.since <= make_date(${year}, 12, 31) and (f.ended_on is null or f.ended_on >= make_date(${year}, 1, 1))
    order by f.direction, f.person_name collate strokes, f.id`.execute(tx)
  return rows
}
