-- Which rounds one takes part in, and who began to write of herself, is looked up by the owner of the lists.
create policy appraisal_seat_found_by_owner on appraisal_seat for select to owner using (true);
create policy appraisal_poll_found_by_owner on appraisal_poll for select to owner using (true);
create policy appraisal_self_found_by_owner on appraisal_self for select to owner using (true);
grant execute on function my_appraisals(), my_open_polls(), self_appraised(uuid) to app;

-- Whoever takes part knows of the round; a group's leader keeps part of it.
grant select, insert, update (roster_on, meeting_id, report_meeting_id, studied_on, study_note, decided_by, decided_on, considered, superior_opinion, superior_on, closed_on, late_reason, version) on appraisal to app;
create policy appraisal_read on appraisal for select to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal.organ_id and u.id = appraisal.unit_id and u.path ^@ any ((select may('appraisal.read'))::text[])) or id = any ((select my_appraisals())::uuid[])));
create policy appraisal_make on appraisal for insert to app
  with check (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal.organ_id and u.id = appraisal.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))));
create policy appraisal_change on appraisal for update to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal.organ_id and u.id = appraisal.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))))
  with check (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal.organ_id and u.id = appraisal.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))));

-- The names on the poll sheet are known to those who take part; why someone gets no grade is not.
grant select, insert, update (role, may_vote, because, group_id, group_name, status, paper_on, version), delete on appraisal_seat to app;
create policy appraisal_seat_read on appraisal_seat for select to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_seat.organ_id and u.id = appraisal_seat.unit_id and u.path ^@ any ((select may('appraisal.read'))::text[])) or person_id = (select acting_person()) or (role = 'graded' and appraisal_id = any ((select my_appraisals())::uuid[]))));
create policy appraisal_seat_make on appraisal_seat for insert to app
  with check (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_seat.organ_id and u.id = appraisal_seat.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))));
create policy appraisal_seat_change on appraisal_seat for update to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_seat.organ_id and u.id = appraisal_seat.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))))
  with check (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_seat.organ_id and u.id = appraisal_seat.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))));
create policy appraisal_seat_remove on appraisal_seat for delete to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_seat.organ_id and u.id = appraisal_seat.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))));

-- What she has not handed in is nobody else's; once the round is closed it stands as it is.
grant select, insert, update (content, handed_in_on) on appraisal_self to app;
create policy appraisal_self_read on appraisal_self for select to app
  using (organ_id = (select acting_organ()) and (person_id = (select acting_person()) or (handed_in_on is not null and exists (
    select from unit u
    where u.organ_id = appraisal_self.organ_id and u.id = appraisal_self.unit_id and u.path ^@ any ((select may('appraisal.read'))::text[])))));
create policy appraisal_self_make on appraisal_self for insert to app
  with check (organ_id = (select acting_organ()) and person_id = (select acting_person())
    and appraisal_id = any ((select my_appraisals())::uuid[]) and exists (
    select from appraisal a where a.organ_id = appraisal_self.organ_id and a.id = appraisal_self.appraisal_id and a.closed_on is null));
create policy appraisal_self_change on appraisal_self for update to app
  using (organ_id = (select acting_organ()) and person_id = (select acting_person())
    and appraisal_id = any ((select my_appraisals())::uuid[]) and exists (
    select from appraisal a where a.organ_id = appraisal_self.organ_id and a.id = appraisal_self.appraisal_id and a.closed_on is null));

grant select, insert, update (held_on, host_id, host_name, note, version), delete on appraisal_mutual to app;
create policy appraisal_mutual_read on appraisal_mutual for select to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_mutual.organ_id and u.id = appraisal_mutual.unit_id and u.path ^@ any ((select may('appraisal.mutual'))::text[]))));
create policy appraisal_mutual_make on appraisal_mutual for insert to app
  with check (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_mutual.organ_id and u.id = appraisal_mutual.unit_id and u.path ^@ any ((select may('appraisal.mutual'))::text[]))));
create policy appraisal_mutual_change on appraisal_mutual for update to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_mutual.organ_id and u.id = appraisal_mutual.unit_id and u.path ^@ any ((select may('appraisal.mutual'))::text[]))))
  with check (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_mutual.organ_id and u.id = appraisal_mutual.unit_id and u.path ^@ any ((select may('appraisal.mutual'))::text[]))));
create policy appraisal_mutual_remove on appraisal_mutual for delete to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_mutual.organ_id and u.id = appraisal_mutual.unit_id and u.path ^@ any ((select may('appraisal.mutual'))::text[]))));

-- A remark on a person is read by the committee and the group that made it; by her when the round is closed.
grant select, insert, update (remark), delete on appraisal_remark to app;
create policy appraisal_remark_read on appraisal_remark for select to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_remark.organ_id and u.id = appraisal_remark.unit_id and u.path ^@ any ((select may('appraisal.mutual'))::text[])) or (person_id = (select acting_person()) and exists (
    select from appraisal a where a.organ_id = appraisal_remark.organ_id and a.id = appraisal_remark.appraisal_id and a.closed_on is not null))));
create policy appraisal_remark_make on appraisal_remark for insert to app
  with check (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_remark.organ_id and u.id = appraisal_remark.unit_id and u.path ^@ any ((select may('appraisal.mutual'))::text[]))));
create policy appraisal_remark_change on appraisal_remark for update to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_remark.organ_id and u.id = appraisal_remark.unit_id and u.path ^@ any ((select may('appraisal.mutual'))::text[]))))
  with check (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_remark.organ_id and u.id = appraisal_remark.unit_id and u.path ^@ any ((select may('appraisal.mutual'))::text[]))));
create policy appraisal_remark_remove on appraisal_remark for delete to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_remark.organ_id and u.id = appraisal_remark.unit_id and u.path ^@ any ((select may('appraisal.mutual'))::text[]))));

grant select, insert, update (form, state, polled_on, issued, returned, valid, detail, excellent, qualified, basically_qualified, unqualified, abstained, version), delete on appraisal_poll to app;
create policy appraisal_poll_read on appraisal_poll for select to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_poll.organ_id and u.id = appraisal_poll.unit_id and u.path ^@ any ((select may('appraisal.read'))::text[])) or appraisal_id = any ((select my_appraisals())::uuid[])));
create policy appraisal_poll_make on appraisal_poll for insert to app
  with check (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_poll.organ_id and u.id = appraisal_poll.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))));
create policy appraisal_poll_change on appraisal_poll for update to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_poll.organ_id and u.id = appraisal_poll.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))))
  with check (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_poll.organ_id and u.id = appraisal_poll.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))));
create policy appraisal_poll_remove on appraisal_poll for delete to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_poll.organ_id and u.id = appraisal_poll.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))));

-- The urn is opened by a ballot that goes in, and by whoever closes the poll. What lies in it, no key in the database tells.
grant select, insert, update (content), delete on appraisal_urn to app;
create policy appraisal_urn_read on appraisal_urn for select to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_urn.organ_id and u.id = appraisal_urn.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[])) or appraisal_id = any ((select my_open_polls())::uuid[])));
create policy appraisal_urn_make on appraisal_urn for insert to app
  with check (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_urn.organ_id and u.id = appraisal_urn.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))));
create policy appraisal_urn_change on appraisal_urn for update to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_urn.organ_id and u.id = appraisal_urn.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[])) or appraisal_id = any ((select my_open_polls())::uuid[])))
  with check (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_urn.organ_id and u.id = appraisal_urn.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[])) or appraisal_id = any ((select my_open_polls())::uuid[])));
create policy appraisal_urn_remove on appraisal_urn for delete to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_urn.organ_id and u.id = appraisal_urn.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))));

grant select, insert, delete on appraisal_voted to app;
create policy appraisal_voted_read on appraisal_voted for select to app
  using (organ_id = (select acting_organ()) and (person_id = (select acting_person()) or exists (
    select from unit u
    where u.organ_id = appraisal_voted.organ_id and u.id = appraisal_voted.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))));
create policy appraisal_voted_make on appraisal_voted for insert to app
  with check (organ_id = (select acting_organ()) and ((person_id = (select acting_person()) and appraisal_id = any ((select my_open_polls())::uuid[])) or exists (
    select from unit u
    where u.organ_id = appraisal_voted.organ_id and u.id = appraisal_voted.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))));
create policy appraisal_voted_remove on appraisal_voted for delete to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_voted.organ_id and u.id = appraisal_voted.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))));

-- Figures and grade of a person: hers and the committee's, nobody else's; hers only when the round is closed.
grant select, insert, delete on appraisal_count to app;
create policy appraisal_count_read on appraisal_count for select to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_count.organ_id and u.id = appraisal_count.unit_id and u.path ^@ any ((select may('appraisal.read'))::text[])) or (person_id = (select acting_person()) and exists (
    select from appraisal a where a.organ_id = appraisal_count.organ_id and a.id = appraisal_count.appraisal_id and a.closed_on is not null))));
create policy appraisal_count_make on appraisal_count for insert to app
  with check (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_count.organ_id and u.id = appraisal_count.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))));
create policy appraisal_count_remove on appraisal_count for delete to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_count.organ_id and u.id = appraisal_count.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))));

grant select, insert, update (grade, opinion, improvement, told_on, told_by, version), delete on appraisal_result to app;
create policy appraisal_result_read on appraisal_result for select to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_result.organ_id and u.id = appraisal_result.unit_id and u.path ^@ any ((select may('appraisal.read'))::text[])) or (person_id = (select acting_person()) and exists (
    select from appraisal a where a.organ_id = appraisal_result.organ_id and a.id = appraisal_result.appraisal_id and a.closed_on is not null))));
create policy appraisal_result_make on appraisal_result for insert to app
  with check (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_result.organ_id and u.id = appraisal_result.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))));
create policy appraisal_result_change on appraisal_result for update to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_result.organ_id and u.id = appraisal_result.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))))
  with check (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_result.organ_id and u.id = appraisal_result.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))));
create policy appraisal_result_remove on appraisal_result for delete to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_result.organ_id and u.id = appraisal_result.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))));

grant select, insert on appraisal_reopening to app;
create policy appraisal_reopening_read on appraisal_reopening for select to app
  using (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_reopening.organ_id and u.id = appraisal_reopening.unit_id and u.path ^@ any ((select may('appraisal.read'))::text[]))));
create policy appraisal_reopening_make on appraisal_reopening for insert to app
  with check (organ_id = (select acting_organ()) and (exists (
    select from unit u
    where u.organ_id = appraisal_reopening.organ_id and u.id = appraisal_reopening.unit_id and u.path ^@ any ((select may('appraisal.lead'))::text[]))));
