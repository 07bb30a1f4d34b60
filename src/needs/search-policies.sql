-- What is found by words. The functions that search read it as their owner and say themselves who may see what; the policy is `true`
-- since any other would keep the condition on the array from its index.
grant select, insert, update (received_on, digest, token), delete on need_search to app;
create policy need_search_read on need_search for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n where n.organ_id = need_search.organ_id and n.id = need_search.need_id));
create policy need_search_make on need_search for insert to app
  with check (organ_id = (select acting_organ()) and (cardinality((select may('need.public'))) > 0 or exists (
    select from need n where n.organ_id = need_search.organ_id and n.id = need_search.need_id and not n.sensitive)));
create policy need_search_change on need_search for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n where n.organ_id = need_search.organ_id and n.id = need_search.need_id));
create policy need_search_remove on need_search for delete to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n where n.organ_id = need_search.organ_id and n.id = need_search.need_id));
create policy need_search_searched_by_owner on need_search for select to owner using (true);

-- Whoever sees both matters may say whether they are the same.
grant select, insert on need_pair to app;
create policy need_pair_read on need_pair for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from need n where n.organ_id = need_pair.organ_id and n.id = need_pair.one_id and not n.sensitive) and exists (
    select from need n where n.organ_id = need_pair.organ_id and n.id = need_pair.other_id and not n.sensitive));
create policy need_pair_make on need_pair for insert to app
  with check (organ_id = (select acting_organ()) and by_person = (select acting_person()) and exists (
    select from need n where n.organ_id = need_pair.organ_id and n.id = need_pair.one_id and not n.sensitive) and exists (
    select from need n where n.organ_id = need_pair.organ_id and n.id = need_pair.other_id and not n.sensitive));

grant execute on function found_needs(integer[], integer[], date, uuid, integer), alike_needs(integer[], integer, date, uuid, integer) to app;
