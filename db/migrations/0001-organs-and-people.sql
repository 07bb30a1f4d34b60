-- Every row belongs to an organ (机关). Keys begin with organ_id and foreign keys carry it, so that one policy isolates
-- tenants and the tables can be distributed on it unchanged.

create extension if not exists btree_gist;

-- By strokes of the surname, as lists and ballots demand (选举工作条例 art. 24).
create collation strokes (provider = icu, locale = 'zh-u-co-stroke');

-- Sign-in has a schema and a role of its own: the role that serves pages cannot see a password's hash.
create schema identity;

-- Who acts is set by acting() for one transaction. Unset means nobody: every policy then sees nothing.
create function acting_organ() returns uuid stable language sql
  return nullif(current_setting('zhixing.organ', true), '')::uuid;

create function acting_person() returns uuid stable language sql
  return nullif(current_setting('zhixing.person', true), '')::uuid;

-- The path prefixes of the units in which the actor holds a permission of src/kernel/access.ts.
create function may(permission text) returns text[] stable language sql
  return coalesce(nullif(current_setting('zhixing.' || permission, true), ''), '{}')::text[];

create table organ (
  organ_id uuid not null default gen_random_uuid(),
  name text not null constraint organ_is_named check (length(btrim(name)) between 1 and 100),
  founded_at timestamptz not null default now(),
  version integer not null default 1,
  constraint organ_key primary key (organ_id)
);

create table unit (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  line text not null constraint unit_line_is_known check (line in ('party', 'federation', 'union')),
  kind text not null constraint unit_kind_is_known check (kind in (
    'committee-unit', 'general-branch', 'branch', 'group',
    'federation-city', 'federation-district', 'federation-town', 'federation-village', 'women-committee', 'union')),
  name text not null constraint unit_is_named check (length(btrim(name)) between 1 and 100),
  -- The present place in the tree, e.g. /3f2a…/90bc…/; the past is read from unit_place.
  -- In "C" order on every server, since a branch of the tree is a range of it.
  path text collate "C" not null,
  founded_on date not null,
  dissolved_on date,
  version integer not null default 1,
  constraint unit_key primary key (organ_id, id),
  constraint unit_of_organ foreign key (organ_id) references organ,
  constraint unit_path_is_its_own unique (organ_id, path),
  constraint unit_is_dissolved_after_founding check (dissolved_on is null or dissolved_on >= founded_on)
);

create table unit_place (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  parent_id uuid,
  name text not null,
  since date not null,
  until date,
  constraint unit_place_key primary key (organ_id, id),
  constraint unit_place_of_unit foreign key (organ_id, unit_id) references unit,
  constraint unit_place_under_unit foreign key (organ_id, parent_id) references unit,
  constraint unit_place_is_not_in_itself check (parent_id is distinct from unit_id),
  constraint unit_place_runs_forward check (until is null or until >= since),
  constraint unit_has_one_place_a_day
    exclude using gist (organ_id with =, unit_id with =, daterange(since, until, '[]') with &&)
);

-- The committee's term (届): elected on a day; when it ends is for the rule to say.
create table term (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  elected_on date not null,
  ended_on date,
  -- An approved extension or advance moves the due day; null while the rule's own day stands.
  approved_until date,
  approval_note text,
  version integer not null default 1,
  constraint term_key primary key (organ_id, id),
  constraint term_of_unit foreign key (organ_id, unit_id) references unit,
  constraint term_ends_after_election check (ended_on is null or ended_on >= elected_on),
  constraint unit_has_one_term_a_day
    exclude using gist (organ_id with =, unit_id with =, daterange(elected_on, ended_on, '[]') with &&)
);

create table person (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  name text not null constraint person_is_named check (length(btrim(name)) between 1 and 60),
  -- Pinyin initials, for picking people by keyboard.
  initials text not null default '',
  sex text constraint person_sex_is_known check (sex in ('female', 'male')),
  ethnicity text,
  born_on date,
  born_precision text not null default 'day' constraint person_born_precision check (born_precision in ('day', 'month')),
  phone text,
  education text,
  native_place text,
  occupation text,
  joined_on date,
  joined_precision text not null default 'day' constraint person_joined_precision check (joined_precision in ('day', 'month')),
  full_on date,
  full_precision text not null default 'day' constraint person_full_precision check (full_precision in ('day', 'month')),
  remark text,
  -- The group, or the branch where there is none, that the person belongs to now; kept so that rights on a person are one look-up; membership holds the history.
  unit_id uuid not null,
  path text collate "C" not null default '',
  version integer not null default 1,
  constraint person_key primary key (organ_id, id),
  constraint person_in_unit foreign key (organ_id, unit_id) references unit,
  constraint person_is_full_after_joining check (full_on is null or joined_on is null or full_on >= joined_on)
);
create index person_by_place on person (organ_id, path, name collate strokes, id);
create index person_by_name on person (organ_id, name);

-- The ID number lies apart: encrypted with a key outside the database, found again by a keyed digest, shown masked.
create table person_identity (
  organ_id uuid not null default acting_organ(),
  person_id uuid not null,
  unit_id uuid not null,
  cipher bytea not null,
  digest bytea not null,
  masked text not null,
  version integer not null default 1,
  constraint person_identity_key primary key (organ_id, person_id),
  constraint person_identity_of_person foreign key (organ_id, person_id) references person,
  constraint person_identity_in_unit foreign key (organ_id, unit_id) references unit,
  constraint person_identity_is_one unique (organ_id, digest)
);

-- Status by date, because voting bases depend on it.
create table membership (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  unit_id uuid not null,
  group_id uuid,
  status text not null constraint membership_status_is_known check (status in (
    'full', 'probationary', 'on-probation', 'suspended', 'stopped', 'transferred-out', 'left')),
  since date not null,
  until date,
  reason text,
  -- The present path of the group, or of the branch where there is none.
  path text collate "C" not null default '',
  version integer not null default 1,
  constraint membership_key primary key (organ_id, id),
  constraint membership_of_person foreign key (organ_id, person_id) references person,
  constraint membership_in_unit foreign key (organ_id, unit_id) references unit,
  constraint membership_in_group foreign key (organ_id, group_id) references unit,
  constraint membership_runs_forward check (until is null or until >= since),
  -- The person as text, so that look-ups take the plain index below and not this slower one. An index of this kind parts its
  -- pages by its first column: a hash parts them best and is compared fastest; what decides are the columns behind it.
  constraint person_has_one_status_a_day exclude using gist (
    uuid_hash_extended(person_id, 0) with =, (person_id::text) with =, organ_id with =, daterange(since, until, '[]') with &&)
);
create index membership_by_place on membership (organ_id, path, since);
create index membership_by_person on membership (organ_id, person_id, since);

-- The rows that are read by the thousand carry the path of their unit, so that a right on them is a comparison and a
-- district is one stretch of an index. The paths follow by themselves: from the unit when a row is placed, and when a unit moves.
create function place_person() returns trigger language plpgsql as $$
begin
  new.path := coalesce((select path from unit where organ_id = new.organ_id and id = new.unit_id), '');
  return new;
end $$;
create trigger place_person before insert or update of unit_id on person
  for each row execute function place_person();

create function place_membership() returns trigger language plpgsql as $$
begin
  new.path := coalesce((select path from unit where organ_id = new.organ_id and id = coalesce(new.group_id, new.unit_id)), '');
  return new;
end $$;
create trigger place_membership before insert or update of unit_id, group_id on membership
  for each row execute function place_membership();

create function move_people() returns trigger language plpgsql as $$
begin
  update person set path = new.path where organ_id = new.organ_id and path = old.path and unit_id = new.id;
  update membership set path = new.path
    where organ_id = new.organ_id and path = old.path and coalesce(group_id, unit_id) = new.id;
  return null;
end $$;
create trigger move_people after update of path on unit
  for each row when (old.path is distinct from new.path) execute function move_people();

-- An appointment with its dates is the access: there is no role administration beside it.
create table post (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  unit_id uuid not null,
  post text not null constraint post_is_known check (post in (
    'secretary', 'deputy-secretary', 'organization', 'publicity', 'discipline', 'committee-member',
    'group-leader', 'superior', 'operator')),
  since date not null,
  until date,
  version integer not null default 1,
  constraint post_key primary key (organ_id, id),
  constraint post_of_person foreign key (organ_id, person_id) references person,
  constraint post_in_unit foreign key (organ_id, unit_id) references unit,
  constraint post_runs_forward check (until is null or until >= since),
  constraint person_holds_a_post_once_a_day exclude using gist (
    organ_id with =, person_id with =, unit_id with =, post with =, daterange(since, until, '[]') with &&)
);
create index post_by_person on post (organ_id, person_id);
create index post_by_unit on post (organ_id, unit_id, since);

-- Local parameters: choices of the organ within what the rules leave open. A new choice is a new row from its day on.
create table parameter (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  key text not null,
  choice jsonb not null,
  since date not null,
  reason text,
  version integer not null default 1,
  constraint parameter_key primary key (organ_id, id),
  constraint parameter_of_organ foreign key (organ_id) references organ,
  constraint parameter_is_chosen_once_a_day unique (organ_id, key, since)
);

-- A roster sheet that was accepted: all of it or nothing, and it can be taken back.
create table import_batch (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  file_name text not null,
  digest bytea not null,
  taken integer not null,
  created integer not null default 0,
  changed integer not null default 0,
  doubles integer not null,
  handed_back integer not null,
  -- What the sheet brought into being, by id, so that undoing finds it.
  people uuid[] not null default '{}',
  groups uuid[] not null default '{}',
  posts uuid[] not null default '{}',
  by_person uuid,
  at timestamptz not null default now(),
  undone_at timestamptz,
  version integer not null default 1,
  constraint import_batch_key primary key (organ_id, id),
  constraint import_batch_in_unit foreign key (organ_id, unit_id) references unit
);

-- What a sheet changed of a person who was known before.
create table import_row (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  batch_id uuid not null,
  unit_id uuid not null,
  row integer not null,
  person_id uuid not null,
  -- The values before, so that they can be restored, and the versions after, so that a later change is noticed.
  before jsonb not null,
  constraint import_row_key primary key (organ_id, id),
  constraint import_row_of_batch foreign key (organ_id, batch_id) references import_batch,
  constraint import_row_in_unit foreign key (organ_id, unit_id) references unit
);
create index import_row_by_batch on import_row (organ_id, batch_id);

-- Which of these identity numbers, given as keyed digests, are on a roster of the organ outside the branch at `branch_path`,
-- and in which unit. Whoever keeps one roster cannot see another; a number that stands there must still be found.
create function identities_elsewhere(digests bytea[], branch_path text) returns table (digest bytea, unit_name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select i.digest, u.name
  from person_identity i join unit u on u.organ_id = i.organ_id and u.id = i.unit_id
  where i.organ_id = (select acting_organ()) and i.digest = any (digests) and not u.path ^@ branch_path
$$;
