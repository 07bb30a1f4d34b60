-- A matter is seen by who handles matters at its desk, by its owner and helpers, and by whoever received it. A sensitive one is seen
-- by those who were let in, by name; who leads the desk and who received it see that it exists, how far it is and who holds it,
-- and no word.
grant select, insert, update (unit_id, public_open, phone, hours, version) on need_desk to app;
create policy need_desk_read on need_desk for select to app using (organ_id = (select acting_organ()));
create policy need_desk_make on need_desk for insert to app
  with check (organ_id = (select acting_organ()) and cardinality((select may('need.lead'))) > 0);
create policy need_desk_change on need_desk for update to app
  using (organ_id = (select acting_organ()) and cardinality((select may('need.lead'))) > 0);
create policy need_desk_found_by_owner on need_desk for select to owner using (true);
create policy need_counter_counted_by_owner on need_counter for all to owner
  using (organ_id = (select acting_organ())) with check (organ_id = (select acting_organ()));
create policy cadre_membership_found_by_owner on membership for select to owner using (organ_id = (select acting_organ()));
create policy need_helper_found_by_owner on need_helper for select to owner using (organ_id = (select acting_organ()));
create policy need_found_by_owner on need for select to owner using (organ_id = (select acting_organ()));

grant select, insert, update (unit_id, anonymous, sensitive, category, area, level, petition, state, owner_id, owner_name, raised_to,
  due_on, outcome, resolved_on, told_on, closed_on, digest, content, version) on need to app;
create policy need_read on need for select to app
  using (organ_id = (select acting_organ()) and case when sensitive
    then knows_need(id) or received_by = (select acting_person())
      or unit_id in (select u.id from unit u where u.organ_id = (select acting_organ()) and u.path ^@ any ((select may('need.lead'))::text[]))
    else unit_id in (select u.id from unit u where u.organ_id = (select acting_organ()) and u.path ^@ any ((select may('need.read'))::text[]))
      or owner_id = (select acting_person()) or received_by = (select acting_person())
      or helps_need(id)
    end);
-- Everyone brings needs in; the page for the public does so in nobody's name, while it is open.
create policy need_make on need for insert to app
  with check (organ_id = (select acting_organ()) and unit_id = (select need_unit()) and (
    (received_by = (select acting_person()) and cardinality((select may('need.receive'))) > 0)
    or (received_by is null and channel = 'web' and cardinality((select may('need.public'))) > 0)));
-- The same as for reading: an update that names no row asks nothing of the policy above.
create policy need_change on need for update to app
  using (organ_id = (select acting_organ()) and case when sensitive
    then knows_need(id) or received_by = (select acting_person())
      or unit_id in (select u.id from unit u where u.organ_id = (select acting_organ()) and u.path ^@ any ((select may('need.lead'))::text[]))
    else unit_id in (select u.id from unit u where u.organ_id = (select acting_organ()) and u.path ^@ any ((select may('need.read'))::text[]))
      or owner_id = (select acting_person()) or received_by = (select acting_person())
      or helps_need(id)
    end)
  with check (organ_id = (select acting_organ()));

grant select, insert, update (until) on need_helper to app;
create policy need_helper_read on need_helper for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_helper.organ_id and n.id = need_helper.need_id and (not n.sensitive or knows_need(n.id))));

create policy need_helper_make on need_helper for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_helper.organ_id and n.id = need_helper.need_id and (not n.sensitive or knows_need(n.id))));

create policy need_helper_change on need_helper for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_helper.organ_id and n.id = need_helper.need_id and (not n.sensitive or knows_need(n.id))));

grant select, insert on need_step to app;
create policy need_step_read on need_step for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_step.organ_id and n.id = need_step.need_id and (not n.sensitive or knows_need(n.id))));

create policy need_step_make on need_step for insert to app
  with check (organ_id = (select acting_organ()) and by_person is not distinct from (select acting_person()) and (
    cardinality((select may('need.public'))) > 0
    -- Who leads the desk says who may know without knowing herself.
    or (kind in ('let-in', 'left-out') and leads_need(need_id))
    or exists (
    select from need n
    where n.organ_id = need_step.organ_id and n.id = need_step.need_id and (not n.sensitive or knows_need(n.id)))));

grant select, insert, update (agency, state, due_on, settled_on, content, version) on need_referral to app;
create policy need_referral_read on need_referral for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_referral.organ_id and n.id = need_referral.need_id and (not n.sensitive or knows_need(n.id))));

create policy need_referral_make on need_referral for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_referral.organ_id and n.id = need_referral.need_id and (not n.sensitive or knows_need(n.id))));

create policy need_referral_change on need_referral for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_referral.organ_id and n.id = need_referral.need_id and (not n.sensitive or knows_need(n.id))));

grant select, insert, delete, update (event_on, due_on, extended_until, kept_on, version) on need_clock to app;
create policy need_clock_read on need_clock for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_clock.organ_id and n.id = need_clock.need_id and (not n.sensitive or knows_need(n.id))));

create policy need_clock_make on need_clock for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_clock.organ_id and n.id = need_clock.need_id and (not n.sensitive or knows_need(n.id))));

create policy need_clock_drop on need_clock for delete to app
  using (organ_id = (select acting_organ()) and kept_on is null and exists (
    select from need n
    where n.organ_id = need_clock.organ_id and n.id = need_clock.need_id and (not n.sensitive or knows_need(n.id))));

create policy need_clock_change on need_clock for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_clock.organ_id and n.id = need_clock.need_id and (not n.sensitive or knows_need(n.id))));

grant select, insert, update (until, content, version) on need_pause to app;
create policy need_pause_read on need_pause for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_pause.organ_id and n.id = need_pause.need_id and (not n.sensitive or knows_need(n.id))));

create policy need_pause_make on need_pause for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_pause.organ_id and n.id = need_pause.need_id and (not n.sensitive or knows_need(n.id))));

create policy need_pause_change on need_pause for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_pause.organ_id and n.id = need_pause.need_id and (not n.sensitive or knows_need(n.id))));

grant select, insert, update (used_at) on need_link to app;
create policy need_link_read on need_link for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_link.organ_id and n.id = need_link.need_id and (not n.sensitive or knows_need(n.id))));

create policy need_link_make on need_link for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_link.organ_id and n.id = need_link.need_id and (not n.sensitive or knows_need(n.id))));

create policy need_link_change on need_link for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_link.organ_id and n.id = need_link.need_id and (not n.sensitive or knows_need(n.id))));

grant select, insert, update (content) on need_answer to app;
create policy need_answer_read on need_answer for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_answer.organ_id and n.id = need_answer.need_id and (not n.sensitive or knows_need(n.id))));

create policy need_answer_make on need_answer for insert to app
  with check (organ_id = (select acting_organ()) and (cardinality((select may('need.public'))) > 0 or exists (
    select from need n
    where n.organ_id = need_answer.organ_id and n.id = need_answer.need_id and (not n.sensitive or knows_need(n.id)))));

create policy need_answer_change on need_answer for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_answer.organ_id and n.id = need_answer.need_id and (not n.sensitive or knows_need(n.id))));

-- Changed only when an ordinary matter is laid apart: the same file under another key.
grant select, insert, update (content, cipher), delete on need_file to app;
create policy need_file_change on need_file for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_file.organ_id and n.id = need_file.need_id and (not n.sensitive or knows_need(n.id))));
create policy need_file_read on need_file for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_file.organ_id and n.id = need_file.need_id and (not n.sensitive or knows_need(n.id))));

create policy need_file_make on need_file for insert to app
  with check (organ_id = (select acting_organ()) and added_by is not distinct from (select acting_person()) and (
    cardinality((select may('need.public'))) > 0 or exists (
    select from need n
    where n.organ_id = need_file.organ_id and n.id = need_file.need_id and (not n.sensitive or knows_need(n.id)))));

create policy need_file_remove on need_file for delete to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = need_file.organ_id and n.id = need_file.need_id and (not n.sensitive or knows_need(n.id))));

grant execute on function need_unit(), cadres(date), need_numbers(integer, integer), knows_need(uuid), helps_need(uuid),
  may_let_in(uuid, uuid) to app;

create policy need_link_found_by_owner on need_link for select to owner using (true);
create policy need_link_used_by_owner on need_link for update to owner using (organ_id = (select acting_organ()));
grant execute on function answer_link_organ(bytea), answer_link_frame(bytea, date), use_answer_link(bytea, date), need_step_seals(uuid)
  to app;
