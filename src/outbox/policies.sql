-- A key is its owner's alone, whatever anybody's post.
grant select, insert on device_key to app;
create policy device_key_read on device_key for select to app
  using (organ_id = (select acting_organ()) and person_id = (select acting_person()));
create policy device_key_make on device_key for insert to app
  with check (organ_id = (select acting_organ()) and person_id = (select acting_person())
    and cardinality((select may('visit.record'))) > 0);

-- Changes are read by who reads the visit, and added by who may change it.
grant select, insert, delete on visit_revision to app;
create policy visit_revision_read on visit_revision for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from visit v where v.organ_id = visit_revision.organ_id and v.id = visit_revision.visit_id));
create policy visit_revision_make on visit_revision for insert to app
  with check (organ_id = (select acting_organ()) and made_by = (select acting_person()) and exists (
    select from visit v where v.organ_id = visit_revision.organ_id and v.id = visit_revision.visit_id));
create policy visit_revision_forget on visit_revision for delete to app
  using (organ_id = (select acting_organ()) and exists (
    select from visit v where v.organ_id = visit_revision.organ_id and v.id = visit_revision.visit_id and (
      v.recorded_by = (select acting_person()) or exists (
        select from visit_visitor w
        where w.organ_id = v.organ_id and w.visit_id = v.id and w.person_id = (select acting_person())))));
