-- Accounts, passwords and sessions, apart from the records and readable by the role `identity` alone. Sign-in finds an
-- account by its name and a session by its token before any organ is known, so those are unique over all organs; this
-- schema stays on one node when the records are distributed. Rows that stand before any organ carry the nil organ.

create table identity.account (
  organ_id uuid not null,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  -- Folded to lower case and compatibility form, as people type it in either.
  user_name text not null,
  -- The sign-in library asks for these two; nobody ever sees them. The address is made of the id and leads nowhere.
  name text not null default '',
  email text not null,
  email_verified boolean not null default false,
  image text,
  two_factor_enabled boolean not null default false,
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint account_key primary key (organ_id, id),
  constraint account_is_found_by_id unique (id),
  constraint account_name_is_one unique (user_name),
  constraint account_address_is_one unique (email),
  constraint person_has_one_account unique (organ_id, person_id),
  constraint account_of_person foreign key (organ_id, person_id) references person on delete cascade
);

create table identity.credential (
  organ_id uuid not null default '00000000-0000-0000-0000-000000000000',
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  provider_id text not null,
  -- The account's id at the provider; for a password the account itself.
  subject text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint credential_key primary key (organ_id, id),
  constraint credential_is_found_by_id unique (id),
  constraint credential_of_account foreign key (organ_id, account_id) references identity.account on delete cascade,
  constraint account_has_one_credential_a_provider unique (account_id, provider_id)
);

create table identity.session (
  organ_id uuid not null default '00000000-0000-0000-0000-000000000000',
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  token text not null,
  -- The absolute limit; the idle one counts from seen_at.
  expires_at timestamptz not null,
  seen_at timestamptz not null default now(),
  -- Kept empty: nothing here uses where from or with which browser someone signed in.
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint session_key primary key (organ_id, id),
  constraint session_is_found_by_id unique (id),
  constraint session_token_is_one unique (token),
  constraint session_of_account foreign key (organ_id, account_id) references identity.account on delete cascade
);
create index session_by_account on identity.session (account_id);

create table identity.second_factor (
  organ_id uuid not null default '00000000-0000-0000-0000-000000000000',
  id uuid not null default gen_random_uuid(),
  account_id uuid not null,
  secret text not null,
  backup_codes text not null,
  verified boolean not null default false,
  failed_times integer not null default 0,
  locked_until timestamptz,
  constraint second_factor_key primary key (organ_id, id),
  constraint second_factor_is_found_by_id unique (id),
  constraint account_has_one_second_factor unique (account_id),
  constraint second_factor_of_account foreign key (organ_id, account_id) references identity.account on delete cascade
);

-- What the sign-in library keeps between two steps of one sign-in, such as a password accepted and a code still awaited.
create table identity.verification (
  organ_id uuid not null default '00000000-0000-0000-0000-000000000000',
  id uuid not null default gen_random_uuid(),
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint verification_key primary key (organ_id, id),
  constraint verification_is_found_by_id unique (id)
);
create index verification_by_identifier on identity.verification (identifier);

-- Failures of late, by user name and by network address, whether or not such an account exists. Both stand here as keyed
-- digests only: people mistype passwords into the field of the name.
create table identity.sign_in_failure (
  organ_id uuid not null default '00000000-0000-0000-0000-000000000000',
  subject bytea not null,
  times integer not null,
  since timestamptz not null,
  locked_until timestamptz,
  constraint sign_in_failure_key primary key (organ_id, subject)
);

-- The one-time links: of each only the digest is kept.
create table identity.invitation (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  token_digest bytea not null,
  invited_by uuid,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint invitation_key primary key (organ_id, id),
  constraint invitation_token_is_one unique (token_digest),
  constraint invitation_of_person foreign key (organ_id, person_id) references person on delete cascade
);
create index invitation_by_person on identity.invitation (organ_id, person_id);

create table identity.set_up (
  organ_id uuid not null default '00000000-0000-0000-0000-000000000000',
  id uuid not null default gen_random_uuid(),
  token_digest bytea not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint set_up_key primary key (organ_id, id),
  constraint set_up_token_is_one unique (token_digest)
);

-- The sign-in library knows no organs, and wants a default for a column that it never writes: what hangs on an account
-- takes the account's organ in place of the nil one. A closed account gets nothing new,
-- not even the session of a sign-in that was half-way through when it was closed.
create function identity.take_organ_of_account() returns trigger language plpgsql as $$
begin
  select a.organ_id into new.organ_id from identity.account a where a.id = new.account_id and a.closed_at is null;
  if not found then
    raise exception 'the account is closed' using errcode = 'no_data_found';
  end if;
  return new;
end $$;

create trigger credential_takes_organ before insert on identity.credential
  for each row execute function identity.take_organ_of_account();
create trigger session_takes_organ before insert on identity.session
  for each row execute function identity.take_organ_of_account();
create trigger second_factor_takes_organ before insert on identity.second_factor
  for each row execute function identity.take_organ_of_account();

-- The first account is opened in the transaction that founds the organ, so that neither stands without the other. The role
-- `app` may call this and still sees nothing of the schema. Null: the link is unknown, old or used, or there is an account.
create function open_first_account(link_digest bytea, person uuid, account_name text, password_hash text) returns uuid
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  opened uuid := gen_random_uuid();
begin
  update identity.set_up set used_at = now()
    where token_digest = link_digest and used_at is null and expires_at > now();
  if not found or exists (select from identity.account) then
    return null;
  end if;
  insert into identity.account (organ_id, id, person_id, user_name, email)
    values (acting_organ(), opened, person, account_name, opened || '@account.invalid');
  insert into identity.credential (organ_id, account_id, provider_id, subject, password)
    values (acting_organ(), opened, 'credential', opened, password_hash);
  return opened;
end $$;

-- Whether a person of the actor's own organ can sign in; the page of a person asks it.
create function person_has_account(person uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from identity.account a
    where a.organ_id = (select acting_organ()) and a.person_id = person and a.closed_at is null)
$$;
