-- One's own row is always one's own to read; the rest follows the post.
grant select, insert, update on person to app;
create policy person_read on person for select to app
  using (organ_id = (select acting_organ()) and (id = (select acting_person()) or path ^@ any ((select may('roster.read'))::text[])));
create policy person_make on person for insert to app
  with check (organ_id = (select acting_organ()) and path ^@ any ((select may('roster.change'))::text[]));
create policy person_change on person for update to app
  using (organ_id = (select acting_organ()) and path ^@ any ((select may('roster.change'))::text[]))
  with check (organ_id = (select acting_organ()) and path ^@ any ((select may('roster.change'))::text[]));
-- Taking back an import removes the people whom it made, with their posts and groups.
grant delete on person, person_identity, membership to app;
create policy person_remove on person for delete to app
  using (organ_id = (select acting_organ()) and path ^@ any ((select may('roster.change'))::text[]));

grant select, insert, update (unit_id, cipher, digest, masked, version) on person_identity to app;
create policy person_identity_read on person_identity for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = person_identity.organ_id and u.id = person_identity.unit_id and u.path ^@ any ((select may('roster.identity'))::text[])));
create policy person_identity_make on person_identity for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = person_identity.organ_id and u.id = person_identity.unit_id and u.path ^@ any ((select may('roster.change'))::text[])));
create policy person_identity_change on person_identity for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = person_identity.organ_id and u.id = person_identity.unit_id and u.path ^@ any ((select may('roster.change'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = person_identity.organ_id and u.id = person_identity.unit_id and u.path ^@ any ((select may('roster.change'))::text[])));
create policy person_identity_remove on person_identity for delete to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = person_identity.organ_id and u.id = person_identity.unit_id and u.path ^@ any ((select may('roster.change'))::text[])));

grant select, insert, update (group_id, status, since, until, reason, path, version) on membership to app;
create policy membership_read on membership for select to app
  using (organ_id = (select acting_organ()) and (person_id = (select acting_person()) or path ^@ any ((select may('roster.read'))::text[])));
create policy membership_make on membership for insert to app
  with check (organ_id = (select acting_organ()) and path ^@ any ((select may('roster.change'))::text[]));
create policy membership_change on membership for update to app
  using (organ_id = (select acting_organ()) and path ^@ any ((select may('roster.change'))::text[]))
  with check (organ_id = (select acting_organ()) and path ^@ any ((select may('roster.change'))::text[]));
create policy membership_remove on membership for delete to app
  using (organ_id = (select acting_organ()) and path ^@ any ((select may('roster.change'))::text[]));

-- Who holds which post is public within the organ: people must know whom to turn to.
grant select, insert, update (until, version), delete on post to app;
create policy post_read on post for select to app using (organ_id = (select acting_organ()));
create policy post_make on post for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = post.organ_id and u.id = post.unit_id and u.path ^@ any ((select may('post.appoint'))::text[])));
create policy post_change on post for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = post.organ_id and u.id = post.unit_id and u.path ^@ any ((select may('post.appoint'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = post.organ_id and u.id = post.unit_id and u.path ^@ any ((select may('post.appoint'))::text[])));
create policy post_remove on post for delete to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = post.organ_id and u.id = post.unit_id and u.path ^@ any ((select may('post.appoint'))::text[])));

-- The function runs as the owner, whom forced row security binds as well (units it may read already, see organs).
create policy person_identity_is_looked_up_by_owner on person_identity for select to owner using (true);
grant execute on function identities_elsewhere(bytea[], text) to app;

grant select, insert, update (undone_at, version) on import_batch to app;
create policy import_batch_read on import_batch for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = import_batch.organ_id and u.id = import_batch.unit_id and u.path ^@ any ((select may('roster.change'))::text[])));
create policy import_batch_make on import_batch for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = import_batch.organ_id and u.id = import_batch.unit_id and u.path ^@ any ((select may('roster.change'))::text[])));
create policy import_batch_undo on import_batch for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = import_batch.organ_id and u.id = import_batch.unit_id and u.path ^@ any ((select may('roster.change'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = import_batch.organ_id and u.id = import_batch.unit_id and u.path ^@ any ((select may('roster.change'))::text[])));

grant select, insert on import_row to app;
create policy import_row_read on import_row for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = import_row.organ_id and u.id = import_row.unit_id and u.path ^@ any ((select may('roster.change'))::text[])));
create policy import_row_make on import_row for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = import_row.organ_id and u.id = import_row.unit_id and u.path ^@ any ((select may('roster.change'))::text[])));

-- Only an import that is taken back removes units, and only groups; others are dissolved with their day.
grant delete on unit, unit_place to app;
create policy unit_remove on unit for delete to app
  using (organ_id = (select acting_organ()) and kind = 'group' and path ^@ any ((select may('unit.change'))::text[]));
create policy unit_place_remove on unit_place for delete to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = unit_place.organ_id and u.id = unit_place.unit_id and u.kind = 'group'
      and u.path ^@ any ((select may('unit.change'))::text[])));
