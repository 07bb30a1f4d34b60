-- Both parties read it whatever posts they hold; besides them whoever leads hand-overs in the unit or takes its archive. Once signed or withdrawn
-- no row changes any more.
grant select, insert, update (ends_on, begins_on, stage, confirmed_by_name, confirmed_on, content, drawn_on, promises,
  witness_name, from_signed_on, from_paper_by_name, to_signed_on, to_paper_by_name, withdrawn_reason, version) on handover to app;
create policy handover_read on handover for select to app
  using (organ_id = (select acting_organ()) and ((select acting_person()) in (from_id, to_id) or exists (
    select from unit u
    where u.organ_id = handover.organ_id and u.id = handover.unit_id
      and (u.path ^@ any ((select may('handover.lead'))::text[]) or u.path ^@ any ((select may('archive.take'))::text[])))));
create policy handover_make on handover for insert to app
  with check (organ_id = (select acting_organ()) and (from_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = handover.organ_id and u.id = handover.unit_id and u.path ^@ any ((select may('handover.lead'))::text[]))));
create policy handover_change on handover for update to app
  using (organ_id = (select acting_organ()) and stage = 'open' and ((select acting_person()) in (from_id, to_id) or exists (
    select from unit u
    where u.organ_id = handover.organ_id and u.id = handover.unit_id and u.path ^@ any ((select may('handover.lead'))::text[]))))
  with check (organ_id = (select acting_organ()));

-- What pass_post does, it does as the owner, whom forced row security binds as well.
grant execute on function pass_post(uuid) to app;
create policy handover_is_read_by_owner on handover for select to owner using (organ_id = (select acting_organ()));
create policy post_is_read_by_owner on post for select to owner using (organ_id = (select acting_organ()));
create policy post_is_ended_by_owner on post for update to owner
  using (organ_id = (select acting_organ())) with check (organ_id = (select acting_organ()));
create policy post_is_begun_by_owner on post for insert to owner with check (organ_id = (select acting_organ()));
