grant select, insert, update on meeting to app;
create policy meeting_read on meeting for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = meeting.organ_id and u.id = meeting.unit_id and u.path ^@ any ((select may('meeting.read'))::text[])));
create policy meeting_make on meeting for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = meeting.organ_id and u.id = meeting.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));
-- Noting is the secretary's: a row may only become, or stay, noted by the hand of one who may note.
create policy meeting_change on meeting for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = meeting.organ_id and u.id = meeting.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = meeting.organ_id and u.id = meeting.unit_id
      and u.path ^@ any ((select may('meeting.record'))::text[])
      and (meeting.stage <> 'noted' or u.path ^@ any ((select may('meeting.note'))::text[]))));

-- Parts may go while a meeting is planned. What is recorded stays: no other table here grants delete.
grant select, insert, update (topic, lecturer_id, lecturer_name), delete on meeting_part to app;
create policy meeting_part_read on meeting_part for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = meeting_part.organ_id and u.id = meeting_part.unit_id and u.path ^@ any ((select may('meeting.read'))::text[])));
create policy meeting_part_make on meeting_part for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = meeting_part.organ_id and u.id = meeting_part.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));
create policy meeting_part_change on meeting_part for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = meeting_part.organ_id and u.id = meeting_part.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = meeting_part.organ_id and u.id = meeting_part.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));
create policy meeting_part_remove on meeting_part for delete to app
  using (organ_id = (select acting_organ()) and exists (
    select from meeting m join unit u on u.organ_id = m.organ_id and u.id = m.unit_id
    where m.organ_id = meeting_part.organ_id and m.id = meeting_part.meeting_id and m.stage in ('planned', 'draft')
      and u.path ^@ any ((select may('meeting.record'))::text[])));

grant select, insert, update (points, differing) on agenda_item to app;
create policy agenda_item_read on agenda_item for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = agenda_item.organ_id and u.id = agenda_item.unit_id and u.path ^@ any ((select may('meeting.read'))::text[])));
create policy agenda_item_make on agenda_item for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = agenda_item.organ_id and u.id = agenda_item.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));
create policy agenda_item_amend on agenda_item for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = agenda_item.organ_id and u.id = agenda_item.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = agenda_item.organ_id and u.id = agenda_item.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));

grant select, insert, update (state, reason) on attendance to app;
create policy attendance_read on attendance for select to app
  using (organ_id = (select acting_organ()) and (person_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = attendance.organ_id and u.id = attendance.unit_id and u.path ^@ any ((select may('meeting.read'))::text[]))));
create policy attendance_make on attendance for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = attendance.organ_id and u.id = attendance.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));
create policy attendance_amend on attendance for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = attendance.organ_id and u.id = attendance.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = attendance.organ_id and u.id = attendance.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));

grant select, insert, update (text, present, approve, oppose, abstain, passed, judgments) on resolution to app;
create policy resolution_read on resolution for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = resolution.organ_id and u.id = resolution.unit_id and u.path ^@ any ((select may('meeting.read'))::text[])));
create policy resolution_make on resolution for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = resolution.organ_id and u.id = resolution.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));
create policy resolution_amend on resolution for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = resolution.organ_id and u.id = resolution.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = resolution.organ_id and u.id = resolution.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));

grant select, insert, update (due_on, done_on, done_note, version) on follow_up to app;
create policy follow_up_read on follow_up for select to app
  using (organ_id = (select acting_organ()) and (owner_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = follow_up.organ_id and u.id = follow_up.unit_id and u.path ^@ any ((select may('meeting.read'))::text[]))));
create policy follow_up_make on follow_up for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = follow_up.organ_id and u.id = follow_up.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));
-- Whoever took it on may say that it is done, whatever her post.
create policy follow_up_finish on follow_up for update to app
  using (organ_id = (select acting_organ()) and (owner_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = follow_up.organ_id and u.id = follow_up.unit_id and u.path ^@ any ((select may('task.finish'))::text[]))))
  with check (organ_id = (select acting_organ()) and (owner_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = follow_up.organ_id and u.id = follow_up.unit_id and u.path ^@ any ((select may('task.finish'))::text[]))));

grant select, insert on amendment to app;
create policy amendment_read on amendment for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = amendment.organ_id and u.id = amendment.unit_id and u.path ^@ any ((select may('meeting.read'))::text[])));
create policy amendment_make on amendment for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = amendment.organ_id and u.id = amendment.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));

-- The fixed day is for all who belong to the unit: they must be able to keep it free.
grant select, insert, update (month_day, week, weekday, fixed_parts, version) on theme_day_rule to app;
create policy theme_day_rule_read on theme_day_rule for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = theme_day_rule.organ_id and u.id = theme_day_rule.unit_id and u.path ^@ any ((select may('unit.read'))::text[])));
create policy theme_day_rule_make on theme_day_rule for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = theme_day_rule.organ_id and u.id = theme_day_rule.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));
create policy theme_day_rule_change on theme_day_rule for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = theme_day_rule.organ_id and u.id = theme_day_rule.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = theme_day_rule.organ_id and u.id = theme_day_rule.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));

-- Whoever prepares a part sees the month it belongs to, whatever her post.
grant select, insert, update (theme, form, preparer_id, preparer_name, version) on theme_month to app;
create policy theme_month_read on theme_month for select to app
  using (organ_id = (select acting_organ()) and (preparer_id = (select acting_person()) or exists (
    select from theme_part p
    where p.organ_id = theme_month.organ_id and p.month_id = theme_month.id and p.owner_id = (select acting_person())) or exists (
    select from unit u
    where u.organ_id = theme_month.organ_id and u.id = theme_month.unit_id and u.path ^@ any ((select may('meeting.read'))::text[]))));
create policy theme_month_make on theme_month for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = theme_month.organ_id and u.id = theme_month.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));
create policy theme_month_change on theme_month for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = theme_month.organ_id and u.id = theme_month.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = theme_month.organ_id and u.id = theme_month.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));

-- A plan is no record: its parts may go. Whoever prepares one may say that it is ready.
grant select, insert, update (ready_on, ready_note, version), delete on theme_part to app;
create policy theme_part_read on theme_part for select to app
  using (organ_id = (select acting_organ()) and (owner_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = theme_part.organ_id and u.id = theme_part.unit_id and u.path ^@ any ((select may('meeting.read'))::text[]))));
create policy theme_part_make on theme_part for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = theme_part.organ_id and u.id = theme_part.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));
create policy theme_part_ready on theme_part for update to app
  using (organ_id = (select acting_organ()) and (owner_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = theme_part.organ_id and u.id = theme_part.unit_id and u.path ^@ any ((select may('meeting.record'))::text[]))))
  with check (organ_id = (select acting_organ()) and (owner_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = theme_part.organ_id and u.id = theme_part.unit_id and u.path ^@ any ((select may('meeting.record'))::text[]))));
create policy theme_part_remove on theme_part for delete to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = theme_part.organ_id and u.id = theme_part.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));

-- Written once, with the record of the gathering that looked back.
grant select, insert on follow_up_return to app;
create policy follow_up_return_read on follow_up_return for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = follow_up_return.organ_id and u.id = follow_up_return.unit_id and u.path ^@ any ((select may('meeting.read'))::text[])));
create policy follow_up_return_make on follow_up_return for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = follow_up_return.organ_id and u.id = follow_up_return.unit_id and u.path ^@ any ((select may('meeting.record'))::text[])));
