-- The day of the month on which a unit holds its 主题党日, and the parts that every one of them has. Changeable: a new row
-- from its month on, so that any past month keeps the day that was fixed then.
create table theme_day_rule (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  since date not null,
  -- Either a day of the month, or a weekday counted from the month's beginning; the fifth is the last.
  month_day integer constraint theme_day_is_a_day check (month_day between 1 and 31),
  week integer constraint theme_day_week_counts check (week between 1 and 5),
  weekday integer constraint theme_day_weekday_counts check (weekday between 1 and 7),
  fixed_parts text[] not null default '{}',
  version integer not null default 1,
  constraint theme_day_rule_key primary key (organ_id, id),
  constraint theme_day_rule_of_unit foreign key (organ_id, unit_id) references unit,
  constraint theme_day_is_fixed_one_way check ((month_day is null) = (week is not null and weekday is not null)
    and (month_day is null or (week is null and weekday is null))),
  constraint theme_day_rule_once_a_day unique (organ_id, unit_id, since)
);

-- What is meant for a month. The gathering itself is a meeting, found by unit and month.
create table theme_month (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  year integer not null constraint theme_month_year_counts check (year between 1990 and 2100),
  month integer not null constraint theme_month_counts check (month between 1 and 12),
  theme text not null constraint theme_is_worded check (length(btrim(theme)) between 1 and 200),
  form text constraint theme_form_is_known check (form in ('study', 'discussion', 'visit', 'service', 'deliberation')),
  -- Who sees to the whole; a part may have somebody of its own.
  preparer_id uuid,
  preparer_name text,
  version integer not null default 1,
  constraint theme_month_key primary key (organ_id, id),
  constraint theme_month_of_unit foreign key (organ_id, unit_id) references unit,
  constraint theme_month_preparer foreign key (organ_id, preparer_id) references person,
  constraint theme_month_with_unit unique (organ_id, id, unit_id),
  constraint theme_month_is_one unique (organ_id, unit_id, year, month)
);

-- Own parts of a month; and those fixed parts that somebody prepares. Whoever prepares says when it is ready.
create table theme_part (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  month_id uuid not null,
  unit_id uuid not null,
  ordinal integer not null,
  fixed boolean not null,
  title text not null constraint theme_part_is_titled check (length(btrim(title)) between 1 and 200),
  owner_id uuid,
  owner_name text,
  ready_on date,
  ready_note text,
  version integer not null default 1,
  constraint theme_part_key primary key (organ_id, id),
  constraint theme_part_of_month foreign key (organ_id, month_id, unit_id) references theme_month (organ_id, id, unit_id),
  constraint theme_part_owner foreign key (organ_id, owner_id) references person,
  constraint theme_part_has_a_place unique (organ_id, month_id, ordinal)
);
create index theme_part_by_owner on theme_part (organ_id, owner_id) where ready_on is null;

-- 回头看: what a later gathering heard of a follow-up of an earlier one. Rows of handed-in records, never changed; they say
-- what stood there then, since the follow-up itself goes on.
create table follow_up_return (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  meeting_id uuid not null,
  unit_id uuid not null,
  ordinal integer not null,
  follow_up_id uuid not null,
  what text not null,
  owner_name text,
  -- By when it should have been done before this gathering, and by when now.
  was_due_on date,
  due_on date,
  outcome text not null constraint follow_up_return_is_known
    check (outcome in ('done', 'carried')),
  note text,
  constraint follow_up_return_key primary key (organ_id, id),
  constraint follow_up_return_of_meeting foreign key (organ_id, meeting_id, unit_id) references meeting (organ_id, id, unit_id),
  constraint follow_up_return_of_follow_up foreign key (organ_id, follow_up_id) references follow_up,
  constraint follow_up_returns_once_a_meeting unique (organ_id, meeting_id, follow_up_id)
);
create index follow_up_open_by_unit on follow_up (organ_id, unit_id) where done_on is null;
