-- What was made of a unit's year: the branch book, the sheets, the archive. The files are kept for a day and then removed;
-- that they were made and by whom they were taken stays.
create table archive_job (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  kind text not null constraint archive_job_kind_is_known check (kind in ('book', 'sheets', 'archive')),
  for_year integer not null constraint archive_job_year_is_sound check (for_year between 1990 and 2100),
  stage text not null default 'making'
    constraint archive_job_stage_is_known check (stage in ('making', 'made', 'failed', 'interrupted', 'removed')),
  file_name text,
  size bigint,
  fault text,
  made_by uuid not null default acting_person(),
  made_by_name text not null,
  made_at timestamptz not null default now(),
  ended_at timestamptz,
  expires_at timestamptz,
  version integer not null default 1,
  constraint archive_job_key primary key (organ_id, id),
  constraint archive_job_belongs_to_unit unique (organ_id, id, unit_id),
  constraint archive_job_of_unit foreign key (organ_id, unit_id) references unit,
  constraint archive_job_made_by foreign key (organ_id, made_by) references person,
  constraint archive_job_made_is_a_file check ((stage in ('made', 'removed')) = (file_name is not null and size is not null and expires_at is not null))
);
create index archive_job_by_unit on archive_job (organ_id, unit_id, made_at desc);
create unique index archive_is_made_one_at_a_time on archive_job (organ_id, unit_id) where stage = 'making';

-- A file in pieces, since a year with its attachments may be larger than one value should be.
create table archive_piece (
  organ_id uuid not null default acting_organ(),
  job_id uuid not null,
  unit_id uuid not null,
  ordinal integer not null,
  content bytea not null,
  constraint archive_piece_key primary key (organ_id, job_id, ordinal),
  constraint archive_piece_of_job foreign key (organ_id, job_id, unit_id) references archive_job (organ_id, id, unit_id)
);

-- Who took which file away, and when. The trail tells it; nobody changes it.
create table archive_download (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  job_id uuid not null,
  unit_id uuid not null,
  file_name text not null,
  by_person uuid not null default acting_person(),
  at timestamptz not null default now(),
  constraint archive_download_key primary key (organ_id, id),
  constraint archive_download_of_job foreign key (organ_id, job_id, unit_id) references archive_job (organ_id, id, unit_id),
  constraint archive_download_by foreign key (organ_id, by_person) references person
);
create index archive_download_by_job on archive_download (organ_id, job_id);
