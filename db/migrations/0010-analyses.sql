-- What a unit asks its members to think about: the headings of an analysis, the items of a self-check. A new list takes the
-- place of the one before from its day on; what was written under the old one keeps the headings it was written under.
create table outline (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  kind text not null constraint outline_kind_is_known check (kind in ('analysis', 'self-check')),
  since date not null,
  items jsonb not null constraint outline_is_a_list check (jsonb_typeof(items) = 'array' and jsonb_array_length(items) between 1 and 40),
  by_person uuid default acting_person(),
  made_at timestamptz not null default now(),
  constraint outline_key primary key (organ_id, id),
  constraint outline_of_unit foreign key (organ_id, unit_id) references unit
);
create index outline_by_unit on outline (organ_id, unit_id, kind, since desc, made_at desc);

-- What a person writes for herself. Sealed as a whole, its version inside, so that the trail does not tell when she wrote.
create table analysis_draft (
  organ_id uuid not null default acting_organ(),
  person_id uuid not null default acting_person(),
  period_from date not null,
  period_to date not null,
  content bytea not null,
  constraint analysis_draft_key primary key (organ_id, person_id, period_from),
  constraint analysis_draft_of_person foreign key (organ_id, person_id) references person
);

-- Her own answers to the self-check of a year. Nobody else reads them in any way, and she may delete them.
create table self_check (
  organ_id uuid not null default acting_organ(),
  person_id uuid not null default acting_person(),
  year integer not null constraint self_check_year_is_one check (year between 1990 and 2100),
  content bytea not null,
  constraint self_check_key primary key (organ_id, person_id, year),
  constraint self_check_of_person foreign key (organ_id, person_id) references person
);

-- That a person's analysis of a period is done: handed in with the headings she chose, said by herself to be written and kept,
-- or received on paper. Taking it back deletes the row, and with it all that the branch could open.
create table analysis (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  -- Her group, else her branch: its path decides who may see it.
  unit_id uuid not null,
  period_from date not null,
  period_to date not null,
  way text not null constraint analysis_way_is_known check (way in ('handed-in', 'kept', 'paper')),
  done_on date not null,
  by_person uuid default acting_person(),
  content bytea,
  version integer not null default 1,
  constraint analysis_key primary key (organ_id, id),
  constraint analysis_once_a_period unique (organ_id, person_id, period_from),
  constraint analysis_belongs_to_person unique (organ_id, id, person_id),
  constraint analysis_of_person foreign key (organ_id, person_id) references person,
  constraint analysis_of_unit foreign key (organ_id, unit_id) references unit,
  constraint analysis_period_runs check (period_from <= period_to),
  constraint analysis_has_text_when_handed_in check ((way = 'handed-in') = (content is not null))
);
create index analysis_by_unit on analysis (organ_id, unit_id, period_from);

-- What the group or the branch answers to what was handed in; for the person, and for those who answer.
create table analysis_opinion (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  analysis_id uuid not null,
  person_id uuid not null,
  -- The group or the branch in whose name it is given.
  unit_id uuid not null,
  content bytea not null,
  given_on date not null,
  by_person uuid default acting_person(),
  by_name text not null,
  version integer not null default 1,
  constraint analysis_opinion_key primary key (organ_id, id),
  constraint analysis_opinion_once_a_unit unique (organ_id, analysis_id, unit_id),
  constraint analysis_opinion_of_analysis foreign key (organ_id, analysis_id, person_id) references analysis (organ_id, id, person_id),
  constraint analysis_opinion_of_unit foreign key (organ_id, unit_id) references unit,
  constraint analysis_opinion_is_anothers check (by_person is distinct from person_id)
);
