-- Who may write what belongs to a visit: who recorded it, and who made it. Said by a function, since the rule of a visit asks the
-- list of its visitors.
create function makes_visit(visit uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp as $$
  select exists (
    select from visit v
    where v.organ_id = (select acting_organ()) and v.id = makes_visit.visit and (
      v.recorded_by = (select acting_person())
      or exists (
        select from visit_visitor w
        where w.organ_id = v.organ_id and w.visit_id = v.id and w.person_id = (select acting_person()))))
$$;

-- When each contact point was last visited, and when the next visit is planned: every cadre may know the day, though not the visit.
create function contact_days() returns table (point_id uuid, last_on date, next_on date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select v.point_id, max(v.held_on) filter (where v.stage = 'held'), min(v.planned_on) filter (where v.stage = 'planned')
  from visit v
  where v.organ_id = (select acting_organ()) and v.point_id is not null and v.stage <> 'withdrawn'
    and (cardinality((select may('visit.record'))) > 0 or cardinality((select may('contact.arrange'))) > 0)
  group by v.point_id
$$;
