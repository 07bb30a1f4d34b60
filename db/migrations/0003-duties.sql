-- What a record proves: written in the transaction of the record, read by the duties, never typed.
create table evidence (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  -- The evidence kind that a duty rule names in `by`, e.g. committee-meeting.
  kind text not null,
  unit_id uuid not null,
  -- For duties that each person owes, e.g. training; null where the unit owes it.
  person_id uuid,
  held_on date not null,
  -- The year it counts for where that is not the year it was held in.
  for_year integer,
  recorded_on date not null,
  -- For duties counted in amounts, e.g. hours of training; null where each piece counts as one.
  amount integer constraint evidence_amount_is_some check (amount > 0),
  source_kind text not null,
  source_id uuid not null,
  title text not null,
  version integer not null default 1,
  constraint evidence_key primary key (organ_id, id),
  constraint evidence_of_unit foreign key (organ_id, unit_id) references unit,
  constraint evidence_of_person foreign key (organ_id, person_id) references person
);
create index evidence_by_unit on evidence (organ_id, unit_id, held_on);
create index evidence_by_source on evidence (organ_id, source_id);

-- 已说明: why a duty of a period was not met, said by a person, seen by all who see the duty.
create table excuse (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  rule text not null,
  unit_id uuid not null,
  person_id uuid,
  period_from date not null,
  reason text not null constraint excuse_has_a_reason check (length(btrim(reason)) between 2 and 500),
  by_person uuid,
  at timestamptz not null default now(),
  withdrawn_at timestamptz,
  version integer not null default 1,
  constraint excuse_key primary key (organ_id, id),
  constraint excuse_of_unit foreign key (organ_id, unit_id) references unit,
  constraint excuse_of_person foreign key (organ_id, person_id) references person
);
create unique index excuse_stands_once on excuse (organ_id, rule, unit_id, coalesce(person_id, unit_id), period_from)
  where withdrawn_at is null;

-- A calendar feed's secret address; only the digest of the secret is kept.
create table feed (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  token_digest bytea not null,
  made_at timestamptz not null default now(),
  revoked_at timestamptz,
  version integer not null default 1,
  constraint feed_key primary key (organ_id, id),
  constraint feed_of_person foreign key (organ_id, person_id) references person,
  constraint feed_secret_is_one unique (token_digest)
);

-- Who wants the weekly digest, and when one last went out.
create table digest_subscription (
  organ_id uuid not null default acting_organ(),
  person_id uuid not null,
  address text not null,
  since timestamptz not null default now(),
  sent_for date,
  version integer not null default 1,
  constraint digest_subscription_key primary key (organ_id, person_id),
  constraint digest_subscription_of_person foreign key (organ_id, person_id) references person
);

-- A calendar program has no session: the secret in its address says whose feed it fetches. Known only to be looked up.
create function feed_behind(secret_digest bytea) returns table (organ_id uuid, person_id uuid, feed_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select organ_id, person_id, id from feed where token_digest = secret_digest and revoked_at is null
$$;

-- To whom this week's digest has not gone; each is then written as by that person, with her rights and no others.
create function digests_owed(week date) returns table (organ_id uuid, person_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select organ_id, person_id from digest_subscription where sent_for is null or sent_for < week
$$;
