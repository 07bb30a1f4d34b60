-- Plans, sessions and lectures are the unit's; hours, and what one took on, are each person's own to read.
grant select, insert, update on study_plan_item to app;
create policy study_plan_item_read on study_plan_item for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = study_plan_item.organ_id and u.id = study_plan_item.unit_id and u.path ^@ any ((select may('study.read'))::text[])));
create policy study_plan_item_make on study_plan_item for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = study_plan_item.organ_id and u.id = study_plan_item.unit_id and u.path ^@ any ((select may('study.record'))::text[])));
create policy study_plan_item_change on study_plan_item for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = study_plan_item.organ_id and u.id = study_plan_item.unit_id and u.path ^@ any ((select may('study.record'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = study_plan_item.organ_id and u.id = study_plan_item.unit_id and u.path ^@ any ((select may('study.record'))::text[])));

grant select, insert, update on study_session to app;
create policy study_session_read on study_session for select to app
  using (organ_id = (select acting_organ()) and (exists (
    select from study_attendee a
    where a.organ_id = study_session.organ_id and a.session_id = study_session.id and a.person_id = (select acting_person())) or exists (
    select from study_follow_up f
    where f.organ_id = study_session.organ_id and f.session_id = study_session.id and f.owner_id = (select acting_person())) or exists (
    select from unit u
    where u.organ_id = study_session.organ_id and u.id = study_session.unit_id and u.path ^@ any ((select may('study.read'))::text[]))));
create policy study_session_make on study_session for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = study_session.organ_id and u.id = study_session.unit_id and u.path ^@ any ((select may('study.record'))::text[])));
create policy study_session_change on study_session for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = study_session.organ_id and u.id = study_session.unit_id and u.path ^@ any ((select may('study.record'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = study_session.organ_id and u.id = study_session.unit_id and u.path ^@ any ((select may('study.record'))::text[])));

grant select, insert, delete on study_material to app;
create policy study_material_read on study_material for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = study_material.organ_id and u.id = study_material.unit_id and u.path ^@ any ((select may('study.read'))::text[])));
create policy study_material_make on study_material for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = study_material.organ_id and u.id = study_material.unit_id and u.path ^@ any ((select may('study.record'))::text[])));
create policy study_material_remove on study_material for delete to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = study_material.organ_id and u.id = study_material.unit_id and u.path ^@ any ((select may('study.record'))::text[])));

grant select, insert, delete on study_attendee to app;
create policy study_attendee_read on study_attendee for select to app
  using (organ_id = (select acting_organ()) and (person_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = study_attendee.organ_id and u.id = study_attendee.unit_id and u.path ^@ any ((select may('study.read'))::text[]))));
create policy study_attendee_make on study_attendee for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = study_attendee.organ_id and u.id = study_attendee.unit_id and u.path ^@ any ((select may('study.record'))::text[])));
create policy study_attendee_remove on study_attendee for delete to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = study_attendee.organ_id and u.id = study_attendee.unit_id and u.path ^@ any ((select may('study.record'))::text[])));

grant select, insert, delete on study_question to app;
create policy study_question_read on study_question for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = study_question.organ_id and u.id = study_question.unit_id and u.path ^@ any ((select may('study.read'))::text[])));
create policy study_question_make on study_question for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = study_question.organ_id and u.id = study_question.unit_id and u.path ^@ any ((select may('study.record'))::text[])));
create policy study_question_remove on study_question for delete to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = study_question.organ_id and u.id = study_question.unit_id and u.path ^@ any ((select may('study.record'))::text[])));

grant select, insert, update (done_on, done_note, version) on study_follow_up to app;
create policy study_follow_up_read on study_follow_up for select to app
  using (organ_id = (select acting_organ()) and (owner_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = study_follow_up.organ_id and u.id = study_follow_up.unit_id and u.path ^@ any ((select may('study.read'))::text[]))));
create policy study_follow_up_make on study_follow_up for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = study_follow_up.organ_id and u.id = study_follow_up.unit_id and u.path ^@ any ((select may('study.record'))::text[])));
create policy study_follow_up_change on study_follow_up for update to app
  using (organ_id = (select acting_organ()) and (owner_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = study_follow_up.organ_id and u.id = study_follow_up.unit_id and u.path ^@ any ((select may('study.record'))::text[]))))
  with check (organ_id = (select acting_organ()) and (owner_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = study_follow_up.organ_id and u.id = study_follow_up.unit_id and u.path ^@ any ((select may('study.record'))::text[]))));

grant select, insert, update on outreach_lecture to app;
create policy outreach_lecture_read on outreach_lecture for select to app
  using (organ_id = (select acting_organ()) and (exists (
    select from outreach_question q
    where q.organ_id = outreach_lecture.organ_id and q.lecture_id = outreach_lecture.id and q.owner_id = (select acting_person())) or exists (
    select from unit u
    where u.organ_id = outreach_lecture.organ_id and u.id = outreach_lecture.unit_id and u.path ^@ any ((select may('study.read'))::text[]))));
create policy outreach_lecture_make on outreach_lecture for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = outreach_lecture.organ_id and u.id = outreach_lecture.unit_id and u.path ^@ any ((select may('study.record'))::text[])));
create policy outreach_lecture_change on outreach_lecture for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = outreach_lecture.organ_id and u.id = outreach_lecture.unit_id and u.path ^@ any ((select may('study.record'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = outreach_lecture.organ_id and u.id = outreach_lecture.unit_id and u.path ^@ any ((select may('study.record'))::text[])));

-- Whoever is to find the answer reads the question and gives the answer, whatever her post.
grant select, insert, update (answer, answered_on, told_back_on, version) on outreach_question to app;
create policy outreach_question_read on outreach_question for select to app
  using (organ_id = (select acting_organ()) and (owner_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = outreach_question.organ_id and u.id = outreach_question.unit_id and u.path ^@ any ((select may('study.read'))::text[]))));
create policy outreach_question_make on outreach_question for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = outreach_question.organ_id and u.id = outreach_question.unit_id and u.path ^@ any ((select may('study.record'))::text[])));
create policy outreach_question_change on outreach_question for update to app
  using (organ_id = (select acting_organ()) and (owner_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = outreach_question.organ_id and u.id = outreach_question.unit_id and u.path ^@ any ((select may('study.record'))::text[]))))
  with check (organ_id = (select acting_organ()) and (owner_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = outreach_question.organ_id and u.id = outreach_question.unit_id and u.path ^@ any ((select may('study.record'))::text[]))));
