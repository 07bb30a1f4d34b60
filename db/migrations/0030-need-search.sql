-- The queue by its states, and what was closed last.
create index need_by_state on need (organ_id, state, due_on, id) where state <> 'closed';
create index need_latest_closed on need (organ_id, closed_on desc, id desc) where state = 'closed';
create index need_latest_closed_by_owner on need (organ_id, owner_id, closed_on desc, id desc) where state = 'closed';

-- Finding ordinary matters by their words, which the database cannot read: `digest` has a keyed digest of every two letters that
-- stand side by side, sorted so that their order is gone; `token` has those of the telephone number and of likeness.
-- A sensitive matter has no row here.
create table need_search (
  organ_id uuid not null default acting_organ(),
  need_id uuid not null,
  received_on date not null,
  digest integer[] not null,
  token integer[] not null,
  constraint need_search_key primary key (organ_id, need_id),
  constraint need_search_of_need foreign key (organ_id, need_id) references need
);
-- Without a list of what is pending, which every search would have to read through.
create index need_search_by_digest on need_search using gin (digest) with (fastupdate = off);
create index need_search_by_token on need_search using gin (token) with (fastupdate = off);
create index need_search_latest on need_search (organ_id, received_on desc, need_id desc);
-- Which pairs are frequent decides whether the latest are walked or the rare ones gathered.
alter table need_search alter column digest set statistics 1000;

create function only_ordinary_is_searched() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from need n where n.organ_id = new.organ_id and n.id = new.need_id and n.sensitive)
  then raise exception 'a sensitive matter among what is searched' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger only_ordinary_is_searched before insert or update on need_search for each row execute function only_ordinary_is_searched();

-- Whether two matters are the same, as a person judged. What the machine suggests is kept nowhere.
create table need_pair (
  organ_id uuid not null default acting_organ(),
  one_id uuid not null,
  other_id uuid not null,
  same boolean not null,
  decided_on date not null,
  by_person uuid not null default acting_person(),
  by_name text not null,
  constraint need_pair_key primary key (organ_id, one_id, other_id),
  constraint need_pair_of_one foreign key (organ_id, one_id) references need,
  constraint need_pair_of_other foreign key (organ_id, other_id) references need,
  constraint need_pair_by_person foreign key (organ_id, by_person) references person,
  constraint need_pair_is_in_order check (one_id < other_id)
);
create index need_pair_by_other on need_pair (organ_id, other_id);

-- The ids of matters that have all these marks, the latest first, among those that whoever acts may see. A condition on an array is
-- not leakproof, so under row security no index would serve it: visibility is therefore said here, as in the policy of `need`.
-- Planned anew each time, since a frequent pair wants another way than a rare one.
create function found_needs(marks integer[], tokens integer[], before_on date, before_id uuid, most integer) returns table (id uuid)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  desks uuid[] := array(
    select u.id from unit u where u.organ_id = (select acting_organ()) and u.path ^@ any ((select may('need.read'))::text[]));
  wanted text := case when cardinality(marks) > 0 then ' and s.digest @> $2' else '' end
    || case when cardinality(tokens) > 0 then ' and s.token @> $3' else '' end
    || ' and (s.received_on, s.need_id) < ($4, $5) order by s.received_on desc, s.need_id desc limit $6';
begin
  if cardinality(desks) > 0 then
    return query execute '
      select s.need_id from need_search s join need n on n.organ_id = s.organ_id and n.id = s.need_id
      where s.organ_id = $1 and not n.sensitive
        and (n.unit_id = any ($7) or n.owner_id = $8 or n.received_by = $8 or helps_need(n.id))' || wanted
    using acting_organ(), marks, tokens, before_on, before_id, most, desks, acting_person();
  else
    return query execute '
      with own as (
        select n.id from need n where n.organ_id = $1 and n.owner_id = $7
        union select n.id from need n where n.organ_id = $1 and n.received_by = $7
        union select h.need_id from need_helper h where h.organ_id = $1 and h.person_id = $7 and h.until is null)
      select s.need_id from own
        join need n on n.organ_id = $1 and n.id = own.id
        join need_search s on s.organ_id = $1 and s.need_id = own.id
      where not n.sensitive' || wanted
    using acting_organ(), marks, tokens, before_on, before_id, most, acting_person();
  end if;
end $$;

-- The ids of matters that may be the same as one with these tokens: of the same telephone number, or alike and received since.
create function alike_needs(tokens integer[], phone integer, since date, self uuid, most integer)
  returns table (id uuid, by_phone boolean)
  language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
  desks uuid[] := array(
    select u.id from unit u where u.organ_id = (select acting_organ()) and u.path ^@ any ((select may('need.read'))::text[]));
begin
  return query execute '
    select s.need_id, coalesce($2 = any (s.token), false)
    from need_search s join need n on n.organ_id = s.organ_id and n.id = s.need_id
    where s.organ_id = $3 and s.token && ($1 || $2) and s.need_id <> $5
      and (coalesce($2 = any (s.token), false) or s.received_on >= $4) and not n.sensitive
      and (n.unit_id = any ($6) or n.owner_id = $7 or n.received_by = $7 or helps_need(n.id))
    order by 2 desc, cardinality(array(select unnest(s.token) intersect select unnest($1))) desc, s.received_on desc, s.need_id desc
    limit $8'
  using tokens, phone, acting_organ(), since, self, desks, acting_person(), most;
end $$;
