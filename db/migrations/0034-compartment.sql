-- The name of a file that belongs to a matter, encrypted beside its bytes.
alter table need_file add column cipher bytea;

-- Whether the one who acts leads the desk of a matter.
create function leads_need(need uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from need n join unit u on u.organ_id = n.organ_id and u.id = n.unit_id
    where n.organ_id = (select acting_organ()) and n.id = leads_need.need
      and u.path ^@ any ((select may('need.lead'))::text[]))
$$;

-- Takes an ordinary matter's words out of the rows they stood in, once they lie encrypted in the compartment, and makes it
-- sensitive. Only who has been let in by name does it, and only where the compartment is there.
create function lay_need_apart(need uuid) returns boolean
  language plpgsql volatile security definer set search_path = public, pg_temp as $$
declare
  organ uuid := (select acting_organ());
begin
  if not knows_need(lay_need_apart.need)
    or not exists (select from sealed_case c where c.organ_id = organ and c.need_id = lay_need_apart.need)
    or not exists (select from need n where n.organ_id = organ and n.id = lay_need_apart.need and not n.sensitive)
  then return false;
  end if;
  update need_step s set content = null where s.organ_id = organ and s.need_id = lay_need_apart.need and s.content is not null;
  update need_referral r set content = null, agency = null where r.organ_id = organ and r.need_id = lay_need_apart.need;
  update need_pause p set content = null where p.organ_id = organ and p.need_id = lay_need_apart.need and p.content is not null;
  update need_answer a set content = null where a.organ_id = organ and a.need_id = lay_need_apart.need and a.content is not null;
  update need n set sensitive = true, content = null, category = null, area = null
    where n.organ_id = organ and n.id = lay_need_apart.need;
  return true;
end $$;

-- What was destroyed: number and days, and no word.
create table sealed_destruction (
  organ_id uuid not null default acting_organ(),
  need_id uuid not null,
  destroyed_on date not null,
  kept_until date not null,
  by_person uuid not null default acting_person(),
  by_name text not null,
  witness_id uuid not null,
  witness_name text not null,
  texts integer not null,
  files integer not null,
  constraint sealed_destruction_key primary key (organ_id, need_id),
  constraint sealed_destruction_of_need foreign key (organ_id, need_id) references need,
  constraint sealed_destruction_by_actor foreign key (organ_id, by_person) references person,
  constraint sealed_destruction_seen_by foreign key (organ_id, witness_id) references person,
  constraint sealed_destruction_has_a_witness check (witness_id <> by_person),
  constraint sealed_destruction_waits check (destroyed_on > kept_until)
);
