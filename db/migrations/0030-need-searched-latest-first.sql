-- The latest first among those that have all these marks. Under row security the planner knows nothing of how frequent a mark is, and
-- would gather half the table for a frequent one. So the 300 latest tell how frequent the marks are: where one in fifty has them, the 3,000
-- latest are walked, which mostly fills a page; all else is rare enough to be gathered by the index.
create or replace function found_needs(marks integer[], tokens integer[], before_on date, before_id uuid, most integer)
  returns table (id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  desks uuid[] := array(
    select u.id from unit u where u.organ_id = (select acting_organ()) and u.path ^@ any ((select may('need.read'))::text[]));
  wanted text := case when cardinality(marks) > 0 then ' and s.digest @> $2' else '' end
    || case when cardinality(tokens) > 0 then ' and s.token @> $3' else '' end;
  since text := ' and (s.received_on, s.need_id) < ($4, $5)';
  latest text := ' order by s.received_on desc, s.need_id desc limit ';
  seen text := ' join need n on n.organ_id = $1 and n.id = s.need_id
    where not n.sensitive and (n.unit_id = any ($7) or n.owner_id = $8 or n.received_by = $8 or helps_need(n.id))';
  found uuid[];
  among integer;
begin
  if cardinality(desks) = 0 then
    return query execute '
      with own as (
        select n.id from need n where n.organ_id = $1 and n.owner_id = $7
        union select n.id from need n where n.organ_id = $1 and n.received_by = $7
        union select h.need_id from need_helper h where h.organ_id = $1 and h.person_id = $7 and h.until is null)
      select s.need_id from own
        join need n on n.organ_id = $1 and n.id = own.id
        join need_search s on s.organ_id = $1 and s.need_id = own.id
      where not n.sensitive' || wanted || since || latest || '$6'
    using acting_organ(), marks, tokens, before_on, before_id, most, acting_person();
    return;
  end if;
  if cardinality(marks) > 0 then
    execute 'select count(*) from (
      select s.digest, s.token from need_search s where s.organ_id = $1' || since || latest || '300) s where true' || wanted
    into among using acting_organ(), marks, tokens, before_on, before_id;
    if among >= 6 then
      execute 'select array_agg(f.need_id) from (
        select s.need_id from (
          select s.* from need_search s where s.organ_id = $1' || since || latest || '3000) s' || seen || wanted || latest || '$6) f'
      into found using acting_organ(), marks, tokens, before_on, before_id, most, desks, acting_person();
    end if;
    if cardinality(found) = most then
      return query select unnest(found);
      return;
    end if;
  end if;
  return query execute '
    with s as materialized (select s.* from need_search s where s.organ_id = $1' || wanted || since || ')
    select s.need_id from s' || seen || latest || '$6'
  using acting_organ(), marks, tokens, before_on, before_id, most, desks, acting_person();
end $$;
