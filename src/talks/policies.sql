-- That two talked is theirs and the committee's to know; group leaders, superiors and operators see nothing of it.
grant select, insert, update (kind, stage, planned_by, held_on, recorded_on, place, recorded_by, withdrawn_because, version) on talk to app;
create policy talk_read on talk for select to app
  using (organ_id = (select acting_organ()) and (
    (select acting_person()) in (talker_id, partner_id)
    or exists (
      select from unit u
      where u.organ_id = talk.organ_id and u.id = talk.unit_id and u.path ^@ any ((select may('talk.read'))::text[]))));
create policy talk_make on talk for insert to app
  with check (organ_id = (select acting_organ()) and (
    ((select acting_person()) in (talker_id, partner_id) and exists (
      select from membership m
      where m.organ_id = talk.organ_id and m.person_id = (select acting_person()) and m.unit_id = talk.unit_id))
    or exists (
      select from unit u
      where u.organ_id = talk.organ_id and u.id = talk.unit_id and u.path ^@ any ((select may('talk.arrange'))::text[]))));
create policy talk_change on talk for update to app
  using (organ_id = (select acting_organ()) and (
    (select acting_person()) in (talker_id, partner_id)
    or exists (
      select from unit u
      where u.organ_id = talk.organ_id and u.id = talk.unit_id and u.path ^@ any ((select may('talk.arrange'))::text[]))));

-- What was said is the two's, whatever posts anyone holds.
grant select, insert, update (content, written_by, written_on, version) on talk_note to app;
create policy talk_note_of_the_two on talk_note for all to app
  using (organ_id = (select acting_organ()) and exists (
    select from talk t
    where t.organ_id = talk_note.organ_id and t.id = talk_note.talk_id
      and (select acting_person()) in (t.talker_id, t.partner_id)))
  with check (organ_id = (select acting_organ()) and written_by = (select acting_person()) and exists (
    select from talk t
    where t.organ_id = talk_note.organ_id and t.id = talk_note.talk_id and t.stage = 'held'
      and (select acting_person()) in (t.talker_id, t.partner_id)));

-- An opinion is the two's until its speaker agreed to a wording; then the committee reads it and answers.
grant select, insert, update (wording, agreed_on, agreed_by, outcome, answer, answered_on, version), delete on talk_opinion to app;
create policy talk_opinion_read on talk_opinion for select to app
  using (organ_id = (select acting_organ()) and (
    exists (
      select from talk t
      where t.organ_id = talk_opinion.organ_id and t.id = talk_opinion.talk_id
        and (select acting_person()) in (t.talker_id, t.partner_id))
    or (agreed_on is not null and exists (
      select from unit u
      where u.organ_id = talk_opinion.organ_id and u.id = talk_opinion.unit_id
        and u.path ^@ any ((select may('talk.read'))::text[])))));
create policy talk_opinion_make on talk_opinion for insert to app
  with check (organ_id = (select acting_organ()) and drafted_by = (select acting_person()) and exists (
    select from talk t
    where t.organ_id = talk_opinion.organ_id and t.id = talk_opinion.talk_id and t.stage = 'held'
      and (select acting_person()) in (t.talker_id, t.partner_id) and talk_opinion.speaker_id in (t.talker_id, t.partner_id)));
create policy talk_opinion_change on talk_opinion for update to app
  using (organ_id = (select acting_organ()) and (
    (agreed_on is null and exists (
      select from talk t
      where t.organ_id = talk_opinion.organ_id and t.id = talk_opinion.talk_id
        and (select acting_person()) in (t.talker_id, t.partner_id)))
    or (agreed_on is not null and exists (
      select from unit u
      where u.organ_id = talk_opinion.organ_id and u.id = talk_opinion.unit_id
        and u.path ^@ any ((select may('talk.read'))::text[])))))
  with check (organ_id = (select acting_organ()));
create policy talk_opinion_drop on talk_opinion for delete to app
  using (organ_id = (select acting_organ()) and agreed_on is null
    and (select acting_person()) in (drafted_by, speaker_id) and exists (
    select from talk t
    where t.organ_id = talk_opinion.organ_id and t.id = talk_opinion.talk_id
      and (select acting_person()) in (t.talker_id, t.partner_id)));

grant select, insert, update (withdrawn_on, version) on talk_matter to app;
create policy talk_matter_read on talk_matter for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = talk_matter.organ_id and u.id = talk_matter.unit_id and u.path ^@ any ((select may('talk.arrange'))::text[])));
create policy talk_matter_make on talk_matter for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = talk_matter.organ_id and u.id = talk_matter.unit_id and u.path ^@ any ((select may('talk.arrange'))::text[])));
create policy talk_matter_withdraw on talk_matter for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = talk_matter.organ_id and u.id = talk_matter.unit_id and u.path ^@ any ((select may('talk.arrange'))::text[])))
  with check (organ_id = (select acting_organ()));

-- What a talk proves is written, and taken back, by the two as well as by who arranges talks.
create policy evidence_of_own_talk on evidence for all to app
  using (organ_id = (select acting_organ()) and source_kind = 'talk' and source_id = any (array(
    select t.id from talk t
    where t.organ_id = (select acting_organ()) and (select acting_person()) in (t.talker_id, t.partner_id))))
  with check (organ_id = (select acting_organ()) and source_kind = 'talk' and source_id = any (array(
    select t.id from talk t
    where t.organ_id = (select acting_organ()) and (select acting_person()) in (t.talker_id, t.partner_id))));

-- Some functions run as the owner, whom forced row security binds as well: the names of a branch to its own people, whether
-- a talk has a text, the end of the text with its talk, and whether a circumstance was seen to.
create policy talk_is_found_by_owner on talk for select to owner using (true);
create policy person_is_named_in_circle on person for select to owner using (true);
create policy membership_is_read_in_circle on membership for select to owner using (true);
create policy post_is_read_in_circle on post for select to owner using (true);
create policy talk_note_ends_with_talk on talk_note for delete to owner using (true);
create policy talk_note_is_found_by_owner on talk_note for select to owner using (true);
create policy talk_opinion_ends_with_talk on talk_opinion for delete to owner using (true);
create policy talk_opinion_is_found_by_owner on talk_opinion for select to owner using (true);
create policy talk_matter_is_found_by_owner on talk_matter for select to owner using (true);
create policy talk_matter_is_settled_by_owner on talk_matter for update to owner using (true);
grant execute on function talk_circle(uuid, date), talk_has_note(uuid), talk_matters_of(uuid),
  secretary_talked(uuid, uuid, date), settle_talk_matters(uuid[], boolean) to app;
