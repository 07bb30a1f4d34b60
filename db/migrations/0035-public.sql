-- The page for the public: nobody is signed in, so what it may find out is said by functions and is as little as it needs.

-- Which desks take something in by the page, in any organ of the installation, and how else to reach them.
create function public_desks() returns table (organ_id uuid, name text, phone text, hours text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select d.organ_id, o.name, d.phone, d.hours
  from need_desk d join organ o on o.organ_id = d.organ_id
  where d.public_open
  order by o.name, d.organ_id
$$;

-- In which organ a receipt was given out; nothing of the matter itself.
create function receipt_organ(receipt bytea) returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select n.organ_id from need n where n.digest = receipt
$$;

-- Who leads the desk on a day: whom a sensitive matter that came by the page is shown to. `posts` are the posts that lead.
create function desk_leads(posts text[], on_day date) returns table (id uuid, name text)
  language sql stable security definer set search_path = public, pg_temp as $$
  select distinct p.id, p.name
  from unit desk
    join unit above on above.organ_id = desk.organ_id and desk.path ^@ above.path
    join post o on o.organ_id = above.organ_id and o.unit_id = above.id
      and o.post = any(desk_leads.posts) and o.since <= on_day and (o.until is null or o.until >= on_day)
    join person p on p.organ_id = o.organ_id and p.id = o.person_id
  where desk.organ_id = (select acting_organ()) and desk.id = need_unit()
    and (cardinality((select may('need.public'))) > 0 or cardinality((select may('need.lead'))) > 0)
  order by p.name, p.id
$$;

-- What the page may know of a matter once somebody brings its receipt: how far it is, and the key under which files of a sensitive
-- one are put away. No word, no name, no category; whom it was referred to only by the kind of office, and not if it is sensitive.
create function need_by_receipt(receipt bytea) returns table (
    id uuid, state text, sensitive boolean, received_on date, resolved_on date, closed_on date, outcome text, version integer,
    agencies text[], answered boolean, files integer, cipher bytea)
  language sql stable security definer set search_path = public, pg_temp as $$
  select n.id, n.state, n.sensitive, n.received_on, n.resolved_on, n.closed_on, case when n.sensitive then null else n.outcome end,
    n.version,
    case when n.sensitive then '{}' else array(
      select distinct r.agency from need_referral r
      where r.organ_id = n.organ_id and r.need_id = n.id and r.state <> 'withdrawn' and r.agency is not null order by 1) end,
    exists (select from need_answer a where a.organ_id = n.organ_id and a.need_id = n.id
      and (n.resolved_on is null or a.answered_on >= n.resolved_on)),
    (select count(*)::integer from need_file f where f.organ_id = n.organ_id and f.need_id = n.id and f.added_by is null),
    (select s.cipher from sealed_case s where s.organ_id = n.organ_id and s.need_id = n.id)
  from need n
  where n.organ_id = (select acting_organ()) and n.digest = receipt and cardinality((select may('need.public'))) > 0
$$;
