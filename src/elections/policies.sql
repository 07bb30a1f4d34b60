-- Whoever leads elections in the unit writes, whoever reads them there reads. What a teller reads from the pile is opened only
-- by those who lead, and by the product to compare two readings. Why somebody is left out of the base is a matter of her health
-- or freedom: only those who lead read it.

grant select, insert, update (kind, form, seats, deputies, planned_on, superior, elected_on, effective_on, closed_on, cancelled_on, cancelled_reason, late_reason, version) on election to app;
grant select, insert, update (done_on, number, by_whom, note, meeting_id, version), delete on election_step to app;
grant select, insert, update (ground, since, reason, reported_on, approved_on, approved_by, passed_on, version), delete on election_exclusion to app;
grant select, insert, update (name, from_unit, person_id, version), delete on election_delegate to app;
grant select, insert, update (held_on, host_name, entitled, present, version), delete on election_nomination to app;
grant select, insert, update (support), delete on election_nominee to app;
grant select, insert, update (ordinal, proposed_on, agreed_on, introduced_on, withdrawn_on, withdrawn_reason, version), delete on election_candidate to app;
grant select, insert, update (held_on, starts_at, ends_at, place, guests, host_id, host_name, recorder_name, opened_at, closed_on, failed_reason, version), delete on election_gathering to app;
grant select, insert, update (entitled, because, state, reason), delete on election_seat to app;
grant select, insert, delete on election_officer to app;
grant select, insert, update (entitled, present, approve, oppose, abstain, passed, note), delete on election_motion to app;
grant select, insert, update (seats, entitled, present, printed, issued, spoiled, returned, void, form, outcome, signed_by, closed_at, version), delete on election_round to app;
grant select, insert, update (approve, oppose, abstain, person_id, ordinal), delete on election_name to app;
grant select, insert, update (teller_id, teller_name, content, sheets, finished, version), delete on election_reading to app;
grant select, insert, update (head, head_round_id, duties, title, approved_on, ordinal, version), delete on election_result to app;

do $$
declare
  named text;
  held text := 'organ_id = (select acting_organ()) and exists (select from unit u where u.organ_id = %1$I.organ_id'
    || ' and u.id = %1$I.unit_id and u.path ^@ any ((select may(%2$L))::text[]))';
  readers text;
  leaders text;
begin
  foreach named in array array[
    'election', 'election_step', 'election_exclusion', 'election_delegate', 'election_nomination',
    'election_nominee', 'election_candidate', 'election_gathering', 'election_seat', 'election_officer',
    'election_motion', 'election_round', 'election_name', 'election_reading', 'election_result']
  loop
    readers := format(held, named, case when named in ('election_reading', 'election_exclusion') then 'election.lead' else 'election.read' end);
    leaders := format(held, named, 'election.lead');
    execute format('create policy %I on %I for select to app using (%s)', named || '_read', named, readers);
    execute format('create policy %I on %I for insert to app with check (%s)', named || '_make', named, leaders);
    if named <> 'election_officer' then
      execute format('create policy %I on %I for update to app using (%s) with check (%s)', named || '_change', named, leaders, leaders);
    end if;
    if named <> 'election' then
      execute format('create policy %I on %I for delete to app using (%s)', named || '_remove', named, leaders);
    end if;
  end loop;
end $$;
