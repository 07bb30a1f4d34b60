-- Whoever it is about reads her own; the rest follows the posts that keep the roster.
grant select, insert, update on probation to app;
create policy probation_read on probation for select to app
  using (organ_id = (select acting_organ()) and (person_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = probation.organ_id and u.id = probation.unit_id and u.path ^@ any ((select may('change.lead'))::text[]))));
create policy probation_make on probation for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = probation.organ_id and u.id = probation.unit_id and u.path ^@ any ((select may('change.lead'))::text[])));
create policy probation_change on probation for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = probation.organ_id and u.id = probation.unit_id and u.path ^@ any ((select may('change.lead'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = probation.organ_id and u.id = probation.unit_id and u.path ^@ any ((select may('change.lead'))::text[])));

grant select, insert, update on transfer_out to app;
create policy transfer_out_read on transfer_out for select to app
  using (organ_id = (select acting_organ()) and (person_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = transfer_out.organ_id and u.id = transfer_out.unit_id and u.path ^@ any ((select may('change.lead'))::text[]))));
create policy transfer_out_make on transfer_out for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = transfer_out.organ_id and u.id = transfer_out.unit_id and u.path ^@ any ((select may('change.lead'))::text[])));
create policy transfer_out_change on transfer_out for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = transfer_out.organ_id and u.id = transfer_out.unit_id and u.path ^@ any ((select may('change.lead'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = transfer_out.organ_id and u.id = transfer_out.unit_id and u.path ^@ any ((select may('change.lead'))::text[])));

grant select, insert, update (void_on, void_because, version) on introduction_letter to app;
create policy introduction_letter_read on introduction_letter for select to app
  using (organ_id = (select acting_organ()) and (exists (
    select from transfer_out t
    where t.organ_id = introduction_letter.organ_id and t.id = introduction_letter.transfer_id and t.person_id = (select acting_person())) or exists (
    select from unit u
    where u.organ_id = introduction_letter.organ_id and u.id = introduction_letter.unit_id and u.path ^@ any ((select may('change.lead'))::text[]))));
create policy introduction_letter_make on introduction_letter for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = introduction_letter.organ_id and u.id = introduction_letter.unit_id and u.path ^@ any ((select may('change.lead'))::text[])));
create policy introduction_letter_change on introduction_letter for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = introduction_letter.organ_id and u.id = introduction_letter.unit_id and u.path ^@ any ((select may('change.lead'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = introduction_letter.organ_id and u.id = introduction_letter.unit_id and u.path ^@ any ((select may('change.lead'))::text[])));

grant select, insert, update on transfer_in to app;
create policy transfer_in_read on transfer_in for select to app
  using (organ_id = (select acting_organ()) and (person_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = transfer_in.organ_id and u.id = transfer_in.unit_id and u.path ^@ any ((select may('change.lead'))::text[]))));
create policy transfer_in_make on transfer_in for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = transfer_in.organ_id and u.id = transfer_in.unit_id and u.path ^@ any ((select may('change.lead'))::text[])));
create policy transfer_in_change on transfer_in for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = transfer_in.organ_id and u.id = transfer_in.unit_id and u.path ^@ any ((select may('change.lead'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = transfer_in.organ_id and u.id = transfer_in.unit_id and u.path ^@ any ((select may('change.lead'))::text[])));

-- A group's leader sees who of hers is away, and says when she last spoke with her.
grant select, insert, update on floating to app;
create policy floating_read on floating for select to app
  using (organ_id = (select acting_organ()) and (person_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = floating.organ_id and u.id = floating.unit_id and u.path ^@ any ((select may('roster.read'))::text[]))));
create policy floating_make on floating for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = floating.organ_id and u.id = floating.unit_id and u.path ^@ any ((select may('change.lead'))::text[])));
create policy floating_change on floating for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = floating.organ_id and u.id = floating.unit_id and u.path ^@ any ((select may('change.lead'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = floating.organ_id and u.id = floating.unit_id and u.path ^@ any ((select may('change.lead'))::text[])));

grant select, insert, update (last_on, by_person, by_name, version) on floating_contact to app;
create policy floating_contact_read on floating_contact for select to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = floating_contact.organ_id and u.id = floating_contact.unit_id and u.path ^@ any ((select may('roster.read'))::text[]))));
create policy floating_contact_make on floating_contact for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = floating_contact.organ_id and u.id = floating_contact.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));
create policy floating_contact_change on floating_contact for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = floating_contact.organ_id and u.id = floating_contact.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = floating_contact.organ_id and u.id = floating_contact.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));
