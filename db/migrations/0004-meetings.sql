-- One gathering, recorded once. Children carry the unit too, so that a right is decided without asking the parent row, and
-- names too, so that the record still says who was there when a person has moved to another unit or changed her name.
create table meeting (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  title text not null constraint meeting_is_titled check (length(btrim(title)) between 1 and 200),
  stage text not null default 'planned' constraint meeting_stage_is_known
    check (stage in ('planned', 'draft', 'recorded', 'noted', 'cancelled')),
  held_on date not null,
  starts_at time not null,
  ends_at time,
  place text,
  -- Observers who are on no roster here, as written: 上级派员某某.
  guests text,
  host_id uuid,
  host_name text,
  recorder_id uuid,
  recorder_name text,
  -- What is filled in before the record is handed in: no record yet, so one value that each saving replaces.
  draft jsonb,
  -- Set when the record is handed in: the day it was entered, apart from the day it was held.
  recorded_on date,
  late_reason text,
  noted_by uuid,
  noted_by_name text,
  noted_at timestamptz,
  cancelled_reason text,
  -- SEQUENCE of the calendar entry: rises with every change that a calendar must learn of.
  sequence integer not null default 0,
  notice_sent_at timestamptz,
  made_by uuid,
  made_at timestamptz not null default now(),
  version integer not null default 1,
  constraint meeting_key primary key (organ_id, id),
  constraint meeting_belongs_to_unit unique (organ_id, id, unit_id),
  constraint meeting_of_unit foreign key (organ_id, unit_id) references unit,
  constraint meeting_host foreign key (organ_id, host_id) references person,
  constraint meeting_recorder foreign key (organ_id, recorder_id) references person,
  constraint meeting_ends_after_start check (ends_at is null or ends_at >= starts_at),
  constraint meeting_is_recorded_on_a_day check ((stage in ('recorded', 'noted')) = (recorded_on is not null)),
  constraint meeting_record_leaves_no_draft check (recorded_on is null or draft is null),
  constraint meeting_is_noted_by_someone check ((stage = 'noted') = (noted_by is not null and noted_at is not null))
);
create index meeting_by_unit on meeting (organ_id, unit_id, held_on desc, id desc);

-- A meeting's parts: each kind it counts as. 主题党日 and 党课 may be one gathering.
create table meeting_part (
  organ_id uuid not null default acting_organ(),
  meeting_id uuid not null,
  unit_id uuid not null,
  ordinal integer not null,
  kind text not null constraint meeting_part_kind_is_known check (kind in (
    'general-meeting', 'committee-meeting', 'group-meeting', 'lecture', 'theme-day')),
  topic text,
  lecturer_id uuid,
  lecturer_name text,
  constraint meeting_part_key primary key (organ_id, meeting_id, ordinal),
  constraint meeting_part_of_meeting foreign key (organ_id, meeting_id, unit_id) references meeting (organ_id, id, unit_id),
  constraint meeting_part_lecturer foreign key (organ_id, lecturer_id) references person,
  constraint meeting_has_a_kind_once unique (organ_id, meeting_id, kind)
);

-- From here on: rows of handed-in records only. They are never deleted; an amendment changes one and says so beside it.
create table agenda_item (
  organ_id uuid not null default acting_organ(),
  meeting_id uuid not null,
  unit_id uuid not null,
  ordinal integer not null,
  part integer not null,
  title text not null constraint agenda_item_is_titled check (length(btrim(title)) between 1 and 200),
  points text,
  differing text,
  constraint agenda_item_key primary key (organ_id, meeting_id, ordinal),
  constraint agenda_item_of_meeting foreign key (organ_id, meeting_id, unit_id) references meeting (organ_id, id, unit_id)
);
create index agenda_item_by_points on agenda_item (organ_id, unit_id, md5(points));

create table attendance (
  organ_id uuid not null default acting_organ(),
  meeting_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  name text not null,
  initials text not null default '',
  -- The place in the list, by strokes of the surname on the day of recording.
  ordinal integer not null,
  state text not null constraint attendance_state_is_known
    check (state in ('not-stated', 'present', 'excused', 'absent', 'observing')),
  -- In the meeting's base on that day; and whether with the right to vote (probationary members and some others have none).
  entitled boolean not null,
  votes boolean not null,
  because text,
  reason text,
  constraint attendance_key primary key (organ_id, meeting_id, person_id),
  constraint attendance_of_meeting foreign key (organ_id, meeting_id, unit_id) references meeting (organ_id, id, unit_id),
  constraint attendance_of_person foreign key (organ_id, person_id) references person,
  constraint attendance_votes_only_if_entitled check (entitled or not votes),
  constraint attendance_observes_only_if_not_entitled check (entitled = (state <> 'observing')),
  constraint attendance_leave_has_a_reason check (state <> 'excused' or length(btrim(reason)) > 0)
);
create index attendance_by_person on attendance (organ_id, person_id);

create table resolution (
  organ_id uuid not null default acting_organ(),
  meeting_id uuid not null,
  unit_id uuid not null,
  ordinal integer not null,
  part integer not null,
  text text not null constraint resolution_is_worded check (length(btrim(text)) between 1 and 2000),
  entitled integer not null,
  present integer not null,
  approve integer not null,
  oppose integer not null,
  abstain integer not null,
  passed boolean not null,
  -- The judgments as they stood when the vote was recorded: rule, numbers, citation, and the sentence that was shown.
  judgments jsonb not null,
  constraint resolution_key primary key (organ_id, meeting_id, ordinal),
  constraint resolution_of_meeting foreign key (organ_id, meeting_id, unit_id) references meeting (organ_id, id, unit_id),
  constraint resolution_counts_people check (least(entitled, present, approve, oppose, abstain) >= 0
    and present <= entitled and approve + oppose + abstain <= present)
);

create table follow_up (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  unit_id uuid not null,
  ordinal integer not null,
  what text not null constraint follow_up_says_what check (length(btrim(what)) between 1 and 500),
  owner_id uuid,
  owner_name text,
  due_on date,
  done_on date,
  done_note text,
  version integer not null default 1,
  constraint follow_up_key primary key (organ_id, id),
  constraint follow_up_of_meeting foreign key (organ_id, meeting_id, unit_id) references meeting (organ_id, id, unit_id),
  constraint follow_up_owner foreign key (organ_id, owner_id) references person
);
create index follow_up_by_meeting on follow_up (organ_id, meeting_id);
create index follow_up_open_by_owner on follow_up (organ_id, owner_id) where done_on is null;

-- What the record said before, what it says now, who changed it, when and why. Written once, changed by nobody.
create table amendment (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  unit_id uuid not null,
  field text not null,
  -- Which of several: the agenda item, the resolution, the person.
  subject text,
  was text,
  becomes text not null,
  reason text not null constraint amendment_has_a_reason check (length(btrim(reason)) between 2 and 500),
  by_person uuid,
  by_name text,
  at timestamptz not null default now(),
  constraint amendment_key primary key (organ_id, id),
  constraint amendment_of_meeting foreign key (organ_id, meeting_id, unit_id) references meeting (organ_id, id, unit_id)
);
create index amendment_by_meeting on amendment (organ_id, meeting_id);

create table file (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  meeting_id uuid,
  name text not null,
  kind text not null,
  size integer not null constraint file_is_of_bearable_size check (size between 1 and 20971520),
  -- 'attachment' of a meeting, or a unit's own 'minutes-template' / 'notice-template'.
  purpose text not null constraint file_purpose_is_known check (purpose in ('attachment', 'minutes-template', 'notice-template')),
  content bytea not null,
  by_person uuid,
  at timestamptz not null default now(),
  removed_at timestamptz,
  removed_reason text,
  version integer not null default 1,
  constraint file_key primary key (organ_id, id),
  constraint file_in_unit foreign key (organ_id, unit_id) references unit,
  constraint file_of_meeting foreign key (organ_id, meeting_id, unit_id) references meeting (organ_id, id, unit_id),
  constraint file_is_attached_to_a_meeting check ((purpose = 'attachment') = (meeting_id is not null))
);
create index file_by_meeting on file (organ_id, meeting_id);
create unique index unit_has_one_template_of_a_purpose on file (organ_id, unit_id, purpose)
  where purpose <> 'attachment' and removed_at is null;
