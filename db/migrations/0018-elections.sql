-- 换届选举 and 补选: one run of electing a unit's committee or heads, from the decision to the archived result.
create table election (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  kind text not null constraint election_kind_is_known check (kind in ('renewal', 'by-election')),
  -- 'committee': the meeting elects a committee, which elects its heads. 'direct': the meeting elects the heads (不设委员会).
  form text not null constraint election_form_is_known check (form in ('committee', 'direct')),
  -- Seats of the committee, or for a by-election the seats to fill; none where heads are elected directly.
  seats integer not null default 0,
  -- How many deputies are elected beside the one secretary.
  deputies integer not null default 0,
  planned_on date,
  -- The term that ends; none at the first election of a unit.
  term_id uuid,
  -- Chosen for this election by those who lead it: what the unit above calls itself on paper.
  superior text,
  -- The day the committee was elected, and the day from which its posts are held.
  elected_on date,
  effective_on date,
  closed_on date,
  cancelled_on date,
  cancelled_reason text,
  late_reason text,
  made_by uuid default acting_person(),
  made_at timestamptz not null default now(),
  version integer not null default 1,
  constraint election_key primary key (organ_id, id),
  constraint election_belongs_to_unit unique (organ_id, id, unit_id),
  constraint election_of_unit foreign key (organ_id, unit_id) references unit,
  constraint election_ends_term foreign key (organ_id, term_id) references term,
  constraint election_seats_are_plausible check (seats between 0 and 200 and deputies between 0 and 20),
  constraint committee_has_seats check (form = 'direct' or seats > 0),
  constraint election_is_cancelled_for_a_reason check ((cancelled_on is null) = (cancelled_reason is null)),
  constraint election_is_closed_when_in_effect check (closed_on is null or effective_on is not null)
);
create unique index unit_has_one_election_at_a_time on election (organ_id, unit_id, kind)
  where closed_on is null and cancelled_on is null;

-- What was done of the preparation and of what follows, with its true day and the number of its paper (文号).
create table election_step (
  organ_id uuid not null default acting_organ(),
  election_id uuid not null,
  unit_id uuid not null,
  step text not null constraint election_step_is_known check (step in (
    'decision', 'request', 'reply', 'notice', 'voters', 'nomination', 'comparison', 'candidates-request', 'candidates-reply',
    'work-report', 'method', 'announcement', 'division', 'result-report', 'result-reply', 'public-notice', 'archive')),
  done_on date not null,
  number text,
  -- From whom a paper came, or to whom it went.
  by_whom text,
  note text,
  meeting_id uuid,
  recorded_by uuid default acting_person(),
  version integer not null default 1,
  constraint election_step_key primary key (organ_id, election_id, step),
  constraint election_step_of_election foreign key (organ_id, election_id, unit_id) references election (organ_id, id, unit_id),
  constraint election_step_with_meeting foreign key (organ_id, meeting_id) references meeting
);

-- 不计入应到会: a member lawfully left out of the base, on a ground, reported above and passed by the meeting.
create table election_exclusion (
  organ_id uuid not null default acting_organ(),
  election_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  name text not null,
  ground text not null constraint exclusion_ground_is_known check (ground in (
    'illness', 'abroad', 'sentence', 'bedridden', 'away', 'retired')),
  since date,
  reason text not null constraint exclusion_has_a_reason check (length(btrim(reason)) between 2 and 500),
  reported_on date,
  approved_on date,
  approved_by text,
  passed_on date,
  version integer not null default 1,
  constraint election_exclusion_key primary key (organ_id, election_id, person_id),
  constraint election_exclusion_of_election foreign key (organ_id, election_id, unit_id) references election (organ_id, id, unit_id),
  constraint election_exclusion_of_person foreign key (organ_id, person_id) references person
);

-- Who may vote where no roster says so: delegates or members of a women's federation or a union, entered by name.
create table election_delegate (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  election_id uuid not null,
  unit_id uuid not null,
  person_id uuid,
  name text not null constraint delegate_is_named check (length(btrim(name)) between 1 and 60),
  from_unit text,
  version integer not null default 1,
  constraint election_delegate_key primary key (organ_id, id),
  constraint election_delegate_of_election foreign key (organ_id, election_id, unit_id) references election (organ_id, id, unit_id),
  constraint election_delegate_of_person foreign key (organ_id, person_id) references person
);

-- Nomination by groups (党小组酝酿推荐), each once; the branch itself where it has no groups.
create table election_nomination (
  organ_id uuid not null default acting_organ(),
  election_id uuid not null,
  -- The group that nominated, or the branch.
  group_id uuid not null,
  unit_id uuid not null,
  group_name text not null,
  held_on date not null,
  host_name text,
  entitled integer not null,
  present integer not null,
  version integer not null default 1,
  constraint election_nomination_key primary key (organ_id, election_id, group_id),
  constraint election_nomination_of_election foreign key (organ_id, election_id, unit_id) references election (organ_id, id, unit_id),
  constraint election_nomination_of_group foreign key (organ_id, group_id) references unit,
  constraint election_nomination_counts_people check (present between 0 and entitled)
);

create table election_nominee (
  organ_id uuid not null default acting_organ(),
  election_id uuid not null,
  group_id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  name text not null,
  support integer not null constraint nominee_has_support check (support >= 0),
  constraint election_nominee_key primary key (organ_id, election_id, group_id, person_id),
  constraint election_nominee_of_nomination foreign key (organ_id, election_id, group_id) references election_nomination,
  constraint election_nominee_of_person foreign key (organ_id, person_id) references person
);

-- A candidate of the committee or for a head; withdrawn ones stay on the record.
create table election_candidate (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  election_id uuid not null,
  unit_id uuid not null,
  role text not null constraint candidate_role_is_known check (role in ('member', 'secretary', 'deputy-secretary')),
  -- None for a candidate of a women's federation or a union who is on no roster here.
  person_id uuid,
  name text not null constraint candidate_is_named check (length(btrim(name)) between 1 and 60),
  -- The place approved above, for secretary and deputies; committee candidates stand by strokes.
  ordinal integer not null default 1,
  proposed_on date not null,
  agreed_on date,
  introduced_on date,
  withdrawn_on date,
  withdrawn_reason text,
  -- Whose place she took.
  replaces_id uuid,
  version integer not null default 1,
  constraint election_candidate_key primary key (organ_id, id),
  constraint election_candidate_of_election foreign key (organ_id, election_id, unit_id) references election (organ_id, id, unit_id),
  constraint election_candidate_of_person foreign key (organ_id, person_id) references person,
  constraint election_candidate_replaces foreign key (organ_id, replaces_id) references election_candidate,
  constraint candidate_withdraws_for_a_reason check ((withdrawn_on is null) = (withdrawn_reason is null))
);
create unique index candidate_stands_once on election_candidate (organ_id, election_id, role, person_id) where withdrawn_on is null;

-- An electing meeting: of the members, or the first plenary of the new committee. Without a quorum it is held again.
create table election_gathering (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  election_id uuid not null,
  unit_id uuid not null,
  body text not null constraint gathering_body_is_known check (body in ('members', 'committee')),
  ordinal integer not null default 1,
  held_on date not null,
  starts_at time,
  ends_at time,
  place text,
  guests text,
  host_id uuid,
  host_name text,
  recorder_name text,
  -- From here on the base stands with its reasons.
  opened_at timestamptz,
  closed_on date,
  -- Ended without an election: not quorate, or void.
  failed_reason text,
  version integer not null default 1,
  constraint election_gathering_key primary key (organ_id, id),
  constraint election_gathering_belongs_to_election unique (organ_id, id, election_id),
  constraint election_gathering_of_election foreign key (organ_id, election_id, unit_id) references election (organ_id, id, unit_id),
  constraint election_gathering_host foreign key (organ_id, host_id) references person,
  constraint election_gathering_once unique (organ_id, election_id, body, ordinal)
);

-- The list of a meeting as it was frozen: who is in the base and has a vote, why not, and whether she came.
create table election_seat (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  gathering_id uuid not null,
  election_id uuid not null,
  unit_id uuid not null,
  person_id uuid,
  name text not null,
  initials text not null default '',
  group_name text,
  status text,
  entitled boolean not null,
  because text,
  state text not null default 'not-stated' constraint seat_state_is_known check (state in (
    'not-stated', 'present', 'excused', 'absent')),
  reason text,
  constraint election_seat_key primary key (organ_id, id),
  constraint election_seat_of_gathering foreign key (organ_id, gathering_id, election_id)
    references election_gathering (organ_id, id, election_id),
  constraint election_seat_of_person foreign key (organ_id, person_id) references person,
  constraint whoever_has_no_vote_is_told_why check (entitled or because is not null)
);
create index election_seat_by_gathering on election_seat (organ_id, gathering_id);

-- 监票人 and 计票人, recommended by all and confirmed by vote.
create table election_officer (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  gathering_id uuid not null,
  election_id uuid not null,
  unit_id uuid not null,
  role text not null constraint officer_role_is_known check (role in ('chief-scrutineer', 'scrutineer', 'teller')),
  -- None for staff who are on no roster here.
  person_id uuid,
  name text not null,
  constraint election_officer_key primary key (organ_id, id),
  constraint election_officer_of_gathering foreign key (organ_id, gathering_id, election_id)
    references election_gathering (organ_id, id, election_id),
  constraint election_officer_of_person foreign key (organ_id, person_id) references person
);

-- What the meeting voted on by show of hands before and between the ballots.
create table election_motion (
  organ_id uuid not null default acting_organ(),
  gathering_id uuid not null,
  election_id uuid not null,
  unit_id uuid not null,
  -- What it votes on; 'reduction' is to leave seats empty, 'narrowing' who stands again when seats are left.
  matter text not null constraint motion_matter_is_known check (matter in (
    'exclusions', 'report', 'method', 'candidates', 'officers', 'reduction', 'narrowing')),
  entitled integer not null,
  present integer not null,
  approve integer not null,
  oppose integer not null,
  abstain integer not null,
  passed boolean not null,
  note text,
  constraint election_motion_key primary key (organ_id, gathering_id, matter),
  constraint election_motion_of_gathering foreign key (organ_id, gathering_id, election_id)
    references election_gathering (organ_id, id, election_id),
  constraint election_motion_counts_people check (least(entitled, present, approve, oppose, abstain) >= 0
    and present <= entitled and approve + oppose + abstain <= present)
);

-- One ballot (一次投票): of the committee, of the secretary, of the deputies; again after a tie, a shortfall or a void one.
create table election_round (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  gathering_id uuid not null,
  election_id uuid not null,
  unit_id uuid not null,
  role text not null constraint round_role_is_known check (role in ('member', 'secretary', 'deputy-secretary')),
  ordinal integer not null default 1,
  why text not null default 'first' constraint round_why_is_known check (why in ('first', 'tie', 'shortfall', 'void')),
  seats integer not null constraint round_has_seats check (seats > 0),
  -- The base, taken from the list of the meeting when the ballots are given out.
  entitled integer,
  present integer,
  printed integer,
  issued integer,
  -- Ballots spoiled in the writing and exchanged for new ones: given back, not cast.
  spoiled integer not null default 0,
  returned integer,
  void integer,
  form text not null default 'totals' constraint round_form_is_known check (form in ('totals', 'sheets')),
  -- The judgment as it stood when the round was closed: the answer of the pure count with its clauses.
  outcome jsonb,
  signed_by text[] not null default '{}',
  closed_at timestamptz,
  version integer not null default 1,
  constraint election_round_key primary key (organ_id, id),
  constraint election_round_of_gathering foreign key (organ_id, gathering_id, election_id)
    references election_gathering (organ_id, id, election_id),
  constraint election_round_once unique (organ_id, gathering_id, role, ordinal),
  constraint election_round_counts_ballots check (coalesce(least(printed, issued, spoiled, returned, void), 0) >= 0),
  constraint election_round_is_closed_with_its_outcome check ((closed_at is null) = (outcome is null))
);

-- The names on the ballot, and those written in by voters, with what each received.
create table election_name (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  election_id uuid not null,
  unit_id uuid not null,
  ordinal integer not null,
  candidate_id uuid,
  person_id uuid,
  name text not null,
  written_in boolean not null default false,
  approve integer,
  oppose integer,
  abstain integer,
  constraint election_name_key primary key (organ_id, id),
  constraint election_name_in_round foreign key (organ_id, round_id) references election_round,
  constraint election_name_of_candidate foreign key (organ_id, candidate_id) references election_candidate,
  constraint election_name_of_person foreign key (organ_id, person_id) references person,
  constraint election_name_stands_once unique (organ_id, round_id, name, ordinal),
  constraint whoever_is_written_in_is_no_candidate check (not written_in or candidate_id is null),
  constraint election_name_counts check (coalesce(least(approve, oppose, abstain), 0) >= 0)
);
create index election_name_by_round on election_name (organ_id, round_id);

-- Sheet by sheet: what each of the two tellers read from the pile, one encrypted value for a teller's whole reading, so that
-- there is no row, time or order for a ballot. Destroyed when the round is closed; the paper itself is sealed and kept.
create table election_reading (
  organ_id uuid not null default acting_organ(),
  round_id uuid not null,
  pass text not null constraint reading_pass_is_known check (pass in ('first', 'second')),
  election_id uuid not null,
  unit_id uuid not null,
  -- Who reads: one of the tellers; the two readings are of two people.
  teller_id uuid not null,
  teller_name text not null,
  content bytea not null,
  sheets integer not null default 0,
  finished boolean not null default false,
  version integer not null default 1,
  constraint election_reading_key primary key (organ_id, round_id, pass),
  constraint election_reading_of_round foreign key (organ_id, round_id) references election_round,
  constraint election_reading_by_teller foreign key (organ_id, teller_id) references election_officer,
  constraint two_tellers_read unique (organ_id, round_id, teller_id)
);

-- Who was elected, what she does in the new committee, and the posts that came of it.
create table election_result (
  organ_id uuid not null default acting_organ(),
  election_id uuid not null,
  unit_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid,
  name text not null,
  -- By strokes for the committee; the order approved above for the heads.
  ordinal integer not null,
  -- The ballots that elected her.
  member_round_id uuid,
  head_round_id uuid,
  -- secretary or deputy-secretary once the plenary (or the meeting, where there is no committee) elected her.
  head text constraint result_head_is_known check (head in ('secretary', 'deputy-secretary')),
  -- 分工: duties within the committee, e.g. organization and discipline; empty until divided.
  duties text[] not null default '{}',
  -- What she is called where the posts are not the Party's: 主席、副主席、常委、执委.
  title text,
  approved_on date,
  version integer not null default 1,
  constraint election_result_key primary key (organ_id, id),
  constraint election_result_of_election foreign key (organ_id, election_id, unit_id) references election (organ_id, id, unit_id),
  constraint election_result_of_person foreign key (organ_id, person_id) references person,
  constraint election_result_by_members foreign key (organ_id, member_round_id) references election_round,
  constraint election_result_by_committee foreign key (organ_id, head_round_id) references election_round
);
create index election_result_by_election on election_result (organ_id, election_id);
