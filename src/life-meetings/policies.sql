-- That there is a round, its topic and its day, every member of the branch may know; who belongs below the unit belongs to it.
grant select, insert, update (form, topic, meet_on, studies, box_opened_on, groups_done_on, report_sent_on, report_sent_to, version)
  on life_round to app;
create policy life_round_read on life_round for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = life_round.organ_id and u.id = life_round.unit_id
      and (u.path ^@ any ((select may('life.read'))::text[])
        or exists (select from unnest((select may('unit.read'))::text[]) own (path) where own.path ^@ u.path))));
create policy life_round_make on life_round for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = life_round.organ_id and u.id = life_round.unit_id and u.path ^@ any ((select may('life.lead'))::text[])));
create policy life_round_change on life_round for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = life_round.organ_id and u.id = life_round.unit_id and u.path ^@ any ((select may('life.lead'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = life_round.organ_id and u.id = life_round.unit_id and u.path ^@ any ((select may('life.lead'))::text[])));

-- The box: whoever belongs to the branch puts something in, so she reads and rewrites the sealed value; only the server can open
-- it, and does so for a leader of the round alone.
grant select, insert, update (content) on life_box to app;
create policy life_box_read on life_box for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = life_box.organ_id and u.id = life_box.unit_id
      and (u.path ^@ any ((select may('life.lead'))::text[])
        or exists (select from unnest((select may('unit.read'))::text[]) own (path) where own.path ^@ u.path))));
create policy life_box_make on life_box for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = life_box.organ_id and u.id = life_box.unit_id and u.path ^@ any ((select may('life.lead'))::text[])));
create policy life_box_fill on life_box for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = life_box.organ_id and u.id = life_box.unit_id
      and (u.path ^@ any ((select may('life.lead'))::text[])
        or exists (select from unnest((select may('unit.read'))::text[]) own (path) where own.path ^@ u.path))))
  with check (organ_id = (select acting_organ()));

-- Of the branch and the committee: whoever reads the round. Of a person: its leaders, and that person once it was passed on.
grant select, insert, update (about_id, passed_on, version), delete on life_opinion to app;
create policy life_opinion_read on life_opinion for select to app
  using (organ_id = (select acting_organ()) and (
    (about_id = (select acting_person()) and passed_on is not null)
    or exists (
      select from unit u
      where u.organ_id = life_opinion.organ_id and u.id = life_opinion.unit_id
        and (u.path ^@ any ((select may('life.lead'))::text[])
          or (life_opinion.about <> 'person' and u.path ^@ any ((select may('life.read'))::text[]))))));
create policy life_opinion_make on life_opinion for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = life_opinion.organ_id and u.id = life_opinion.unit_id and u.path ^@ any ((select may('life.lead'))::text[])));
create policy life_opinion_change on life_opinion for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = life_opinion.organ_id and u.id = life_opinion.unit_id and u.path ^@ any ((select may('life.lead'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = life_opinion.organ_id and u.id = life_opinion.unit_id and u.path ^@ any ((select may('life.lead'))::text[])));
create policy life_opinion_remove on life_opinion for delete to app
  using (organ_id = (select acting_organ()) and passed_on is null and exists (
    select from unit u
    where u.organ_id = life_opinion.organ_id and u.id = life_opinion.unit_id and u.path ^@ any ((select may('life.lead'))::text[])));

grant select, insert, update (content, final_on, version) on life_check to app;
create policy life_check_read on life_check for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = life_check.organ_id and u.id = life_check.unit_id and u.path ^@ any ((select may('life.read'))::text[])));
create policy life_check_make on life_check for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = life_check.organ_id and u.id = life_check.unit_id and u.path ^@ any ((select may('life.lead'))::text[])));
create policy life_check_change on life_check for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = life_check.organ_id and u.id = life_check.unit_id and u.path ^@ any ((select may('life.lead'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = life_check.organ_id and u.id = life_check.unit_id and u.path ^@ any ((select may('life.lead'))::text[])));

-- One's own is one's own until it is handed in; a leader of the round sees what was, and marks what came on paper.
grant select, insert, update (content, handed_in_on, version), delete on life_notes to app;
create policy life_notes_read on life_notes for select to app
  using (organ_id = (select acting_organ()) and (
    person_id = (select acting_person())
    or (handed_in_on is not null and exists (
      select from unit u
      where u.organ_id = life_notes.organ_id and u.id = life_notes.unit_id and u.path ^@ any ((select may('life.lead'))::text[])))));
create policy life_notes_make on life_notes for insert to app
  with check (organ_id = (select acting_organ()) and case
    when on_paper then exists (
      select from unit u
      where u.organ_id = life_notes.organ_id and u.id = life_notes.unit_id and u.path ^@ any ((select may('life.lead'))::text[]))
    else person_id = (select acting_person()) end);
create policy life_notes_change on life_notes for update to app
  using (organ_id = (select acting_organ()) and person_id = (select acting_person()) and not on_paper)
  with check (organ_id = (select acting_organ()) and person_id = (select acting_person()) and not on_paper);
create policy life_notes_remove on life_notes for delete to app
  using (organ_id = (select acting_organ()) and on_paper and exists (
    select from unit u
    where u.organ_id = life_notes.organ_id and u.id = life_notes.unit_id and u.path ^@ any ((select may('life.lead'))::text[])));

-- Noted by whoever keeps the record of that gathering; read by the two concerned, by her who noted it and by the round's leaders.
grant select, insert, delete on life_remark to app;
create policy life_remark_read on life_remark for select to app
  using (organ_id = (select acting_organ()) and (
    (select acting_person()) in (giver_id, receiver_id, made_by)
    or exists (
      select from unit u
      where u.organ_id = life_remark.organ_id and u.id = life_remark.unit_id and u.path ^@ any ((select may('life.lead'))::text[]))));
create policy life_remark_make on life_remark for insert to app
  with check (organ_id = (select acting_organ()) and made_by = (select acting_person()) and exists (
    select from unit u
    where u.organ_id = life_remark.organ_id and u.id = life_remark.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));
create policy life_remark_remove on life_remark for delete to app
  using (organ_id = (select acting_organ()) and (made_by = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = life_remark.organ_id and u.id = life_remark.unit_id and u.path ^@ any ((select may('life.lead'))::text[]))));

-- Of the branch and the committee: whoever reads the round. A person's own: she and the round's leaders.
grant select, insert, update (carried_into, problem, measure, owner_id, owner_name, due_on, done_text, meeting_id, closed_on,
  reopened_on, reopen_reason, version) on life_problem to app;
create policy life_problem_read on life_problem for select to app
  using (organ_id = (select acting_organ()) and (
    owner_id = (select acting_person())
    or exists (
      select from unit u
      where u.organ_id = life_problem.organ_id and u.id = life_problem.unit_id
        and (u.path ^@ any ((select may('life.lead'))::text[])
          or (life_problem.about <> 'person' and u.path ^@ any ((select may('life.read'))::text[]))))));
create policy life_problem_make on life_problem for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = life_problem.organ_id and u.id = life_problem.unit_id and u.path ^@ any ((select may('life.lead'))::text[])));
-- Whoever took a measure on says what was done, whatever her post; that she closes nothing herself, the route sees to.
create policy life_problem_change on life_problem for update to app
  using (organ_id = (select acting_organ()) and (owner_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = life_problem.organ_id and u.id = life_problem.unit_id and u.path ^@ any ((select may('life.lead'))::text[]))))
  with check (organ_id = (select acting_organ()) and (owner_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = life_problem.organ_id and u.id = life_problem.unit_id and u.path ^@ any ((select may('life.lead'))::text[]))));
