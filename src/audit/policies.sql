grant select on audit to app;
create policy audit_read on audit for select to app
  using (organ_id = (select acting_organ()) and (
    (unit_id is null and cardinality((select may('audit.read'))) > 0)
    or exists (
      select from unit u
      where u.organ_id = audit.organ_id and u.id = audit.unit_id and u.path ^@ any ((select may('audit.read'))::text[]))));

-- Who reads the trail sees how far it is sealed. Sealing and verifying are the owner's: the role that serves pages makes none.
grant select (organ_id, number, to_id, digest, at) on audit_seal to app;
create policy audit_seal_read on audit_seal for select to app
  using (organ_id = (select acting_organ()) and cardinality((select may('audit.read'))) > 0);
create policy audit_seal_is_verified_by_owner on audit_seal for select to owner using (true);
create policy audit_seal_is_made_by_owner on audit_seal for insert to owner with check (true);

-- The person concerned sees who opened what of hers, and each reader what she opened. Nobody writes in another's name.
grant select, insert on opening to app;
create policy opening_read on opening for select to app
  using (organ_id = (select acting_organ()) and (about_id = (select acting_person()) or reader_id = (select acting_person())));
create policy opening_make on opening for insert to app
  with check (organ_id = (select acting_organ()) and reader_id = (select acting_person()));
