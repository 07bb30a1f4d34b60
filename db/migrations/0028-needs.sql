-- Going down and coming back: contact points, visits, and what women bring. Words about people never stand in a column that the
-- trail shows: they lie encrypted in `content` and `cipher`. What is sensitive lies apart, under a key of its own for each matter.

alter table post drop constraint post_is_known;
alter table post add constraint post_is_known check (post in (
  'secretary', 'deputy-secretary', 'organization', 'publicity', 'discipline', 'committee-member',
  'group-leader', 'rights-officer', 'rights-head', 'federation-leader', 'superior', 'operator'));

-- Where needs are received: one desk an organ. Until it is set, the women's federation's own unit, else the founding unit.
create table need_desk (
  organ_id uuid not null default acting_organ(),
  unit_id uuid not null,
  -- Whether the page for the public takes anything in.
  public_open boolean not null default false,
  phone text constraint need_desk_phone_is_short check (length(phone) <= 60),
  hours text constraint need_desk_hours_are_short check (length(hours) <= 100),
  version integer not null default 1,
  constraint need_desk_key primary key (organ_id),
  constraint need_desk_of_unit foreign key (organ_id, unit_id) references unit
);

-- The unit that receives needs; the same for whoever asks, since everyone may bring one.
create function need_unit() returns uuid
  language sql stable security definer set search_path = public, pg_temp as $$
  select coalesce(
    (select d.unit_id from need_desk d where d.organ_id = (select acting_organ())),
    (select u.id from unit u
      where u.organ_id = (select acting_organ()) and u.kind in ('federation-city', 'federation-district', 'federation-town', 'federation-village')
        and u.dissolved_on is null order by array_position(array['federation-city', 'federation-district', 'federation-town', 'federation-village'], u.kind), length(u.path), u.path limit 1),
    (select u.id from unit u
      where u.organ_id = (select acting_organ()) and u.line = 'party' and u.dissolved_on is null
      order by length(u.path), u.path limit 1))
$$;

-- The cadres of the organ on a day, for choosing visitors, owners and helpers: names and posts, nothing else of the roster.
create function cadres(on_day date) returns table (id uuid, name text, initials text, unit_name text, posts text[])
  language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.name, p.initials, u.name,
    array(select o.post from post o
      where o.organ_id = p.organ_id and o.person_id = p.id and o.since <= on_day and (o.until is null or o.until >= on_day)
      order by o.post)
  from person p left join unit u on u.organ_id = p.organ_id and u.id = p.unit_id
  where p.organ_id = (select acting_organ()) and (
      cardinality((select may('visit.record'))) > 0 or cardinality((select may('need.handle'))) > 0
      or cardinality((select may('contact.arrange'))) > 0)
    and (exists (select from membership m
        where m.organ_id = p.organ_id and m.person_id = p.id and m.since <= on_day and (m.until is null or m.until >= on_day)
          and m.status in ('full', 'probationary', 'on-probation', 'suspended'))
      or exists (select from post o
        where o.organ_id = p.organ_id and o.person_id = p.id and o.since <= on_day and (o.until is null or o.until >= on_day)))
  order by p.name collate strokes, p.id
$$;

-- 联系点: a street, community, enterprise or social organisation that cadres keep contact with.
create table contact_point (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  name text not null constraint contact_point_is_named check (length(btrim(name)) between 1 and 100),
  kind text not null constraint contact_point_kind_is_known
    check (kind in ('street', 'community', 'village', 'enterprise', 'social-organization', 'new-employment', 'other')),
  area text constraint contact_point_area_is_short check (length(area) <= 60),
  since date not null,
  until date,
  version integer not null default 1,
  constraint contact_point_key primary key (organ_id, id),
  constraint contact_point_runs_forward check (until is null or until >= since)
);
create unique index contact_point_is_its_own on contact_point (organ_id, name) where until is null;

-- Which cadre keeps contact, from when to when.
create table contact_link (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  point_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  since date not null,
  until date,
  version integer not null default 1,
  constraint contact_link_key primary key (organ_id, id),
  constraint contact_link_of_point foreign key (organ_id, point_id) references contact_point,
  constraint contact_link_of_person foreign key (organ_id, person_id) references person,
  constraint contact_link_runs_forward check (until is null or until >= since),
  constraint contact_link_once_a_day
    exclude using gist (organ_id with =, point_id with =, person_id with =, daterange(since, until, '[]') with &&)
);
create index contact_link_by_person on contact_link (organ_id, person_id);

-- 走访. Its id is made on the device, so that a draft sent twice is one visit. `content` holds, encrypted, with whom, what was
-- seen and heard, and what was done on the spot.
create table visit (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  point_id uuid,
  -- Where it was, if at no contact point: a place, never a household.
  place text constraint visit_place_is_short check (length(btrim(place)) between 1 and 100),
  stage text not null constraint visit_stage_is_known check (stage in ('planned', 'held', 'withdrawn')),
  planned_on date,
  held_on date,
  consent text constraint visit_consent_is_known check (consent in ('given', 'refused', 'not-asked')),
  content bytea,
  recorded_on date,
  recorded_by uuid not null default acting_person(),
  recorded_by_name text not null,
  withdrawn_because text constraint visit_withdrawal_is_worded check (length(btrim(withdrawn_because)) between 1 and 200),
  version integer not null default 1,
  constraint visit_key primary key (organ_id, id),
  constraint visit_at_point foreign key (organ_id, point_id) references contact_point,
  constraint visit_recorded_by_person foreign key (organ_id, recorded_by) references person,
  constraint visit_is_somewhere check (point_id is not null or place is not null),
  constraint visit_is_planned_or_held check (case stage
    when 'planned' then planned_on is not null and held_on is null
    when 'held' then held_on is not null and recorded_on is not null and held_on <= recorded_on
    else withdrawn_because is not null end)
);
create index visit_by_day on visit (organ_id, held_on desc, id desc);
create index visit_by_point on visit (organ_id, point_id, held_on desc);

create table visit_visitor (
  organ_id uuid not null default acting_organ(),
  visit_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  constraint visit_visitor_key primary key (organ_id, visit_id, person_id),
  constraint visit_visitor_of_visit foreign key (organ_id, visit_id) references visit,
  constraint visit_visitor_of_person foreign key (organ_id, person_id) references person
);
create index visit_visitor_by_person on visit_visitor (organ_id, person_id);

-- What was promised on the visit, by when; kept and told, or explained.
create table visit_promise (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  visit_id uuid not null,
  content bytea not null,
  due_on date,
  owner_id uuid not null,
  owner_name text not null,
  done_on date,
  told_on date,
  version integer not null default 1,
  constraint visit_promise_key primary key (organ_id, id),
  constraint visit_promise_of_visit foreign key (organ_id, visit_id) references visit,
  constraint visit_promise_of_owner foreign key (organ_id, owner_id) references person,
  constraint visit_promise_is_told_when_done check (told_on is null or (done_on is not null and told_on >= done_on))
);
create index visit_promise_open on visit_promise (organ_id, owner_id) where told_on is null;
create index visit_promise_by_visit on visit_promise (organ_id, visit_id);

-- 需求. The frame of a matter: when it came, how far it is, who holds it. Its words lie in `content`, or apart if it is sensitive.
create table need (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  -- 〔2026〕12: counted from one each year.
  year integer not null,
  number integer not null,
  channel text not null constraint need_channel_is_known
    check (channel in ('visit', 'call', 'letter', 'reception', 'web', 'outreach', 'transfer')),
  visit_id uuid,
  received_on date not null,
  received_at timestamptz not null default now(),
  -- Null where it came by the page for the public.
  received_by uuid default acting_person(),
  received_by_name text,
  anonymous boolean not null default false,
  sensitive boolean not null default false,
  category text constraint need_category_is_spelled check (category ~ '^[a-z-]+$'),
  area text constraint need_area_is_short check (length(area) <= 60),
  level text constraint need_level_is_known check (level in ('R0', 'R1', 'R2', 'R3')),
  -- Null: not judged yet; `no`: it is none; else its sort by 信访工作条例 art. 29.
  petition text constraint need_petition_is_known check (petition in ('no', 'suggestion', 'accusation', 'appeal')),
  state text not null default 'received' constraint need_state_is_known check (state in ('received', 'handling', 'resolved', 'closed')),
  owner_id uuid,
  owner_name text,
  -- Which post it has risen to, when it was stuck.
  raised_to text constraint need_rises_to_a_post check (raised_to in ('rights-head', 'federation-leader')),
  -- The nearest day that something about it is due: what the queue is ordered by. Far away where nothing is.
  due_on date not null default date '9999-12-31',
  outcome text constraint need_outcome_is_known check (outcome in ('resolved', 'referred-away', 'unsolvable', 'withdrawn')),
  resolved_on date,
  told_on date,
  closed_on date,
  -- The keyed digest of the receipt code that she was given.
  digest bytea,
  content bytea,
  version integer not null default 1,
  constraint need_key primary key (organ_id, id),
  constraint need_number_is_its_own unique (organ_id, year, number),
  constraint need_of_unit foreign key (organ_id, unit_id) references unit,
  constraint need_of_visit foreign key (organ_id, visit_id) references visit,
  constraint need_received_by_person foreign key (organ_id, received_by) references person,
  constraint need_of_owner foreign key (organ_id, owner_id) references person,
  -- What is sensitive keeps neither words nor kind nor place here.
  constraint need_keeps_sensitive_words_apart check (not sensitive or (content is null and category is null and area is null)),
  constraint need_is_owned_when_handled check (state = 'received' or owner_id is not null),
  constraint need_is_resolved_with_an_outcome check ((resolved_on is null) = (outcome is null)),
  constraint need_state_follows_its_days check (case state
    when 'resolved' then resolved_on is not null and closed_on is null
    when 'closed' then resolved_on is not null and closed_on is not null and (told_on is not null or anonymous)
    else resolved_on is null and closed_on is null end)
);
create index need_queue on need (organ_id, due_on, id) where state <> 'closed';
create index need_by_owner on need (organ_id, owner_id, due_on, id) where state <> 'closed';
create index need_latest on need (organ_id, received_on desc, id desc);
create index need_by_receiver on need (organ_id, received_by, received_on desc, id desc);
create index need_by_visit on need (organ_id, visit_id);
create unique index need_by_receipt on need (digest) where digest is not null;

create table need_counter (
  organ_id uuid not null default acting_organ(),
  year integer not null,
  last integer not null,
  constraint need_counter_key primary key (organ_id, year)
);
-- Takes so many numbers of a year and gives the first of them. Two who receive at once wait for one another.
create function need_numbers(of_year integer, how_many integer) returns integer
  language sql volatile security definer set search_path = public, pg_temp as $$
  insert into need_counter as c (year, last) values (of_year, how_many)
  on conflict (organ_id, year) do update set last = c.last + how_many
  returning last - how_many + 1
$$;

create table need_helper (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  need_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  since date not null,
  until date,
  constraint need_helper_key primary key (organ_id, id),
  constraint need_helper_of_need foreign key (organ_id, need_id) references need,
  constraint need_helper_of_person foreign key (organ_id, person_id) references person
);
create unique index need_helper_once on need_helper (organ_id, need_id, person_id) where until is null;
create index need_helper_by_person on need_helper (organ_id, person_id) where until is null;

-- Every step of a matter, with who and when; added to, never changed. `fingerprint` is a keyed digest of its words: with the seal
-- of the trail it shows that a copy given to a court is what was written that day (法释〔2022〕17号 art. 6).
create table need_step (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  need_id uuid not null,
  kind text not null constraint need_step_kind_is_spelled check (kind ~ '^[a-z-]+$'),
  on_day date not null,
  at timestamptz not null default now(),
  by_person uuid default acting_person(),
  by_name text not null,
  -- Whom it was given to, or who joined.
  to_person uuid,
  to_name text,
  content bytea,
  fingerprint text,
  constraint need_step_key primary key (organ_id, id),
  constraint need_step_of_need foreign key (organ_id, need_id) references need,
  constraint need_step_by_actor foreign key (organ_id, by_person) references person,
  constraint need_step_to_colleague foreign key (organ_id, to_person) references person
);
create index need_step_by_need on need_step (organ_id, need_id, at, id);

-- 转介: sent to an office that can do what we cannot. To which, is words as well.
create table need_referral (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  need_id uuid not null,
  -- Null where the matter is sensitive: then it stands with the words.
  agency text constraint need_referral_agency_is_spelled check (agency ~ '^[a-z-]+$'),
  sent_on date not null,
  state text not null default 'sent' constraint need_referral_state_is_known
    check (state in ('sent', 'accepted', 'objected', 'answered', 'withdrawn')),
  due_on date,
  settled_on date,
  content bytea,
  version integer not null default 1,
  constraint need_referral_key primary key (organ_id, id),
  constraint need_referral_of_need foreign key (organ_id, need_id) references need,
  constraint need_referral_is_settled_on_a_day check ((state in ('sent', 'accepted')) = (settled_on is null))
);
create index need_referral_by_need on need_referral (organ_id, need_id);

-- A time that the law or the organ sets for a matter: from which day it runs, till when, and when it was kept.
create table need_clock (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  need_id uuid not null,
  rule text not null constraint need_clock_rule_is_spelled check (rule ~ '^[a-z]+(-[a-z]+)*\.[a-z0-9-]+$'),
  event_on date not null,
  due_on date not null,
  extended_until date,
  kept_on date,
  version integer not null default 1,
  constraint need_clock_key primary key (organ_id, id),
  constraint need_clock_of_need foreign key (organ_id, need_id) references need,
  constraint need_clock_runs_forward check (due_on >= event_on and (extended_until is null or extended_until > due_on))
);
create index need_clock_by_need on need_clock (organ_id, need_id);

-- While a matter is paused its own clocks stand; the reason is words.
create table need_pause (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  need_id uuid not null,
  since date not null,
  until date,
  content bytea,
  version integer not null default 1,
  constraint need_pause_key primary key (organ_id, id),
  constraint need_pause_of_need foreign key (organ_id, need_id) references need,
  constraint need_pause_runs_forward check (until is null or until >= since),
  constraint need_pause_once_a_day
    exclude using gist (organ_id with =, need_id with =, daterange(since, until, '[]') with &&)
);

-- The one-time link with which she answers. Only its digest is kept.
create table need_link (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  need_id uuid not null,
  digest bytea not null,
  made_on date not null,
  expires_on date not null,
  used_at timestamptz,
  constraint need_link_key primary key (organ_id, id),
  constraint need_link_of_need foreign key (organ_id, need_id) references need,
  constraint need_link_expires_later check (expires_on > made_on)
);
create unique index need_link_by_digest on need_link (digest);

-- What she said when she was told: by the link herself, or by phone to a cadre who did not handle the matter.
create table need_answer (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  need_id uuid not null,
  way text not null constraint need_answer_way_is_known check (way in ('link', 'phone')),
  answered_on date not null,
  taken_by uuid,
  taken_by_name text,
  solved text not null constraint need_answer_solved_is_known check (solved in ('yes', 'partly', 'no')),
  satisfied text not null constraint need_answer_satisfied_is_known check (satisfied in ('yes', 'fair', 'no')),
  content bytea,
  constraint need_answer_key primary key (organ_id, id),
  constraint need_answer_of_need foreign key (organ_id, need_id) references need,
  constraint need_answer_taken_by_person foreign key (organ_id, taken_by) references person,
  constraint need_answer_is_taken_by_phone check ((way = 'phone') = (taken_by is not null))
);
create index need_answer_by_need on need_answer (organ_id, need_id);

-- A file that belongs to a matter, always encrypted; `fingerprint` is the SHA-256 of what was handed in.
create table need_file (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  need_id uuid not null,
  content bytea not null,
  media_type text not null,
  size integer not null constraint need_file_has_a_size check (size > 0),
  fingerprint text not null,
  added_on date not null,
  added_by uuid default acting_person(),
  added_by_name text not null,
  constraint need_file_key primary key (organ_id, id),
  constraint need_file_of_need foreign key (organ_id, need_id) references need,
  constraint need_file_added_by_person foreign key (organ_id, added_by) references person
);
create index need_file_by_need on need_file (organ_id, need_id);

-- The compartment. `cipher` is the matter's own key, wrapped by a key that lies outside the database.
create table sealed_case (
  organ_id uuid not null default acting_organ(),
  need_id uuid not null,
  cipher bytea not null,
  content bytea not null,
  -- From this day nobody handles it; it is kept, closed, until it may be destroyed.
  sealed_on date,
  keep_until date,
  version integer not null default 1,
  constraint sealed_case_key primary key (organ_id, need_id),
  constraint sealed_case_of_need foreign key (organ_id, need_id) references need
);

-- Who may know, and who let her.
create table sealed_knower (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  need_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  since date not null,
  until date,
  let_by uuid default acting_person(),
  constraint sealed_knower_key primary key (organ_id, id),
  constraint sealed_knower_of_need foreign key (organ_id, need_id) references need,
  constraint sealed_knower_of_person foreign key (organ_id, person_id) references person
);
create unique index sealed_knower_once on sealed_knower (organ_id, need_id, person_id) where until is null;
create index sealed_knower_by_person on sealed_knower (organ_id, person_id) where until is null;

-- The words of a sensitive matter's steps, referrals, answers and files, under the id of the row they belong to.
create table sealed_text (
  organ_id uuid not null default acting_organ(),
  id uuid not null,
  need_id uuid not null,
  content bytea not null,
  constraint sealed_text_key primary key (organ_id, id),
  constraint sealed_text_of_case foreign key (organ_id, need_id) references sealed_case
);
create index sealed_text_by_need on sealed_text (organ_id, need_id);

-- Who opened a sensitive matter, when and why; the ground is one of a few, the words are hers.
create table sealed_opening (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  need_id uuid not null,
  reader_id uuid not null default acting_person(),
  reader_name text not null,
  ground text not null constraint sealed_opening_ground_is_spelled check (ground ~ '^[a-z-]+$'),
  at timestamptz not null default now(),
  constraint sealed_opening_key primary key (organ_id, id),
  constraint sealed_opening_of_need foreign key (organ_id, need_id) references need,
  constraint sealed_opening_by_reader foreign key (organ_id, reader_id) references person
);
create index sealed_opening_by_need on sealed_opening (organ_id, need_id, at desc);

-- A protection order, a warning, a report: what it is and whose are words; only the day to act by is not.
create table sealed_measure (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  need_id uuid not null,
  due_on date,
  content bytea not null,
  version integer not null default 1,
  constraint sealed_measure_key primary key (organ_id, id),
  constraint sealed_measure_of_case foreign key (organ_id, need_id) references sealed_case
);
create index sealed_measure_by_need on sealed_measure (organ_id, need_id);

-- Words of a sensitive matter in a row that is not of the compartment are a fault of the product, and are refused.
create function words_lie_apart() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if new.content is not null and exists (
    select from need n where n.organ_id = new.organ_id and n.id = new.need_id and n.sensitive)
  then raise exception 'words of a sensitive matter outside its compartment' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger words_lie_apart before insert or update on need_step for each row execute function words_lie_apart();
create trigger words_lie_apart before insert or update on need_referral for each row execute function words_lie_apart();
create trigger words_lie_apart before insert or update on need_pause for each row execute function words_lie_apart();
create trigger words_lie_apart before insert or update on need_answer for each row execute function words_lie_apart();

-- Said by functions, since the rule of a matter asks its lists and theirs ask the matter.
create function knows_need(need uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from sealed_knower k
    where k.organ_id = (select acting_organ()) and k.need_id = need and k.person_id = (select acting_person()) and k.until is null)
$$;
create function helps_need(need uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from need_helper h
    where h.organ_id = (select acting_organ()) and h.need_id = need and h.person_id = (select acting_person()) and h.until is null)
$$;

-- Whether the one who acts may let this person know of a sensitive matter: she received it, or is about to seal it, and lets herself
-- in; she knows it; or she leads the desk. The page for the public lets in who leads the desk.
create function may_let_in(need uuid, whom uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from need n
    where n.organ_id = (select acting_organ()) and n.id = may_let_in.need and (
      (n.received_by = (select acting_person()) and whom = (select acting_person()))
      or cardinality((select may('need.public'))) > 0
      or knows_need(n.id)
      or n.unit_id in (
        select u.id from unit u
        where u.organ_id = n.organ_id and (
          u.path ^@ any ((select may('need.lead'))::text[])
          or (not n.sensitive and whom = (select acting_person()) and u.path ^@ any ((select may('need.handle'))::text[]))))))
$$;
