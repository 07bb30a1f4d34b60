-- 组织生活会 is held in the form of one of the three meetings (支部工作条例 art. 17), and counts for a year that is stated: in
-- January it may still be last year's.
alter table meeting_part drop constraint meeting_part_kind_is_known;
alter table meeting_part add constraint meeting_part_kind_is_known check (kind in (
  'general-meeting', 'committee-meeting', 'group-meeting', 'lecture', 'theme-day', 'life-meeting'));
alter table meeting_part add column for_year integer
  constraint meeting_part_states_a_year_only_if_yearly check (for_year is null or (kind = 'life-meeting' and for_year between 1990 and 2100));

-- A round of 组织生活会: one a branch and year. The gatherings themselves are meetings of that kind and year.
create table life_round (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  for_year integer not null constraint life_round_is_of_a_year check (for_year between 1990 and 2100),
  form text not null constraint life_round_form_is_known check (form in ('members', 'committee', 'groups')),
  topic text not null constraint life_round_has_a_topic check (length(btrim(topic)) between 1 and 200),
  meet_on date,
  -- What is studied beforehand: material, day, done.
  studies jsonb not null default '[]',
  -- The day on which the box was opened; from then on it takes nothing more.
  box_opened_on date,
  -- Held in groups: the day on which all of them had met.
  groups_done_on date,
  report_sent_on date,
  report_sent_to text,
  version integer not null default 1,
  constraint life_round_key primary key (organ_id, id),
  constraint life_round_belongs_to_unit unique (organ_id, id, unit_id),
  constraint life_round_of_unit foreign key (organ_id, unit_id) references unit,
  constraint life_round_once_a_year unique (organ_id, unit_id, for_year),
  constraint life_round_report_went_somewhere check ((report_sent_on is null) = (report_sent_to is null))
);

-- Anonymous opinions until they are taken out: one value for the whole round, rewritten whole each time. No row, name, day or
-- order of one opinion exists, and since only `content` ever changes, the trail has no line of it.
create table life_box (
  organ_id uuid not null default acting_organ(),
  round_id uuid not null,
  unit_id uuid not null,
  content bytea not null,
  constraint life_box_key primary key (organ_id, round_id),
  constraint life_box_of_round foreign key (organ_id, round_id, unit_id) references life_round (organ_id, id, unit_id)
);

-- An opinion as the committee has it. From whom is a kind of source, never a name.
create table life_opinion (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  unit_id uuid not null,
  source text not null constraint life_opinion_source_is_known
    check (source in ('member', 'masses', 'superior', 'served', 'box')),
  about text not null constraint life_opinion_is_about_something check (about in ('branch', 'committee', 'person')),
  about_id uuid,
  content bytea not null,
  came_on date not null,
  passed_on date,
  version integer not null default 1,
  constraint life_opinion_key primary key (organ_id, id),
  constraint life_opinion_of_round foreign key (organ_id, round_id, unit_id) references life_round (organ_id, id, unit_id),
  constraint life_opinion_about_person foreign key (organ_id, about_id) references person,
  constraint life_opinion_names_a_person_only_if_of_one check (about_id is null or about = 'person'),
  constraint life_opinion_passed_to_someone check (passed_on is null or about_id is not null)
);
create index life_opinion_by_round on life_opinion (organ_id, round_id);
create index life_opinion_by_person on life_opinion (organ_id, about_id) where about_id is not null;

-- 支委会对照检查.
create table life_check (
  organ_id uuid not null default acting_organ(),
  round_id uuid not null,
  unit_id uuid not null,
  content text not null,
  final_on date,
  version integer not null default 1,
  constraint life_check_key primary key (organ_id, round_id),
  constraint life_check_of_round foreign key (organ_id, round_id, unit_id) references life_round (organ_id, id, unit_id)
);

-- 发言提纲: a member's own until she hands it in; or a mark that she handed it in on paper, without its text.
create table life_notes (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  unit_id uuid not null,
  person_id uuid not null,
  on_paper boolean not null default false,
  content bytea,
  handed_in_on date,
  version integer not null default 1,
  constraint life_notes_key primary key (organ_id, id),
  constraint life_notes_of_round foreign key (organ_id, round_id, unit_id) references life_round (organ_id, id, unit_id),
  constraint life_notes_of_person foreign key (organ_id, person_id) references person,
  constraint life_notes_once unique (organ_id, round_id, person_id, on_paper),
  constraint life_notes_on_paper_have_no_text check (case when on_paper then content is null and handed_in_on is not null else content is not null end)
);

-- Who said what to whom at the meeting, as short notes; giver and receiver the same: self-criticism.
create table life_remark (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  unit_id uuid not null,
  giver_id uuid not null,
  receiver_id uuid not null,
  content bytea not null,
  made_by uuid not null default acting_person(),
  constraint life_remark_key primary key (organ_id, id),
  constraint life_remark_of_round foreign key (organ_id, round_id) references life_round (organ_id, id),
  constraint life_remark_in_unit foreign key (organ_id, unit_id) references unit,
  constraint life_remark_giver foreign key (organ_id, giver_id) references person,
  constraint life_remark_receiver foreign key (organ_id, receiver_id) references person
);
create index life_remark_by_round on life_remark (organ_id, round_id);
create index life_remark_by_receiver on life_remark (organ_id, receiver_id);
create index life_remark_by_giver on life_remark (organ_id, giver_id);

-- Problem → measure → person → day → what was done → closed. A problem lives on over the rounds until it is closed.
create table life_problem (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  unit_id uuid not null,
  -- The latest round that took it over unfinished.
  carried_into uuid,
  ordinal integer not null,
  about text not null constraint life_problem_is_about_something check (about in ('branch', 'committee', 'person')),
  problem text not null constraint life_problem_is_worded check (length(btrim(problem)) between 1 and 500),
  measure text,
  owner_id uuid,
  owner_name text,
  due_on date,
  -- What was done, in words, and the meeting at which it was.
  done_text text,
  meeting_id uuid,
  closed_on date,
  reopened_on date,
  reopen_reason text,
  version integer not null default 1,
  constraint life_problem_key primary key (organ_id, id),
  constraint life_problem_of_round foreign key (organ_id, round_id, unit_id) references life_round (organ_id, id, unit_id),
  constraint life_problem_carried foreign key (organ_id, carried_into) references life_round (organ_id, id),
  constraint life_problem_owner foreign key (organ_id, owner_id) references person,
  constraint life_problem_shown_by_meeting foreign key (organ_id, meeting_id) references meeting (organ_id, id),
  constraint life_problem_of_a_person_is_owned check (about <> 'person' or owner_id is not null),
  constraint life_problem_closes_with_evidence check (closed_on is null or length(btrim(done_text)) > 0),
  constraint life_problem_reopens_with_a_reason check ((reopened_on is null) = (reopen_reason is null))
);
create index life_problem_by_round on life_problem (organ_id, round_id);
create index life_problem_by_carried on life_problem (organ_id, carried_into) where carried_into is not null;
create index life_problem_open_by_owner on life_problem (organ_id, owner_id) where closed_on is null;
