-- Present truth of access, laid anew whenever this file or a policies.sql changes. A table that nobody thought of is closed:
-- its old policies are dropped, row security is forced, every grant is revoked, and the audit trigger is on it.
do $$
declare
  t record;
  p record;
  key_columns text;
begin
  for p in select schemaname, tablename, policyname from pg_policies where schemaname in ('public', 'identity') loop
    execute format('drop policy %I on %I.%I', p.policyname, p.schemaname, p.tablename);
  end loop;

  for t in
    select n.nspname as schema, c.relname as name, c.oid
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname in ('public', 'identity')
      and not (n.nspname = 'public' and c.relname in ('migration', 'guard'))
  loop
    execute format('alter table %I.%I enable row level security', t.schema, t.name);
    execute format('alter table %I.%I force row level security', t.schema, t.name);
    execute format('revoke all on %I.%I from public, app, identity', t.schema, t.name);
    -- The trail is not its own trail, and a seal on it must not leave a row to be sealed.
    continue when t.schema = 'public' and t.name in ('audit', 'audit_seal');

    select string_agg(a.attname, ',' order by k.place) into key_columns
    from pg_index i
      cross join lateral unnest(i.indkey) with ordinality as k (number, place)
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
    where i.indrelid = t.oid and i.indisprimary and a.attname <> 'organ_id';

    execute format('create or replace trigger audit_insert after insert on %I.%I referencing new table as new_rows
      for each statement execute function public.audit_insert(%L)', t.schema, t.name, coalesce(key_columns, 'organ_id'));
    execute format('create or replace trigger audit_delete after delete on %I.%I referencing old table as old_rows
      for each statement execute function public.audit_delete(%L)', t.schema, t.name, coalesce(key_columns, 'organ_id'));
    execute format('create or replace trigger audit_update after update on %I.%I
      for each row execute function public.audit_update(%L)', t.schema, t.name, coalesce(key_columns, 'organ_id'));
  end loop;
end $$;

revoke all on schema public, identity from public, app, identity;
grant usage on schema public to app, identity;
grant usage on schema identity to identity;
revoke all on all functions in schema public, identity from public, app, identity;
grant execute on function acting_organ(), acting_person(), may(text) to app, identity;

-- The trail: the triggers write it as its owner; an actor with the right reads her organ's; nobody changes it.
create policy audit_is_written_by_triggers on audit for insert to owner with check (true);
create policy audit_is_verified_by_owner on audit for select to owner using (true);
