-- Her answer by a one-time link, and what shows that a copy of a matter's record is what was written.

-- Several steps of one act keep their order.
alter table need_step alter column at set default clock_timestamp();

create index need_link_by_need on need_link (organ_id, need_id);
create index audit_of_need_step on audit (organ_id, (row_key ->> 'id')) where table_name = 'need_step';

-- Whose link it is: asked before it is known in which organ one acts.
create function answer_link_organ(of_digest bytea) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select organ_id from need_link where digest = of_digest
$$;

-- The matter of a link that holds on the day, as far as the page needs it. `cipher` is the wrapped key of a sensitive one: words
-- can be put to it, and without the outer key none can be read.
create function answer_link_frame(of_digest bytea, on_day date)
  returns table (id uuid, organ_name text, year integer, number integer, received_on date, sensitive boolean, expires_on date, cipher bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
  select n.id, o.name, n.year, n.number, n.received_on, n.sensitive, l.expires_on, s.cipher
  from need_link l
    join need n on n.organ_id = l.organ_id and n.id = l.need_id
    join organ o on o.organ_id = l.organ_id
    left join sealed_case s on s.organ_id = n.organ_id and s.need_id = n.id
  where l.organ_id = (select acting_organ()) and l.digest = of_digest and l.used_at is null and l.expires_on >= on_day
    and (s.need_id is not null or not n.sensitive) and s.sealed_on is null
    and cardinality((select may('need.public'))) > 0
$$;

-- Uses the link up; of two who use it at once, one is told so.
create function use_answer_link(of_digest bytea, on_day date) returns boolean
  language sql volatile security definer set search_path = public, pg_temp as $$
  with used as (
    update need_link set used_at = clock_timestamp()
    where organ_id = (select acting_organ()) and digest = of_digest and used_at is null and expires_on >= on_day
      and cardinality((select may('need.public'))) > 0
    returning 1)
  select exists (select from used)
$$;

-- By which seal of the trail each step of a matter is held; null while the trail behind it is not sealed yet.
create function need_step_seals(of_need uuid) returns table (id uuid, trail bigint, seal integer, digest bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.id, a.id, e.number, e.digest
  from need_step s
    join audit a on a.organ_id = s.organ_id and a.table_name = 'need_step' and a.row_key ->> 'id' = s.id::text
    left join lateral (
      select e.number, e.digest from audit_seal e
      where e.organ_id = a.organ_id and e.to_id >= a.id order by e.number limit 1) e on true
  where s.organ_id = (select acting_organ()) and s.need_id = of_need
$$;
