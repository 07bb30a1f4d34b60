-- 谈心谈话. That two people talked is the branch's to know; what they said is theirs alone and lies sealed in tables of its own.
create table talk (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  -- The branch that both belong to.
  unit_id uuid not null,
  talker_id uuid not null,
  partner_id uuid not null,
  -- By the posts of the two on the day; never typed.
  kind text not null constraint talk_kind_is_known check (kind in ('committee', 'committee-member', 'member')),
  stage text not null constraint talk_stage_is_known check (stage in ('planned', 'held', 'withdrawn')),
  planned_by date,
  held_on date,
  recorded_on date,
  place text constraint talk_place_is_short check (length(place) <= 100),
  -- Who entered it: one of the two, or an officer as the two told her.
  recorded_by uuid,
  withdrawn_because text constraint talk_reason_is_known check (withdrawn_because in ('wrong-person', 'wrong-day', 'not-held', 'double')),
  version integer not null default 1,
  constraint talk_key primary key (organ_id, id),
  constraint talk_in_unit foreign key (organ_id, unit_id) references unit,
  constraint talk_of_talker foreign key (organ_id, talker_id) references person,
  constraint talk_of_partner foreign key (organ_id, partner_id) references person,
  constraint talk_recorded_by_person foreign key (organ_id, recorded_by) references person,
  constraint talk_is_between_two check (talker_id <> partner_id),
  constraint talk_is_planned_or_held check (case stage
    when 'planned' then planned_by is not null and held_on is null
    when 'held' then held_on is not null and recorded_on is not null and held_on <= recorded_on
    else withdrawn_because is not null end)
);
create index talk_by_unit on talk (organ_id, unit_id, held_on);
create index talk_by_talker on talk (organ_id, talker_id);
create index talk_by_partner on talk (organ_id, partner_id);
create unique index talk_is_planned_once on talk (organ_id, least(talker_id, partner_id), greatest(talker_id, partner_id), unit_id)
  where stage = 'planned';

-- What was said: one note, written by either, read by the two.
create table talk_note (
  organ_id uuid not null default acting_organ(),
  talk_id uuid not null,
  content bytea not null,
  written_by uuid not null default acting_person(),
  written_on date not null,
  version integer not null default 1,
  constraint talk_note_key primary key (organ_id, talk_id),
  constraint talk_note_of_talk foreign key (organ_id, talk_id) references talk,
  constraint talk_note_written_by_person foreign key (organ_id, written_by) references person
);

-- An opinion raised in a talk. Until its speaker agreed to a wording it is the two's; then the wording is the committee's to answer.
create table talk_opinion (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  talk_id uuid not null,
  unit_id uuid not null,
  speaker_id uuid not null,
  content bytea not null,
  drafted_by uuid not null default acting_person(),
  wording text constraint talk_opinion_is_worded check (length(btrim(wording)) between 1 and 1000),
  agreed_on date,
  agreed_by text constraint talk_opinion_agreement_is_known check (agreed_by in ('speaker', 'paper')),
  outcome text constraint talk_opinion_outcome_is_known check (outcome in ('taken', 'explained', 'passed-on')),
  answer text constraint talk_opinion_answer_is_short check (length(btrim(answer)) between 1 and 1000),
  answered_on date,
  version integer not null default 1,
  constraint talk_opinion_key primary key (organ_id, id),
  constraint talk_opinion_of_talk foreign key (organ_id, talk_id) references talk,
  constraint talk_opinion_in_unit foreign key (organ_id, unit_id) references unit,
  constraint talk_opinion_of_speaker foreign key (organ_id, speaker_id) references person,
  constraint talk_opinion_drafted_by_person foreign key (organ_id, drafted_by) references person,
  constraint talk_opinion_is_released_whole check ((wording is null) = (agreed_on is null) and (wording is null) = (agreed_by is null)),
  constraint talk_opinion_is_answered_when_released check (
    (outcome is null) = (answered_on is null) and (outcome is null) = (answer is null) and (outcome is null or wording is not null))
);
create index talk_opinion_by_talk on talk_opinion (organ_id, talk_id);
create index talk_opinion_by_unit on talk_opinion (organ_id, unit_id, agreed_on);

-- A circumstance in which the secretary must talk (art. 19). Whose it is and which lies sealed: no column and no trail says either.
-- Whether a talk followed is kept as a bare yes or no, which the trail leaves out: beside a talk of that minute it would name her.
create table talk_matter (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  content bytea not null,
  settled boolean not null default false,
  since date not null,
  registered_on date not null,
  registered_by uuid not null default acting_person(),
  withdrawn_on date,
  version integer not null default 1,
  constraint talk_matter_key primary key (organ_id, id),
  constraint talk_matter_in_unit foreign key (organ_id, unit_id) references unit,
  constraint talk_matter_registered_by_person foreign key (organ_id, registered_by) references person,
  constraint talk_matter_runs_forward check (since <= registered_on)
);
create index talk_matter_by_unit on talk_matter (organ_id, unit_id);

-- The circumstances of a branch, sealed, for whoever belongs to it or arranges its talks: a talk entered by the member herself
-- settles hers, too, and only the server can read which that is.
create function talk_matters_of(branch uuid) returns table (id uuid, content bytea, since date, settled boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select m.id, m.content, m.since, m.settled
  from talk_matter m
  where m.organ_id = (select acting_organ()) and m.unit_id = branch and m.withdrawn_on is null and (
    exists (
      select from membership own
      where own.organ_id = m.organ_id and own.person_id = (select acting_person()) and own.unit_id = branch)
    or exists (
      select from unit u
      where u.organ_id = m.organ_id and u.id = branch and u.path ^@ any ((select may('talk.arrange'))::text[])))
$$;

-- Whether a secretary of the branch, as posts stood on the day, talked with the person since: asked by whoever arranges talks there
-- or has one with the person herself, of whose other talks she sees none.
create function secretary_talked(branch uuid, whom uuid, since_day date) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from talk t join post o on o.organ_id = t.organ_id and o.unit_id = t.unit_id and o.post = 'secretary'
      and o.since <= t.held_on and (o.until is null or o.until >= t.held_on)
      and o.person_id in (t.talker_id, t.partner_id) and o.person_id <> whom
    where t.organ_id = (select acting_organ()) and t.unit_id = branch and t.stage = 'held'
      and whom in (t.talker_id, t.partner_id) and t.held_on >= since_day)
  and (
    exists (
      select from talk own
      where own.organ_id = (select acting_organ()) and own.unit_id = branch
        and (select acting_person()) in (own.talker_id, own.partner_id) and whom in (own.talker_id, own.partner_id))
    or exists (
      select from unit u
      where u.organ_id = (select acting_organ()) and u.id = branch and u.path ^@ any ((select may('talk.arrange'))::text[])))
$$;

create function settle_talk_matters(matters uuid[], so boolean) returns void
  language sql volatile security definer set search_path = public, pg_temp as $$
  update talk_matter set settled = so where organ_id = (select acting_organ()) and id = any (matters)
$$;

-- The people of a branch on a day, for choosing whom one talked with: told to who belongs to it, and to who sees its talks.
create function talk_circle(branch uuid, on_day date)
  returns table (id uuid, name text, initials text, status text, group_name text, posts text[])
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name, p.initials, m.status, g.name,
    array(select o.post from post o
      where o.organ_id = p.organ_id and o.person_id = p.id and o.unit_id = branch
        and o.since <= on_day and (o.until is null or o.until >= on_day) order by o.since, o.post)
  from membership m
    join person p on p.organ_id = m.organ_id and p.id = m.person_id
    left join unit g on g.organ_id = m.organ_id and g.id = m.group_id
  where m.organ_id = (select acting_organ()) and m.unit_id = branch
    and m.since <= on_day and (m.until is null or m.until >= on_day)
    and m.status not in ('transferred-out', 'left', 'stopped')
    and (
      exists (
        select from membership own
        where own.organ_id = m.organ_id and own.person_id = (select acting_person()) and own.unit_id = branch
          and own.since <= on_day and (own.until is null or own.until >= on_day))
      or exists (
        select from unit u
        where u.organ_id = m.organ_id and u.id = branch and u.path ^@ any ((select may('talk.read'))::text[])))
  order by p.name collate strokes, p.id
$$;

-- Whether the two wrote anything: an officer who entered the talk may not destroy what she may not see.
create function talk_has_note(talk uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (select from talk_note n where n.organ_id = (select acting_organ()) and n.talk_id = talk)
    or exists (select from talk_opinion o where o.organ_id = (select acting_organ()) and o.talk_id = talk)
$$;

-- The other one of a talk, for the duties that ask for each of some people.
alter table evidence add column partner_id uuid;
alter table evidence add constraint evidence_of_partner foreign key (organ_id, partner_id) references person;

-- A talk entered by mistake is withdrawn; what was written of it goes with it, whoever withdrew it.
create function destroy_talk_text() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  delete from talk_note where organ_id = new.organ_id and talk_id = new.id;
  delete from talk_opinion where organ_id = new.organ_id and talk_id = new.id;
  return null;
end $$;
create trigger destroy_talk_text after update of stage on talk
  for each row when (new.stage = 'withdrawn' and old.stage <> 'withdrawn') execute function destroy_talk_text();

-- Before talks had a record of their own they were stated by hand, most often for 支委与党员.
alter table evidence no force row level security;
update evidence set kind = 'talk-committee' where kind = 'talk';
alter table evidence force row level security;

-- Whose text was opened is told to that person, not to the trail: an opening by who arranges talks would say that a member has
-- cause for one.
create or replace function audit_shown(row_data jsonb) returns jsonb immutable language sql
  return row_data - array['cipher', 'digest', 'masked', 'token', 'token_digest', 'password', 'secret', 'backup_codes',
                          'access_token', 'refresh_token', 'id_token', 'identifier', 'value', 'content', 'draft', 'about_id', 'settled',
                          -- Not a secret, but moved by every click: it would drown the trail.
                          'seen_at']::text[];
