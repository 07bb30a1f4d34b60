-- 工作交接表: what passes from one holder of a post to the next, as it stood on a day; signed by both, then never changed.
create table handover (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  post text not null,
  -- The appointment that ends with it.
  post_id uuid not null,
  from_id uuid not null,
  from_name text not null,
  to_id uuid not null,
  to_name text not null,
  -- The last day of the old appointment and the first of the new one.
  ends_on date not null,
  begins_on date not null,
  stage text not null default 'open' constraint handover_stage_is_known check (stage in ('open', 'signed', 'withdrawn')),
  opened_by uuid not null default acting_person(),
  opened_on date not null,
  -- Of whoever may appoint: without it a signature passes no post.
  confirmed_by_name text,
  confirmed_on date,
  -- The state of every ledger as drawn on the day, and where the paper lies.
  content jsonb not null,
  drawn_on date not null,
  promises text[] not null default '{}',
  witness_name text,
  from_signed_on date,
  -- Who entered that it was signed on paper; null where the party signed here.
  from_paper_by_name text,
  to_signed_on date,
  to_paper_by_name text,
  withdrawn_reason text,
  version integer not null default 1,
  constraint handover_key primary key (organ_id, id),
  constraint handover_of_unit foreign key (organ_id, unit_id) references unit,
  constraint handover_of_post foreign key (organ_id, post_id) references post,
  constraint handover_from foreign key (organ_id, from_id) references person,
  constraint handover_to foreign key (organ_id, to_id) references person,
  constraint handover_passes_to_another check (from_id <> to_id),
  constraint handover_runs_forward check (begins_on >= ends_on),
  constraint handover_is_signed_by_both check ((stage = 'signed') = (from_signed_on is not null and to_signed_on is not null)),
  constraint handover_is_signed_when_confirmed check (confirmed_on is not null or (from_signed_on is null and to_signed_on is null))
);
create unique index post_is_handed_over_once on handover (organ_id, post_id) where stage <> 'withdrawn';
create index handover_by_from on handover (organ_id, from_id);
create index handover_by_to on handover (organ_id, to_id);

-- Whoever signs last may hold no post yet, or none any more: the signed sheet itself ends the one appointment and begins the
-- other. Without both signatures and the confirmation it does nothing.
create function pass_post(signed uuid) returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  h handover;
begin
  select * into h from handover
  where organ_id = acting_organ() and id = signed and stage = 'signed' and confirmed_on is not null;
  if not found then
    raise exception 'hand-over % is not signed by both', signed;
  end if;
  update post set until = h.ends_on, version = version + 1
  where organ_id = h.organ_id and id = h.post_id and (until is null or until > h.ends_on);
  insert into post (organ_id, person_id, unit_id, post, since)
  select h.organ_id, h.to_id, h.unit_id, h.post, h.begins_on
  where not exists (
    select from post o
    where o.organ_id = h.organ_id and o.person_id = h.to_id and o.unit_id = h.unit_id and o.post = h.post
      and (o.until is null or o.until >= h.begins_on));
end $$;
