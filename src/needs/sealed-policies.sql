-- The compartment: its rows are there for those let in by name, and whatever they hold is encrypted besides.
grant select, insert, update (cipher, content, sealed_on, keep_until, version), delete on sealed_case to app;
-- Once it is put away, its key is there only for who leads the desk and knows it.
create policy sealed_case_read on sealed_case for select to app
  using (organ_id = (select acting_organ()) and (sealed_on is null or leads_need(need_id)) and exists (
    select from need n
    where n.organ_id = sealed_case.organ_id and n.id = sealed_case.need_id and (not n.sensitive or knows_need(n.id))));

create policy sealed_case_make on sealed_case for insert to app
  with check (organ_id = (select acting_organ()) and (cardinality((select may('need.public'))) > 0 or exists (
    select from need n
    where n.organ_id = sealed_case.organ_id and n.id = sealed_case.need_id and (not n.sensitive or knows_need(n.id)))));

create policy sealed_case_change on sealed_case for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = sealed_case.organ_id and n.id = sealed_case.need_id and (not n.sensitive or knows_need(n.id))));

create policy sealed_case_remove on sealed_case for delete to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = sealed_case.organ_id and n.id = sealed_case.need_id and (not n.sensitive or knows_need(n.id))));

grant select, insert, update (content), delete on sealed_text to app;
create policy sealed_text_read on sealed_text for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = sealed_text.organ_id and n.id = sealed_text.need_id and (not n.sensitive or knows_need(n.id))));

create policy sealed_text_make on sealed_text for insert to app
  with check (organ_id = (select acting_organ()) and (cardinality((select may('need.public'))) > 0 or exists (
    select from need n
    where n.organ_id = sealed_text.organ_id and n.id = sealed_text.need_id and (not n.sensitive or knows_need(n.id)))));

create policy sealed_text_change on sealed_text for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = sealed_text.organ_id and n.id = sealed_text.need_id and (not n.sensitive or knows_need(n.id))));

create policy sealed_text_remove on sealed_text for delete to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = sealed_text.organ_id and n.id = sealed_text.need_id and (not n.sensitive or knows_need(n.id))));

grant select, insert, update (due_on, content, version), delete on sealed_measure to app;
create policy sealed_measure_read on sealed_measure for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = sealed_measure.organ_id and n.id = sealed_measure.need_id and (not n.sensitive or knows_need(n.id))));

create policy sealed_measure_make on sealed_measure for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = sealed_measure.organ_id and n.id = sealed_measure.need_id and (not n.sensitive or knows_need(n.id))));

create policy sealed_measure_change on sealed_measure for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = sealed_measure.organ_id and n.id = sealed_measure.need_id and (not n.sensitive or knows_need(n.id))));

create policy sealed_measure_remove on sealed_measure for delete to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n
    where n.organ_id = sealed_measure.organ_id and n.id = sealed_measure.need_id and (not n.sensitive or knows_need(n.id))));

-- Who brings a sensitive matter knows it; further people are let in by those who know it or who lead the desk.
grant select, insert, update (until) on sealed_knower to app;
create policy sealed_knower_read on sealed_knower for select to app
  using (organ_id = (select acting_organ()) and (person_id = (select acting_person()) or knows_need(need_id) or exists (
    select from need n where n.organ_id = sealed_knower.organ_id and n.id = sealed_knower.need_id
      and n.unit_id in (select u.id from unit u where u.organ_id = (select acting_organ()) and u.path ^@ any ((select may('need.read'))::text[])))));
create policy sealed_knower_make on sealed_knower for insert to app
  with check (organ_id = (select acting_organ()) and let_by is not distinct from (select acting_person()) and may_let_in(need_id, person_id));
create policy sealed_knower_change on sealed_knower for update to app
  using (organ_id = (select acting_organ()) and may_let_in(need_id, person_id));
create policy sealed_knower_found_by_owner on sealed_knower for select to owner using (organ_id = (select acting_organ()));

grant select, insert on sealed_opening to app;
create policy sealed_opening_read on sealed_opening for select to app
  using (organ_id = (select acting_organ()) and (reader_id = (select acting_person()) or knows_need(need_id) or leads_need(need_id)));
create policy sealed_opening_make on sealed_opening for insert to app
  with check (organ_id = (select acting_organ()) and reader_id = (select acting_person()) and exists (
    select from need n where n.organ_id = sealed_opening.organ_id and n.id = sealed_opening.need_id));

-- Keys are wrapped anew by the owner, for every organ of the database; what they open stays closed to it.
create policy sealed_case_found_by_owner on sealed_case for select to owner using (true);
create policy sealed_case_wrapped_anew_by_owner on sealed_case for update to owner using (true);

-- Laying apart happens in one function, as the owner, within the organ that acts.
create policy need_laid_apart_by_owner on need for update to owner using (organ_id = (select acting_organ()));
create policy need_step_found_by_owner on need_step for select to owner using (organ_id = (select acting_organ()));
create policy need_step_laid_apart_by_owner on need_step for update to owner using (organ_id = (select acting_organ())) with check (content is null);
create policy need_referral_found_by_owner on need_referral for select to owner using (organ_id = (select acting_organ()));
create policy need_referral_laid_apart_by_owner on need_referral for update to owner
  using (organ_id = (select acting_organ())) with check (content is null);
create policy need_pause_found_by_owner on need_pause for select to owner using (organ_id = (select acting_organ()));
create policy need_pause_laid_apart_by_owner on need_pause for update to owner
  using (organ_id = (select acting_organ())) with check (content is null);
create policy need_answer_found_by_owner on need_answer for select to owner using (organ_id = (select acting_organ()));
create policy need_answer_laid_apart_by_owner on need_answer for update to owner
  using (organ_id = (select acting_organ())) with check (content is null);

-- What was destroyed is read by whoever sees the frame, and entered by who leads the desk.
grant select, insert on sealed_destruction to app;
create policy sealed_destruction_read on sealed_destruction for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n where n.organ_id = sealed_destruction.organ_id and n.id = sealed_destruction.need_id));
create policy sealed_destruction_make on sealed_destruction for insert to app
  with check (organ_id = (select acting_organ()) and by_person = (select acting_person()) and leads_need(need_id));
grant execute on function leads_need(uuid), lay_need_apart(uuid) to app;
