grant select on audit to app;
create policy audit_read on audit for select to app
  using (organ_id = (select acting_organ()) and (
    (unit_id is null and cardinality((select may('audit.read'))) > 0)
    or exists (
      select from unit u
      where u.organ_id = audit.organ_id and u.id = audit.unit_id and u.path ^@ any ((select may('audit.read'))::text[]))));
