-- Who opened sensitive text about whom, when and what for. Written with each opening, read by the person concerned; changed by
-- nobody. The text itself is never here.
create table opening (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  reader_id uuid not null default acting_person(),
  reader_name text not null,
  -- Whose text it is, or whom it is about.
  about_id uuid not null,
  record_kind text not null,
  record_id uuid not null,
  purpose text not null constraint opening_has_a_purpose check (length(btrim(purpose)) between 2 and 100),
  at timestamptz not null default now(),
  constraint opening_key primary key (organ_id, id),
  constraint opening_by_reader foreign key (organ_id, reader_id) references person,
  constraint opening_about_person foreign key (organ_id, about_id) references person
);
create index opening_by_person on opening (organ_id, about_id, at desc);
create index opening_by_reading on opening (organ_id, reader_id, at desc);

-- A unit's own templates: of which documents, the product says (src/documents/templates.ts), not the database.
alter table file drop constraint file_purpose_is_known;
alter table file add constraint file_purpose_is_spelled check (purpose = 'attachment' or purpose ~ '^[a-z-]+-template$');
