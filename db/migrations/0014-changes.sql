-- What organisation life changes of members: the end of probation, transfers, members who are away; and visits of care.

-- One stretch of a probation (预备期) with what was handed in and decided at its end. An extension closes it and begins another.
create table probation (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  -- The day on which the members' meeting admitted her (党章 art. 7); an extension keeps it.
  began_on date not null,
  ends_on date not null,
  -- How often the probation had been extended before this stretch.
  extensions integer not null default 0 constraint probation_is_extended_once check (extensions between 0 and 1),
  applied_on date,
  group_opinion_on date,
  contacts_opinion_on date,
  publicity_from date,
  publicity_to date,
  -- The resolution of the members' meeting, and what it decided.
  meeting_id uuid,
  resolution integer,
  discussed_on date,
  outcome text constraint probation_outcome_is_known check (outcome in ('convert', 'extend', 'cancel')),
  extended_to date,
  submitted_on date,
  approved_on date,
  approval_number text,
  version integer not null default 1,
  constraint probation_key primary key (organ_id, id),
  constraint probation_in_unit foreign key (organ_id, unit_id) references unit,
  constraint probation_of_person foreign key (organ_id, person_id) references person,
  constraint probation_by_resolution foreign key (organ_id, meeting_id, resolution) references resolution (organ_id, meeting_id, ordinal),
  constraint probation_runs_forward check (ends_on > began_on),
  constraint probation_publicity_runs_forward check (publicity_to is null or publicity_to >= publicity_from),
  constraint probation_is_decided_by_a_meeting check (
    (outcome is null) = (meeting_id is null) and (outcome is null) = (resolution is null) and (outcome is null) = (discussed_on is null)),
  constraint probation_is_extended_to_a_day check ((extended_to is not null) = (outcome is not distinct from 'extend')),
  constraint probation_is_submitted_after_discussion check (submitted_on is null or submitted_on >= discussed_on),
  constraint probation_is_approved_after_submission check (approved_on is null or (approved_on >= submitted_on and submitted_on is not null)),
  constraint probation_approval_has_both check (approval_number is null or approved_on is not null)
);
create unique index person_has_one_open_probation on probation (organ_id, person_id) where approved_on is null;
create index probation_by_unit on probation (organ_id, unit_id);

-- A member's relation moves to another organisation. The home branch answers for her until the receipt has come.
create table transfer_out (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  person_id uuid not null,
  person_name text not null,
  status text not null constraint transfer_out_is_of_a_member check (status in ('full', 'probationary')),
  to_unit text not null constraint transfer_out_goes_somewhere check (length(btrim(to_unit)) between 2 and 100),
  reason text not null constraint transfer_out_has_a_reason check (reason in ('work', 'residence', 'study', 'retired', 'other')),
  applied_on date not null,
  -- The month that dues are paid to, as its first day.
  dues_month date not null constraint transfer_out_dues_month_begins check (extract(day from dues_month) = 1),
  received_on date,
  withdrawn_on date,
  withdrawn_because text,
  version integer not null default 1,
  constraint transfer_out_key primary key (organ_id, id),
  constraint transfer_out_from_unit foreign key (organ_id, unit_id) references unit,
  constraint transfer_out_belongs_to_unit unique (organ_id, id, unit_id),
  constraint transfer_out_of_person foreign key (organ_id, person_id) references person,
  constraint transfer_out_ends_once check (received_on is null or withdrawn_on is null),
  constraint transfer_out_is_withdrawn_for_a_reason check ((withdrawn_on is null) = (withdrawn_because is null))
);
create unique index person_has_one_open_transfer on transfer_out (organ_id, person_id)
  where received_on is null and withdrawn_on is null;
create index transfer_out_by_unit on transfer_out (organ_id, unit_id);

-- Introduction letters (介绍信), numbered without a gap in a branch and year; a lost or expired one stays, void, with its number.
create table introduction_letter (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  transfer_id uuid not null,
  year integer not null,
  number integer not null constraint introduction_letter_is_numbered check (number between 1 and 9999),
  issued_on date not null,
  valid_days integer not null constraint introduction_letter_is_valid_for_days check (valid_days between 1 and 366),
  void_on date,
  void_because text constraint introduction_letter_void_is_known check (void_because in ('expired', 'lost', 'mistaken', 'withdrawn')),
  version integer not null default 1,
  constraint introduction_letter_key primary key (organ_id, id),
  constraint introduction_letter_from_unit foreign key (organ_id, unit_id) references unit,
  constraint introduction_letter_of_transfer foreign key (organ_id, transfer_id, unit_id) references transfer_out (organ_id, id, unit_id),
  constraint introduction_letter_number_is_its_own unique (organ_id, unit_id, year, number),
  constraint introduction_letter_is_of_its_year check (year = extract(year from issued_on)),
  constraint introduction_letter_is_void_for_a_reason check ((void_on is null) = (void_because is null))
);
create unique index transfer_has_one_letter on introduction_letter (organ_id, transfer_id) where void_on is null;

-- A letter brought from elsewhere: taken in, or sent back on a ground.
create table transfer_in (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  name text not null constraint transfer_in_is_of_somebody check (length(btrim(name)) between 1 and 60),
  from_unit text not null constraint transfer_in_comes_from_somewhere check (length(btrim(from_unit)) between 2 and 100),
  letter_number text,
  letter_on date not null,
  valid_days integer not null constraint transfer_in_letter_is_valid_for_days check (valid_days between 1 and 366),
  brought_on date not null,
  dues_month date,
  -- Taken in: who, and from which day.
  person_id uuid,
  accepted_on date,
  -- Sent back: why.
  returned_on date,
  returned_because text constraint transfer_in_return_is_known check (returned_because in ('expired', 'not-ours', 'unclear')),
  version integer not null default 1,
  constraint transfer_in_key primary key (organ_id, id),
  constraint transfer_in_to_unit foreign key (organ_id, unit_id) references unit,
  constraint transfer_in_of_person foreign key (organ_id, person_id) references person,
  constraint transfer_in_is_decided_once check (num_nonnulls(accepted_on, returned_on) = 1),
  constraint transfer_in_is_accepted_with_person check ((accepted_on is null) = (person_id is null)),
  constraint transfer_in_is_returned_for_a_reason check ((returned_on is null) = (returned_because is null)),
  constraint transfer_in_is_brought_after_issue check (brought_on >= letter_on)
);
create index transfer_in_by_unit on transfer_in (organ_id, unit_id);

-- Members away, and guests from elsewhere who live organisation life here and vote at home.
create table floating (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  -- The group, or the branch where there is none.
  unit_id uuid not null,
  direction text not null constraint floating_direction_is_known check (direction in ('away', 'guest')),
  person_id uuid,
  person_name text not null constraint floating_is_of_somebody check (length(btrim(person_name)) between 1 and 60),
  -- Where she is, or which branch a guest comes from.
  place text not null constraint floating_has_a_place check (length(btrim(place)) between 2 and 100),
  reason text not null constraint floating_has_a_reason check (reason in ('work', 'residence', 'study', 'retired', 'other')),
  since date not null,
  expected_until date,
  contact_id uuid,
  contact_name text,
  certificate boolean not null default false,
  ended_on date,
  ended_how text constraint floating_end_is_known check (ended_how in ('returned', 'transferred', 'left')),
  version integer not null default 1,
  constraint floating_key primary key (organ_id, id),
  constraint floating_in_unit foreign key (organ_id, unit_id) references unit,
  constraint floating_belongs_to_unit unique (organ_id, id, unit_id),
  constraint floating_of_person foreign key (organ_id, person_id) references person,
  constraint floating_contact_is_a_person foreign key (organ_id, contact_id) references person,
  constraint floating_of_ours_is_on_the_roster check ((direction = 'away') = (person_id is not null)),
  constraint floating_runs_forward check (ended_on is null or ended_on >= since),
  constraint floating_is_expected_forward check (expected_until is null or expected_until >= since),
  constraint floating_ends_somehow check ((ended_on is null) = (ended_how is null))
);
create unique index person_is_away_once on floating (organ_id, person_id) where ended_on is null and direction = 'away';
create index floating_by_unit on floating (organ_id, unit_id);

-- When she was last spoken with and by whom; no log of calls.
create table floating_contact (
  organ_id uuid not null default acting_organ(),
  floating_id uuid not null,
  unit_id uuid not null,
  last_on date not null,
  by_person uuid,
  by_name text not null,
  version integer not null default 1,
  constraint floating_contact_key primary key (organ_id, floating_id),
  constraint floating_contact_of_floating foreign key (organ_id, floating_id, unit_id) references floating (organ_id, id, unit_id),
  constraint floating_contact_by_person foreign key (organ_id, by_person) references person
);

-- Visits of care (走访慰问). Why somebody is visited, and how she is, lies sealed in `content`; the trail shows this table to nobody.
create table care_visit (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  unit_id uuid not null,
  person_id uuid,
  -- Families of the dead and others on no roster are only named.
  person_name text not null constraint care_visit_is_to_somebody check (length(btrim(person_name)) between 1 and 60),
  year integer not null,
  occasion text not null constraint care_visit_occasion_is_known check (
    occasion in ('july-first', 'spring-festival', 'hardship', 'illness', 'fifty-years', 'other')),
  visited_on date,
  visitors text,
  place text,
  goods text,
  amount_fen bigint constraint care_visit_amount_is_bearable check (amount_fen between 0 and 100000000),
  content bytea,
  cancelled_on date,
  made_by uuid default acting_person(),
  version integer not null default 1,
  constraint care_visit_key primary key (organ_id, id),
  constraint care_visit_of_unit foreign key (organ_id, unit_id) references unit,
  constraint care_visit_to_person foreign key (organ_id, person_id) references person,
  constraint care_visit_was_made_by_somebody check ((visited_on is null) = (visitors is null)),
  constraint care_visit_ends_once check (visited_on is null or cancelled_on is null)
);
create index care_visit_by_unit on care_visit (organ_id, unit_id, year);
