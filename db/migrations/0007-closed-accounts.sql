-- A closed account closes what speaks for the person where she is not: her calendar and her weekly mail. Both go on when
-- the account is opened again.
create or replace function feed_behind(secret_digest bytea)
  returns table (organ_id uuid, person_id uuid, feed_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select f.organ_id, f.person_id, f.id
  from feed f
  where f.token_digest = secret_digest and f.revoked_at is null and not exists (
    select from identity.account a
    where a.organ_id = f.organ_id and a.person_id = f.person_id and a.closed_at is not null)
$$;

create or replace function digests_owed(week date) returns table (organ_id uuid, person_id uuid)
  language sql stable security definer set search_path = public, pg_temp as $$
  select s.organ_id, s.person_id
  from digest_subscription s
  where (s.sent_for is null or s.sent_for < week) and not exists (
    select from identity.account a
    where a.organ_id = s.organ_id and a.person_id = s.person_id and a.closed_at is not null)
$$;
