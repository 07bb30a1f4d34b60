grant select, update (name, version) on organ to app;
create policy organ_read on organ for select to app using (organ_id = (select acting_organ()));
-- An organ is founded by one who acts in it already; an existing organ's id is taken, so nobody can found it again.
grant insert (organ_id, name) on organ to app;
create policy organ_found on organ for insert to app
  with check (organ_id = (select acting_organ()) and '/' = any ((select may('unit.change'))::text[]));
create policy organ_change on organ for update to app
  using (organ_id = (select acting_organ()) and cardinality((select may('unit.change'))) > 0);

-- The shape of the organisation is known to everyone within the organ; what happens in a unit is not.
grant select, insert, update (name, path, dissolved_on, version) on unit to app;
create policy unit_read on unit for select to app using (organ_id = (select acting_organ()));
create policy unit_make on unit for insert to app
  with check (organ_id = (select acting_organ()) and path ^@ any ((select may('unit.change'))::text[]));
create policy unit_change on unit for update to app
  using (organ_id = (select acting_organ()) and path ^@ any ((select may('unit.change'))::text[]))
  with check (organ_id = (select acting_organ()) and path ^@ any ((select may('unit.change'))::text[]));

grant select, insert, update (until) on unit_place to app;
create policy unit_place_read on unit_place for select to app using (organ_id = (select acting_organ()));
create policy unit_place_make on unit_place for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = unit_place.organ_id and u.id = unit_place.unit_id
      and u.path ^@ any ((select may('unit.change'))::text[])));
create policy unit_place_change on unit_place for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = unit_place.organ_id and u.id = unit_place.unit_id
      and u.path ^@ any ((select may('unit.change'))::text[])));

grant select, insert, update (elected_on, ended_on, approved_until, approval_note, version) on term to app;
create policy term_read on term for select to app using (organ_id = (select acting_organ()));
create policy term_make on term for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = term.organ_id and u.id = term.unit_id and u.path ^@ any ((select may('unit.change'))::text[])));
create policy term_change on term for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = term.organ_id and u.id = term.unit_id and u.path ^@ any ((select may('unit.change'))::text[])));

grant select, insert on parameter to app;
create policy parameter_read on parameter for select to app using (organ_id = (select acting_organ()));
create policy parameter_choose on parameter for insert to app
  with check (organ_id = (select acting_organ()) and cardinality((select may('parameter.change'))) > 0);

-- The command line asks as the owner which unit is meant by a name; it then acts within that organ as the role app.
create policy organ_found_by_owner on organ for select to owner using (true);
create policy unit_found_by_owner on unit for select to owner using (true);
