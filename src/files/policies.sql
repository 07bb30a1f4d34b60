grant select, insert, update (removed_at, removed_reason, version) on file to app;
create policy file_read on file for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = file.organ_id and u.id = file.unit_id and u.path ^@ any ((select may('meeting.read'))::text[])));
create policy file_make on file for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = file.organ_id and u.id = file.unit_id
      and case file.purpose
        when 'attachment' then u.path ^@ any ((select may('meeting.record'))::text[])
        else u.path ^@ any ((select may('template.change'))::text[]) end));
create policy file_remove on file for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = file.organ_id and u.id = file.unit_id
      and case file.purpose
        when 'attachment' then u.path ^@ any ((select may('meeting.record'))::text[])
        else u.path ^@ any ((select may('template.change'))::text[]) end))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = file.organ_id and u.id = file.unit_id
      and case file.purpose
        when 'attachment' then u.path ^@ any ((select may('meeting.record'))::text[])
        else u.path ^@ any ((select may('template.change'))::text[]) end));
