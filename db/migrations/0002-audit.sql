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
create index audit_by_row on audit (organ_id, table_name, ((row_key ->> 'id')));

-- Secrets never enter the trail, nor do a file's bytes and an unfinished draft: their fields are named here and left out.
create function audit_shown(row_data jsonb) returns jsonb immutable language sql
  return row_data - array['cipher', 'digest', 'masked', 'token', 'token_digest', 'password', 'secret', 'backup_codes',
                          'access_token', 'refresh_token', 'id_token', 'identifier', 'value', 'content', 'draft',
                          -- Not a secret, but moved by every click: it would drown the trail.
                          'seen_at']::text[];

create function audit_insert() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into audit (organ_id, person_id, unit_id, operation, table_name, row_key, did, after)
  select (r.row_data ->> 'organ_id')::uuid, acting_person(), (r.row_data ->> 'unit_id')::uuid,
         coalesce(nullif(current_setting('zhixing.operation', true), ''), 'system'),
         tg_table_name, audit_key_of(r.row_data, tg_argv[0]), 'insert', audit_shown(r.row_data)
  from (select to_jsonb(n) as row_data from new_rows n) r;
  return null;
end $$;

create function audit_delete() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into audit (organ_id, person_id, unit_id, operation, table_name, row_key, did, before)
  select (r.row_data ->> 'organ_id')::uuid, acting_person(), (r.row_data ->> 'unit_id')::uuid,
         coalesce(nullif(current_setting('zhixing.operation', true), ''), 'system'),
         tg_table_name, audit_key_of(r.row_data, tg_argv[0]), 'delete', audit_shown(r.row_data)
  from (select to_jsonb(o) as row_data from old_rows o) r;
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
         coalesce(nullif(current_setting('zhixing.operation', true), ''), 'system'),
         tg_table_name, audit_key_of(to_jsonb(new), tg_argv[0]), 'update',
         jsonb_object_agg(key, was -> key), jsonb_object_agg(key, value)
  from jsonb_each(is_now)
  where was -> key is distinct from value
  having count(*) > 0;
  return null;
end $$;

-- The primary key's fields but the organ, named by the trigger's argument, e.g. 'id' or 'meeting_id,person_id'.
create function audit_key_of(row_data jsonb, columns text) returns jsonb immutable language sql
  as $$ select jsonb_object_agg(c, row_data -> c) from unnest(string_to_array(columns, ',')) c $$;
