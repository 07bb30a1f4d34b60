-- What a unit means to study in a year. An item becomes a session without being typed again.
create table study_plan_item (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  year integer not null constraint study_plan_item_year_is_of_our_time check (year between 1990 and 2100),
  month integer not null constraint study_plan_item_month_is_one check (month between 1 and 12),
  -- The day, where it is fixed already.
  held_on date,
  kind text not null constraint study_plan_item_kind_is_known
    check (kind in ('collective', 'tutoring', 'exchange', 'training', 'induction')),
  topic text not null constraint study_plan_item_has_a_topic check (length(btrim(topic)) between 1 and 200),
  material text,
  leader_id uuid,
  leader_name text,
  audience text not null constraint study_plan_item_audience_is_known
    check (audience in ('all', 'committee', 'group', 'named')),
  group_id uuid,
  person_ids uuid[] not null default '{}',
  removed_at timestamptz,
  version integer not null default 1,
  constraint study_plan_item_key primary key (organ_id, id),
  constraint study_plan_item_of_unit foreign key (organ_id, unit_id) references unit,
  constraint study_plan_item_group foreign key (organ_id, group_id) references unit,
  constraint study_plan_item_leader foreign key (organ_id, leader_id) references person,
  constraint study_plan_item_day_lies_in_month check (held_on is null
    or (extract(year from held_on) = year and extract(month from held_on) = month))
);
create index study_plan_item_by_unit on study_plan_item (organ_id, unit_id, year);

-- Something studied together, or a training, here or elsewhere. Hours are what the recorder declares: nothing is metered.
create table study_session (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  plan_item_id uuid,
  -- Where the gathering is recorded as a meeting already: here are only its hours.
  meeting_id uuid,
  kind text not null constraint study_session_kind_is_known
    check (kind in ('collective', 'tutoring', 'exchange', 'training', 'induction')),
  topic text not null constraint study_session_has_a_topic check (length(btrim(topic)) between 1 and 200),
  held_on date not null,
  until_on date,
  leader_id uuid,
  leader_name text,
  -- Who held it, and of which level: some duties ask for a body of the county or above.
  organiser text,
  level text not null default 'own' constraint study_session_level_is_known
    check (level in ('own', 'superior', 'county', 'city', 'province', 'central')),
  audience text not null constraint study_session_audience_is_known
    check (audience in ('all', 'committee', 'group', 'named')),
  group_id uuid,
  hours integer constraint study_session_hours_are_some check (hours between 1 and 400),
  recorded_on date not null,
  recorded_by uuid not null default acting_person(),
  recorded_by_name text not null,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  version integer not null default 1,
  constraint study_session_key primary key (organ_id, id),
  constraint study_session_belongs_to_unit unique (organ_id, id, unit_id),
  constraint study_session_of_unit foreign key (organ_id, unit_id) references unit,
  constraint study_session_of_plan_item foreign key (organ_id, plan_item_id) references study_plan_item,
  constraint study_session_of_meeting foreign key (organ_id, meeting_id) references meeting,
  constraint study_session_group foreign key (organ_id, group_id) references unit,
  constraint study_session_leader foreign key (organ_id, leader_id) references person,
  constraint study_session_ends_after_it_begins check (until_on is null or until_on >= held_on),
  constraint study_session_withdrawal_has_a_reason check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index study_session_by_unit on study_session (organ_id, unit_id, held_on desc, id desc);
-- The hours of a meeting are declared once.
create unique index study_session_once_a_meeting on study_session (organ_id, meeting_id) where withdrawn_at is null;

create table study_material (
  organ_id uuid not null default acting_organ(),
  session_id uuid not null,
  unit_id uuid not null,
  ordinal integer not null,
  title text not null constraint study_material_is_titled check (length(btrim(title)) between 1 and 200),
  source text,
  constraint study_material_key primary key (organ_id, session_id, ordinal),
  constraint study_material_of_session foreign key (organ_id, session_id, unit_id)
    references study_session (organ_id, id, unit_id)
);

-- Everyone who was expected. Without a name in a list somebody is not counted; without hours none are declared, which is not zero.
create table study_attendee (
  organ_id uuid not null default acting_organ(),
  session_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  ordinal integer not null,
  name text not null,
  took_part boolean not null,
  hours integer constraint study_attendee_hours_are_some check (hours between 1 and 400),
  constraint study_attendee_key primary key (organ_id, session_id, person_id),
  constraint study_attendee_of_session foreign key (organ_id, session_id, unit_id)
    references study_session (organ_id, id, unit_id),
  constraint study_attendee_person foreign key (organ_id, person_id) references person,
  constraint study_attendee_has_hours_only_if_there check (took_part or hours is null)
);
create index study_attendee_by_person on study_attendee (organ_id, person_id);

create table study_question (
  organ_id uuid not null default acting_organ(),
  session_id uuid not null,
  unit_id uuid not null,
  ordinal integer not null,
  text text not null constraint study_question_is_worded check (length(btrim(text)) between 1 and 1000),
  constraint study_question_key primary key (organ_id, session_id, ordinal),
  constraint study_question_of_session foreign key (organ_id, session_id, unit_id)
    references study_session (organ_id, id, unit_id)
);

create table study_follow_up (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  session_id uuid not null,
  unit_id uuid not null,
  ordinal integer not null,
  what text not null constraint study_follow_up_says_what check (length(btrim(what)) between 1 and 500),
  owner_id uuid,
  owner_name text,
  due_on date,
  done_on date,
  done_note text,
  version integer not null default 1,
  constraint study_follow_up_key primary key (organ_id, id),
  constraint study_follow_up_of_session foreign key (organ_id, session_id, unit_id)
    references study_session (organ_id, id, unit_id),
  constraint study_follow_up_owner foreign key (organ_id, owner_id) references person
);
create index study_follow_up_by_session on study_follow_up (organ_id, session_id);
create index study_follow_up_open_by_owner on study_follow_up (organ_id, owner_id) where done_on is null;

-- A lecture given to cadres or the public (主题宣讲). A count that nobody took is missing, not zero.
create table outreach_lecture (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  topic text not null constraint outreach_lecture_has_a_topic check (length(btrim(topic)) between 1 and 200),
  held_on date not null,
  place text,
  lecturer_id uuid,
  lecturer_name text not null constraint outreach_lecture_names_its_lecturer check (length(btrim(lecturer_name)) between 1 and 60),
  audience text not null constraint outreach_lecture_audience_is_known
    check (audience in ('cadres', 'grassroots', 'community', 'enterprise', 'parents', 'students', 'other')),
  heads integer constraint outreach_lecture_heads_are_counted check (heads between 0 and 1000000),
  recorded_on date not null,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  version integer not null default 1,
  constraint outreach_lecture_key primary key (organ_id, id),
  constraint outreach_lecture_belongs_to_unit unique (organ_id, id, unit_id),
  constraint outreach_lecture_of_unit foreign key (organ_id, unit_id) references unit,
  constraint outreach_lecture_lecturer foreign key (organ_id, lecturer_id) references person,
  constraint outreach_lecture_withdrawal_has_a_reason check ((withdrawn_at is null) = (withdrawn_reason is null))
);
create index outreach_lecture_by_unit on outreach_lecture (organ_id, unit_id, held_on desc, id desc);

-- What was asked and taken home to be answered. `content` holds, encrypted, how the asker wished to be called and reached.
create table outreach_question (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  lecture_id uuid not null,
  unit_id uuid not null,
  ordinal integer not null,
  text text not null constraint outreach_question_is_worded check (length(btrim(text)) between 1 and 1000),
  content bytea,
  -- She agreed that her contact be kept, to be told the answer.
  consents boolean not null default false,
  owner_id uuid,
  owner_name text,
  due_on date,
  answer text,
  answered_on date,
  told_back_on date,
  -- Who took it home; she is told of every opening of what was entrusted to her.
  taken_by uuid not null default acting_person(),
  version integer not null default 1,
  constraint outreach_question_key primary key (organ_id, id),
  constraint outreach_question_of_lecture foreign key (organ_id, lecture_id, unit_id)
    references outreach_lecture (organ_id, id, unit_id),
  constraint outreach_question_owner foreign key (organ_id, owner_id) references person,
  constraint outreach_question_taken_by foreign key (organ_id, taken_by) references person,
  constraint outreach_question_is_answered_on_a_day check ((answer is null) = (answered_on is null)),
  constraint outreach_question_is_told_back_after_an_answer check (told_back_on is null or answered_on is not null)
);
create index outreach_question_by_lecture on outreach_question (organ_id, lecture_id);
create index outreach_question_open on outreach_question (organ_id, owner_id) where told_back_on is null;
