-- 民主评议党员: a round a year in each branch, apart from the days on which its steps were taken.
create table appraisal (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  for_year integer not null constraint appraisal_year_is_plausible check (for_year between 1990 and 2100),
  -- The day whose roster says who takes part.
  roster_on date not null,
  -- The gathering it was joined to, where there was one, and the one at which the committee reported its year.
  meeting_id uuid,
  report_meeting_id uuid,
  studied_on date,
  study_note text,
  decided_by text constraint appraisal_decided_by_is_known check (decided_by in ('committee', 'members')),
  decided_on date,
  -- What of daily performance was weighed beside the poll.
  considered text[] not null default '{}',
  superior_opinion text,
  superior_on date,
  closed_on date,
  late_reason text,
  made_by uuid default acting_person(),
  made_at timestamptz not null default now(),
  version integer not null default 1,
  constraint appraisal_key primary key (organ_id, id),
  constraint appraisal_belongs_to_unit unique (organ_id, id, unit_id),
  constraint appraisal_of_unit foreign key (organ_id, unit_id) references unit,
  constraint appraisal_with_meeting foreign key (organ_id, meeting_id) references meeting,
  constraint appraisal_with_report foreign key (organ_id, report_meeting_id) references meeting,
  constraint unit_has_one_appraisal_a_year unique (organ_id, unit_id, for_year),
  constraint appraisal_is_closed_when_decided check (closed_on is null or (decided_on is not null and decided_by is not null))
);

-- Who takes part, as the roster of the day said: graded, taking part without a grade, or left out, and why.
create table appraisal_seat (
  organ_id uuid not null default acting_organ(),
  appraisal_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  group_id uuid,
  group_name text,
  name text not null,
  initials text not null default '',
  status text not null,
  role text not null constraint seat_role_is_known check (role in ('graded', 'ungraded', 'excluded')),
  may_vote boolean not null,
  because text,
  -- The day she handed in her self-appraisal on paper.
  paper_on date,
  version integer not null default 1,
  constraint appraisal_seat_key primary key (organ_id, appraisal_id, person_id),
  constraint appraisal_seat_in_round foreign key (organ_id, appraisal_id, unit_id) references appraisal (organ_id, id, unit_id),
  constraint appraisal_seat_of_person foreign key (organ_id, person_id) references person,
  constraint whoever_is_left_out_does_not_vote check (role <> 'excluded' or not may_vote),
  constraint whoever_gets_no_grade_is_told_why check (role = 'graded' or because is not null)
);
create index appraisal_seat_by_person on appraisal_seat (organ_id, person_id);

-- One's own words, encrypted, hers alone until handed in.
create table appraisal_self (
  organ_id uuid not null default acting_organ(),
  appraisal_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  content bytea not null,
  handed_in_on date,
  constraint appraisal_self_key primary key (organ_id, appraisal_id, person_id),
  constraint appraisal_self_of_seat foreign key (organ_id, appraisal_id, person_id) references appraisal_seat
);

-- 党员互评, in the branch or in each of its groups.
create table appraisal_mutual (
  organ_id uuid not null default acting_organ(),
  appraisal_id uuid not null,
  -- The group that met, or the branch.
  unit_id uuid not null,
  held_on date not null,
  host_id uuid,
  host_name text,
  note text,
  version integer not null default 1,
  constraint appraisal_mutual_key primary key (organ_id, appraisal_id, unit_id),
  constraint appraisal_mutual_in_round foreign key (organ_id, appraisal_id) references appraisal,
  constraint appraisal_mutual_of_unit foreign key (organ_id, unit_id) references unit
);

-- 小组意见 on a person.
create table appraisal_remark (
  organ_id uuid not null default acting_organ(),
  appraisal_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  remark text not null constraint appraisal_remark_is_written check (length(btrim(remark)) between 1 and 1000),
  constraint appraisal_remark_key primary key (organ_id, appraisal_id, person_id),
  constraint appraisal_remark_on_seat foreign key (organ_id, appraisal_id, person_id) references appraisal_seat,
  constraint appraisal_remark_of_unit foreign key (organ_id, unit_id) references unit
);

-- 民主测评. The figures come when it is closed, and not before.
create table appraisal_poll (
  organ_id uuid not null default acting_organ(),
  appraisal_id uuid not null,
  unit_id uuid not null,
  form text not null constraint poll_form_is_known check (form in ('totals', 'sheets', 'room', 'devices')),
  state text not null default 'open' constraint poll_state_is_known check (state in ('open', 'closed')),
  polled_on date not null,
  issued integer,
  returned integer,
  valid integer,
  -- With few sheets a figure for each person would tell who chose what: then only the total is kept, or nothing.
  detail text constraint poll_detail_is_known check (detail in ('each', 'total', 'none')),
  excellent integer,
  qualified integer,
  basically_qualified integer,
  unqualified integer,
  abstained integer,
  version integer not null default 1,
  constraint appraisal_poll_key primary key (organ_id, appraisal_id),
  constraint appraisal_poll_in_round foreign key (organ_id, appraisal_id, unit_id) references appraisal (organ_id, id, unit_id),
  constraint poll_shows_nothing_while_it_runs check ((state = 'closed') = (valid is not null and detail is not null)),
  constraint poll_sheets_are_plausible check (valid is null or (valid >= 0 and valid <= returned and returned <= issued)),
  constraint poll_of_few_tells_no_figures check (detail is distinct from 'none' or excellent is null)
);

-- The ballots of a running poll: all of them in one encrypted value of one length, shuffled and written anew with each ballot,
-- destroyed when the poll is closed. There is no row for a ballot, so there is nothing to have an order, a time or a voter.
create table appraisal_urn (
  organ_id uuid not null default acting_organ(),
  appraisal_id uuid not null,
  unit_id uuid not null,
  content bytea not null,
  constraint appraisal_urn_key primary key (organ_id, appraisal_id),
  constraint appraisal_urn_of_poll foreign key (organ_id, appraisal_id) references appraisal_poll
);

-- Who has handed in a ballot, and no more.
create table appraisal_voted (
  organ_id uuid not null default acting_organ(),
  appraisal_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  constraint appraisal_voted_key primary key (organ_id, appraisal_id, person_id),
  constraint appraisal_voted_in_poll foreign key (organ_id, appraisal_id) references appraisal_poll,
  constraint appraisal_voted_of_seat foreign key (organ_id, appraisal_id, person_id) references appraisal_seat
);

-- What the poll gave each person.
create table appraisal_count (
  organ_id uuid not null default acting_organ(),
  appraisal_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  excellent integer not null,
  qualified integer not null,
  basically_qualified integer not null,
  unqualified integer not null,
  abstained integer not null,
  constraint appraisal_count_key primary key (organ_id, appraisal_id, person_id),
  constraint appraisal_count_of_seat foreign key (organ_id, appraisal_id, person_id) references appraisal_seat,
  constraint appraisal_count_is_no_less_than_nothing
    check (least(excellent, qualified, basically_qualified, unqualified, abstained) >= 0)
);

-- The grade as decided, never computed, and when she was told.
create table appraisal_result (
  organ_id uuid not null default acting_organ(),
  appraisal_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  grade text not null constraint grade_is_known check (grade in ('excellent', 'qualified', 'basically-qualified', 'unqualified')),
  opinion text,
  improvement text,
  told_on date,
  told_by text,
  version integer not null default 1,
  constraint appraisal_result_key primary key (organ_id, appraisal_id, person_id),
  constraint appraisal_result_of_seat foreign key (organ_id, appraisal_id, person_id) references appraisal_seat
);

-- A closed round that was opened again, and why.
create table appraisal_reopening (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  appraisal_id uuid not null,
  unit_id uuid not null,
  reason text not null constraint appraisal_reopening_has_a_reason check (length(btrim(reason)) between 2 and 500),
  by_person uuid default acting_person(),
  by_name text,
  on_day date not null,
  constraint appraisal_reopening_key primary key (organ_id, id),
  constraint appraisal_reopening_of_round foreign key (organ_id, appraisal_id, unit_id) references appraisal (organ_id, id, unit_id)
);

-- The rounds in which the one who acts takes part. Asked by policies, which cannot ask the list of itself.
create function my_appraisals() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(appraisal_id), '{}') from appraisal_seat
  where organ_id = acting_organ() and person_id = acting_person() and role <> 'excluded'
$$;

-- Of those, the ones whose poll is open on members' own devices and in which she has a vote.
create function my_open_polls() returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(s.appraisal_id), '{}')
  from appraisal_seat s join appraisal_poll p on p.organ_id = s.organ_id and p.appraisal_id = s.appraisal_id
  where s.organ_id = acting_organ() and s.person_id = acting_person() and s.may_vote and p.state = 'open' and p.form = 'devices'
$$;

-- Who of a round has begun a self-appraisal. Whoever leads the round cannot see a draft, but must not take its writer off the list.
create function self_appraised(round uuid) returns uuid[]
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(array_agg(f.person_id), '{}')
  from appraisal_self f join unit u on u.organ_id = f.organ_id and u.id = f.unit_id
  where f.organ_id = acting_organ() and f.appraisal_id = round and u.path ^@ any (may('appraisal.lead')::text[])
$$;
