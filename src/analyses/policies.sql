-- What is asked is no secret; what is answered is. Lists are only added to.
grant select, insert on outline to app;
create policy outline_read on outline for select to app using (organ_id = (select acting_organ()));
create policy outline_make on outline for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = outline.organ_id and u.id = outline.unit_id and u.path ^@ any ((select may('analysis.lead'))::text[])));

-- Hers alone, whatever anyone's post.
grant select, insert, update (content), delete on analysis_draft, self_check to app;
create policy analysis_draft_own on analysis_draft for all to app
  using (organ_id = (select acting_organ()) and person_id = (select acting_person()))
  with check (organ_id = (select acting_organ()) and person_id = (select acting_person()));
create policy self_check_own on self_check for all to app
  using (organ_id = (select acting_organ()) and person_id = (select acting_person()))
  with check (organ_id = (select acting_organ()) and person_id = (select acting_person()));

-- A person hands in her own; an officer only enters what came on paper, in a row that has no text.
grant select, insert, delete on analysis to app;
create policy analysis_read on analysis for select to app
  using (organ_id = (select acting_organ()) and (person_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = analysis.organ_id and u.id = analysis.unit_id and u.path ^@ any ((select may('analysis.see'))::text[]))));
create policy analysis_hand_in on analysis for insert to app
  with check (organ_id = (select acting_organ()) and way <> 'paper' and person_id = (select acting_person()) and exists (
    select from membership m
    where m.organ_id = analysis.organ_id and m.person_id = analysis.person_id and analysis.unit_id in (m.unit_id, m.group_id)));
create policy analysis_enter on analysis for insert to app
  with check (organ_id = (select acting_organ()) and way = 'paper' and exists (
    select from unit u
    where u.organ_id = analysis.organ_id and u.id = analysis.unit_id and u.path ^@ any ((select may('analysis.see'))::text[])));
create policy analysis_take_back on analysis for delete to app
  using (organ_id = (select acting_organ()) and way <> 'paper' and person_id = (select acting_person()));
create policy analysis_undo on analysis for delete to app
  using (organ_id = (select acting_organ()) and way = 'paper' and exists (
    select from unit u
    where u.organ_id = analysis.organ_id and u.id = analysis.unit_id and u.path ^@ any ((select may('analysis.see'))::text[])));

-- Whoever sees the analysis sees what was answered to it; each answers for the unit in which she may see.
grant select, insert, update (content, given_on, by_person, by_name, version) on analysis_opinion to app;
create policy analysis_opinion_read on analysis_opinion for select to app
  using (organ_id = (select acting_organ()) and (person_id = (select acting_person()) or exists (
    select from analysis a join unit u on u.organ_id = a.organ_id and u.id = a.unit_id
    where a.organ_id = analysis_opinion.organ_id and a.id = analysis_opinion.analysis_id
      and u.path ^@ any ((select may('analysis.see'))::text[]))));
create policy analysis_opinion_give on analysis_opinion for insert to app
  with check (organ_id = (select acting_organ()) and person_id <> (select acting_person()) and exists (
    select from unit u
    where u.organ_id = analysis_opinion.organ_id and u.id = analysis_opinion.unit_id
      and u.path ^@ any ((select may('analysis.see'))::text[])));
create policy analysis_opinion_change on analysis_opinion for update to app
  using (organ_id = (select acting_organ()) and person_id <> (select acting_person()) and exists (
    select from unit u
    where u.organ_id = analysis_opinion.organ_id and u.id = analysis_opinion.unit_id
      and u.path ^@ any ((select may('analysis.see'))::text[])))
  with check (organ_id = (select acting_organ()) and person_id <> (select acting_person()) and exists (
    select from unit u
    where u.organ_id = analysis_opinion.organ_id and u.id = analysis_opinion.unit_id
      and u.path ^@ any ((select may('analysis.see'))::text[])));

-- What she hands in or says is done proves her own duty, and taking it back takes the proof back.
create policy evidence_of_own_analysis on evidence for insert to app
  with check (organ_id = (select acting_organ()) and kind = 'analysis' and source_kind = 'analysis'
    and person_id = (select acting_person()) and exists (
      select from analysis a
      where a.organ_id = evidence.organ_id and a.id = evidence.source_id and a.person_id = evidence.person_id));
create policy evidence_of_own_analysis_back on evidence for delete to app
  using (organ_id = (select acting_organ()) and kind = 'analysis' and source_kind = 'analysis' and person_id = (select acting_person()));
