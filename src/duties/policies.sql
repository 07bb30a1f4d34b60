-- Evidence is written by whoever may record its source.
grant select, insert, update (held_on, for_year, recorded_on, title, version), delete on evidence to app;
create policy evidence_read on evidence for select to app
  using (organ_id = (select acting_organ()) and (person_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = evidence.organ_id and u.id = evidence.unit_id and u.path ^@ any ((select may('duty.read'))::text[]))));
create policy evidence_make on evidence for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = evidence.organ_id and u.id = evidence.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));
create policy evidence_change on evidence for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = evidence.organ_id and u.id = evidence.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = evidence.organ_id and u.id = evidence.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));
create policy evidence_remove on evidence for delete to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = evidence.organ_id and u.id = evidence.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));

grant select, insert, update (withdrawn_at, version) on excuse to app;
create policy excuse_read on excuse for select to app
  using (organ_id = (select acting_organ()) and (person_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = excuse.organ_id and u.id = excuse.unit_id and u.path ^@ any ((select may('duty.read'))::text[]))));
create policy excuse_make on excuse for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = excuse.organ_id and u.id = excuse.unit_id and u.path ^@ any ((select may('duty.excuse'))::text[])));
create policy excuse_withdraw on excuse for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = excuse.organ_id and u.id = excuse.unit_id and u.path ^@ any ((select may('duty.excuse'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = excuse.organ_id and u.id = excuse.unit_id and u.path ^@ any ((select may('duty.excuse'))::text[])));

-- Superiors see what was done below, never the records themselves: evidence is a date and a title.
create policy evidence_summary on evidence for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = evidence.organ_id and u.id = evidence.unit_id and u.path ^@ any ((select may('duty.summary'))::text[])));
create policy excuse_summary on excuse for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = excuse.organ_id and u.id = excuse.unit_id and u.path ^@ any ((select may('duty.summary'))::text[])));

-- A feed and a digest are each one's own.
grant select, insert, update (revoked_at, version) on feed to app;
create policy feed_own on feed for all to app
  using (organ_id = (select acting_organ()) and person_id = (select acting_person()))
  with check (organ_id = (select acting_organ()) and person_id = (select acting_person()));
grant select, insert, update (address, sent_for, version), delete on digest_subscription to app;
create policy digest_subscription_own on digest_subscription for all to app
  using (organ_id = (select acting_organ()) and person_id = (select acting_person()))
  with check (organ_id = (select acting_organ()) and person_id = (select acting_person()));

-- The two look-ups that know no person yet run as the owner, and give ids only.
create policy feed_found_by_secret on feed for select to owner using (true);
create policy digest_subscription_counted on digest_subscription for select to owner using (true);
grant execute on function feed_behind(bytea), digests_owed(date) to app;
