-- What a phone needs to write without a network, and what becomes of a visit that two people changed.

-- One pair of keys a person. Her devices keep the public one and encrypt drafts to it; the private one comes only with a session.
create table device_key (
  organ_id uuid not null default acting_organ(),
  person_id uuid not null default acting_person(),
  public_key text not null,
  -- The private key, encrypted as sensitive columns are.
  content bytea not null,
  made_at timestamptz not null default now(),
  constraint device_key_key primary key (organ_id, person_id),
  constraint device_key_of_person foreign key (organ_id, person_id) references person
);

-- Each change of a visit, added and never changed: `content` holds, encrypted, how it stood before and after. Its id is made on
-- the device, so that a change sent twice is one.
create table visit_revision (
  organ_id uuid not null default acting_organ(),
  id uuid not null,
  visit_id uuid not null,
  version integer not null,
  made_at timestamptz not null default now(),
  made_by uuid not null default acting_person(),
  made_by_name text not null,
  content bytea not null,
  constraint visit_revision_key primary key (organ_id, id),
  constraint visit_revision_is_its_own unique (organ_id, visit_id, version),
  constraint visit_revision_of_visit foreign key (organ_id, visit_id) references visit,
  constraint visit_revision_by_person foreign key (organ_id, made_by) references person
);
