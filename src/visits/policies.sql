-- Contact points and visits are the organ's, not a unit's: whoever holds the right anywhere holds it for them.
grant select, insert, update (name, kind, area, since, until, version) on contact_point to app;
create policy contact_point_read on contact_point for select to app using (organ_id = (select acting_organ()));
create policy contact_point_make on contact_point for insert to app
  with check (organ_id = (select acting_organ()) and cardinality((select may('contact.arrange'))) > 0);
create policy contact_point_change on contact_point for update to app
  using (organ_id = (select acting_organ()) and cardinality((select may('contact.arrange'))) > 0);

grant select, insert, update (since, until, version) on contact_link to app;
create policy contact_link_read on contact_link for select to app using (organ_id = (select acting_organ()));
create policy contact_link_make on contact_link for insert to app
  with check (organ_id = (select acting_organ()) and cardinality((select may('contact.arrange'))) > 0);
create policy contact_link_change on contact_link for update to app
  using (organ_id = (select acting_organ()) and cardinality((select may('contact.arrange'))) > 0);

-- A visit is read by who made or recorded it, and by who arranges the contacts; written by the first only.
grant select, insert,
  update (point_id, place, stage, planned_on, held_on, consent, content, recorded_on, recorded_by, recorded_by_name, withdrawn_because, version)
  on visit to app;
create policy visit_read on visit for select to app
  using (organ_id = (select acting_organ()) and (
    recorded_by = (select acting_person()) or cardinality((select may('visit.read'))) > 0
    or exists (
      select from visit_visitor v
      where v.organ_id = visit.organ_id and v.visit_id = visit.id and v.person_id = (select acting_person()))));
create policy visit_make on visit for insert to app
  with check (organ_id = (select acting_organ()) and recorded_by = (select acting_person())
    and cardinality((select may('visit.record'))) > 0);
create policy visit_change on visit for update to app
  using (organ_id = (select acting_organ()) and (
    recorded_by = (select acting_person())
    or exists (
      select from visit_visitor v
      where v.organ_id = visit.organ_id and v.visit_id = visit.id and v.person_id = (select acting_person()))));

-- Who made the visit or recorded it may write what belongs to it; who only reads it may not.
grant select, insert, delete on visit_visitor to app;
create policy visit_visitor_read on visit_visitor for select to app using (organ_id = (select acting_organ()));
create policy visit_visitor_make on visit_visitor for insert to app
  with check (organ_id = (select acting_organ()) and cardinality((select may('visit.record'))) > 0
    and makes_visit(visit_id));
create policy visit_visitor_remove on visit_visitor for delete to app
  using (organ_id = (select acting_organ()) and makes_visit(visit_id));

-- A promise is kept, or passed on, by its owner too, though she was not on the visit.
grant select, insert, delete, update (content, due_on, owner_id, owner_name, done_on, told_on, version) on visit_promise to app;
create policy visit_promise_read on visit_promise for select to app
  using (organ_id = (select acting_organ()) and (owner_id = (select acting_person()) or exists (
    select from visit v where v.organ_id = visit_promise.organ_id and v.id = visit_promise.visit_id)));
create policy visit_promise_make on visit_promise for insert to app
  with check (organ_id = (select acting_organ()) and makes_visit(visit_id));
create policy visit_promise_change on visit_promise for update to app
  using (organ_id = (select acting_organ()) and (owner_id = (select acting_person()) or makes_visit(visit_id)))
  with check (organ_id = (select acting_organ()));
create policy visit_promise_remove on visit_promise for delete to app
  using (organ_id = (select acting_organ()) and makes_visit(visit_id));

create policy visit_found_by_owner on visit for select to owner using (organ_id = (select acting_organ()));
create policy visit_visitor_found_by_owner on visit_visitor for select to owner using (organ_id = (select acting_organ()));
grant execute on function makes_visit(uuid), contact_days() to app;
