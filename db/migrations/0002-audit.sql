-- The trail of every change: who, when, in which operation, and which fields. Written by triggers that guard.sql puts on
-- every table; nobody but the trigger's owner can insert, and nobody at all may change or delete.

create table audit (
  organ_id uuid not null,
  id bigint generated always as identity,
  at timestamptz not null default clock_timestamp(),
  person_id uuid,
  -- The unit that the changed row belongs to, so that the trail is read by unit like the rows themselves.
  unit_id uuid,
  operation text not null,
  table_name text not null,
  row_key jsonb not null,
  did text not null constraint audit_did_something check (did in ('insert', 'update', 'delete')),
  before jsonb,
  after jsonb,
  transaction xid8 not null default pg_current_xact_id(),
  constraint audit_key primary key (organ_id, id)
);

-- Secrets never enter the trail, nor do a file's bytes and an unfinished draft: their fields are named here and left out.
create function audit_shown(row_data jsonb) returns jsonb immutable language sql
  return row_data - array['cipher', 'digest', 'masked', 'token', 'token_digest', 'password', 'secret', 'backup_codes',
                          'access_token', 'refresh_token', 'id_token', 'identifier', 'value', 'content', 'draft',
                          -- Not a secret, but moved by every click: it would drown the trail.
                          'seen_at']::text[];

create function audit_operation() returns text stable language sql
  return coalesce(nullif(current_setting('zhixing.operation', true), ''), 'system');

-- The primary key's fields but the organ: one to three of them, written out since this runs for every row.
create function audit_key_of(d jsonb, keys text[]) returns jsonb immutable language sql
  return case cardinality(keys)
    when 1 then jsonb_build_object(keys[1], d -> keys[1])
    when 2 then jsonb_build_object(keys[1], d -> keys[1], keys[2], d -> keys[2])
    else jsonb_build_object(keys[1], d -> keys[1], keys[2], d -> keys[2], keys[3], d -> keys[3]) end;

create function audit_insert() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who uuid := acting_person();
  what text := audit_operation();
  keys text[] := string_to_array(tg_argv[0], ',');
begin
  insert into audit (organ_id, person_id, unit_id, operation, table_name, row_key, did, after)
  select (d ->> 'organ_id')::uuid, who, (d ->> 'unit_id')::uuid, what, tg_table_name, audit_key_of(d, keys), 'insert', audit_shown(d)
  -- Without the offset each use of d would turn the row into JSON anew.
  from (select to_jsonb(r) as d from new_rows r offset 0) changed;
  return null;
end $$;

create function audit_delete() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  who uuid := acting_person();
  what text := audit_operation();
  keys text[] := string_to_array(tg_argv[0], ',');
begin
  insert into audit (organ_id, person_id, unit_id, operation, table_name, row_key, did, before)
  select (d ->> 'organ_id')::uuid, who, (d ->> 'unit_id')::uuid, what, tg_table_name, audit_key_of(d, keys), 'delete', audit_shown(d)
  -- Without the offset each use of d would turn the row into JSON anew.
  from (select to_jsonb(r) as d from old_rows r offset 0) changed;
  return null;
end $$;

-- Row by row, since only there old and new stand side by side; bulk updates are rare here.
create function audit_update() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
declare
  was jsonb := audit_shown(to_jsonb(old));
  is_now jsonb := audit_shown(to_jsonb(new));
begin
  insert into audit (organ_id, person_id, unit_id, operation, table_name, row_key, did, before, after)
  select new.organ_id, acting_person(), (to_jsonb(new) ->> 'unit_id')::uuid,
         audit_operation(), tg_table_name, audit_key_of(to_jsonb(new), string_to_array(tg_argv[0], ',')), 'update',
         jsonb_object_agg(key, was -> key), jsonb_object_agg(key, value)
  from jsonb_each(is_now)
  where was -> key is distinct from value
  having count(*) > 0;
  return null;
end $$;
