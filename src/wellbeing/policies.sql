-- Counts leave the database by two functions that choose their own tables; nobody sees a need by them.
create policy need_answer_counted_by_owner on need_answer for select to owner using (organ_id = (select acting_organ()));
grant execute on function need_counts(integer, date), told_answers(integer, date), survey_behind(bytea) to app;

-- What was made of a count is read by those who see the counts, and by whoever is to do it.
grant select, insert, update (title, proposal, owner_id, owner_name, due_on, raised_to, raised_on, answer, answered_on, dropped_because,
  version) on pattern_item to app;
create policy pattern_item_read on pattern_item for select to app
  using (organ_id = (select acting_organ()) and (owner_id = (select acting_person()) or cardinality((select may('need.count'))) > 0));
create policy pattern_item_make on pattern_item for insert to app
  with check (organ_id = (select acting_organ()) and made_by = (select acting_person()) and cardinality((select may('wellbeing.lead'))) > 0);
create policy pattern_item_change on pattern_item for update to app
  using (organ_id = (select acting_organ()) and (owner_id = (select acting_person()) or cardinality((select may('wellbeing.lead'))) > 0));

grant select, insert, update (closed_on, by_slip, by_sheet, content, version) on survey_round to app;
create policy survey_round_read on survey_round for select to app
  using (organ_id = (select acting_organ()) and cardinality((select may('wellbeing.read'))) > 0);
create policy survey_round_make on survey_round for insert to app
  with check (organ_id = (select acting_organ()) and opened_by = (select acting_person()) and cardinality((select may('wellbeing.lead'))) > 0);
create policy survey_round_change on survey_round for update to app
  using (organ_id = (select acting_organ()) and cardinality((select may('wellbeing.lead'))) > 0);
create policy survey_round_found_by_owner on survey_round for select to owner using (true);

grant select, insert on survey_figure to app;
create policy survey_figure_read on survey_figure for select to app
  using (organ_id = (select acting_organ()) and cardinality((select may('wellbeing.read'))) > 0);
create policy survey_figure_make on survey_figure for insert to app
  with check (organ_id = (select acting_organ()) and cardinality((select may('wellbeing.lead'))) > 0);

-- The server takes `survey.answer` on for the page without sign-in, and for nobody else.
grant select, insert, update (used), delete on survey_slip to app;
create policy survey_slip_read on survey_slip for select to app
  using (organ_id = (select acting_organ())
    and (cardinality((select may('wellbeing.lead'))) > 0 or cardinality((select may('survey.answer'))) > 0));
create policy survey_slip_make on survey_slip for insert to app
  with check (organ_id = (select acting_organ()) and cardinality((select may('wellbeing.lead'))) > 0);
create policy survey_slip_use on survey_slip for update to app
  using (organ_id = (select acting_organ()) and cardinality((select may('survey.answer'))) > 0);
create policy survey_slip_destroy on survey_slip for delete to app
  using (organ_id = (select acting_organ()) and cardinality((select may('wellbeing.lead'))) > 0);
create policy survey_slip_found_by_owner on survey_slip for select to owner using (true);

grant select, insert, update (content), delete on survey_urn to app;
create policy survey_urn_read on survey_urn for select to app
  using (organ_id = (select acting_organ())
    and (cardinality((select may('wellbeing.lead'))) > 0 or cardinality((select may('survey.answer'))) > 0));
create policy survey_urn_make on survey_urn for insert to app
  with check (organ_id = (select acting_organ()) and cardinality((select may('wellbeing.lead'))) > 0);
-- Whoever closes the round holds it while she counts.
create policy survey_urn_change on survey_urn for update to app
  using (organ_id = (select acting_organ())
    and (cardinality((select may('wellbeing.lead'))) > 0 or cardinality((select may('survey.answer'))) > 0));
create policy survey_urn_destroy on survey_urn for delete to app
  using (organ_id = (select acting_organ()) and cardinality((select may('wellbeing.lead'))) > 0);
