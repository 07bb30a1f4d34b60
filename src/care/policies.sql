-- Whom the branch visits and why is its committee's alone; not even the visited read it here.
grant select, insert, update on care_visit to app;
create policy care_visit_read on care_visit for select to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = care_visit.organ_id and u.id = care_visit.unit_id and u.path ^@ any ((select may('care.read'))::text[]))));
create policy care_visit_make on care_visit for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = care_visit.organ_id and u.id = care_visit.unit_id and u.path ^@ any ((select may('care.record'))::text[])));
create policy care_visit_change on care_visit for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = care_visit.organ_id and u.id = care_visit.unit_id and u.path ^@ any ((select may('care.record'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = care_visit.organ_id and u.id = care_visit.unit_id and u.path ^@ any ((select may('care.record'))::text[])));
