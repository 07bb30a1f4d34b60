-- From many to policy, and well-being: counts of needs for those who see no need, what is made of them, and voluntary surveys.

-- How many needs came in each finished quarter, by one feature at a time: never two, and never chosen by whoever asks. The server
-- hides small counts before anything leaves it. Sensitive matters are counted apart, as such and no further, so that no total
-- stands over both.
create function need_counts(of_year integer, until_day date)
  returns table (feature text, entry text, quarter integer, count integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  with matter as (
    select n.sensitive, extract(quarter from n.received_on)::int as quarter, coalesce(n.category, 'other') as category,
      coalesce(btrim(n.area), '') as area, n.channel, to_char(n.received_on, 'MM') as month,
      -- As it stood when the quarter ended, so that what was once published stays so.
      case when n.resolved_on < date_trunc('quarter', n.received_on) + interval '3 months' then n.outcome else 'open' end as outcome
    from need n
    where n.organ_id = (select acting_organ()) and cardinality((select may('need.count'))) > 0
      and n.received_on >= make_date(of_year, 1, 1) and n.received_on < make_date(of_year + 1, 1, 1)
      and n.received_on <= until_day)
  select case when grouping(m.category) = 0 then 'category' when grouping(m.area) = 0 then 'area'
      when grouping(m.channel) = 0 then 'channel' when grouping(m.outcome) = 0 then 'outcome' else 'month' end,
    coalesce(m.category, m.area, m.channel, m.outcome, m.month), m.quarter, count(*)::int
  from matter m
  where not m.sensitive
  group by grouping sets ((m.quarter, m.category), (m.quarter, m.area), (m.quarter, m.channel), (m.quarter, m.outcome),
    (m.quarter, m.month))
  union all
  select 'sealed', 'sealed', m.quarter, count(*)::int from matter m where m.sensitive group by m.quarter
$$;

-- What women said when they were told, in all and by one feature at a time: how many were told, how many answered and what. An answer
-- that comes more than thirty days after the quarter no longer changes its figures.
create function told_answers(of_year integer, until_day date)
  returns table (feature text, entry text, asked integer, answered integer, solved integer, partly_solved integer,
    satisfied integer, fairly_satisfied integer)
  language sql stable security definer set search_path = public, pg_temp as $$
  with told as (
    select 'Q' || extract(quarter from n.told_on) as quarter, coalesce(n.outcome, 'open') as outcome, a.solved, a.satisfied
    from need n left join lateral (
      select a.solved, a.satisfied from need_answer a
      where a.organ_id = n.organ_id and a.need_id = n.id
        and a.answered_on < date_trunc('quarter', n.told_on) + interval '3 months 30 days'
      order by a.answered_on desc, a.id limit 1) a on true
    where n.organ_id = (select acting_organ()) and cardinality((select may('wellbeing.read'))) > 0
      and n.told_on >= make_date(of_year, 1, 1) and n.told_on < make_date(of_year + 1, 1, 1) and n.told_on <= until_day)
  select case when grouping(t.quarter) = 0 then 'quarter' when grouping(t.outcome) = 0 then 'outcome' else 'all' end,
    coalesce(t.quarter, t.outcome, ''), count(*)::int, count(t.solved)::int,
    count(*) filter (where t.solved = 'yes')::int, count(*) filter (where t.solved = 'partly')::int,
    count(*) filter (where t.satisfied = 'yes')::int, count(*) filter (where t.satisfied = 'fair')::int
  from told t
  group by grouping sets ((), (t.quarter), (t.outcome))
$$;

-- 建议 and 调研课题: what was made of a count that was seen, why, by whom till when, and what became of it.
create table pattern_item (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  kind text not null constraint pattern_item_kind_is_known check (kind in ('suggestion', 'research')),
  title text not null constraint pattern_item_is_named check (length(btrim(title)) between 1 and 60),
  -- The row of the table as it was shown that day, with what was hidden hidden.
  year integer not null,
  feature text not null constraint pattern_item_feature_is_known check (feature in ('category', 'area', 'channel', 'outcome')),
  entry text not null constraint pattern_item_entry_is_short check (length(entry) between 1 and 60),
  seen jsonb not null,
  seen_on date not null,
  proposal text constraint pattern_item_proposal_is_short check (length(proposal) <= 500),
  owner_id uuid not null,
  owner_name text not null,
  due_on date not null,
  raised_to text constraint pattern_item_raised_to_is_short check (length(btrim(raised_to)) between 1 and 60),
  raised_on date,
  answer text constraint pattern_item_answer_is_short check (length(btrim(answer)) between 1 and 500),
  answered_on date,
  dropped_because text constraint pattern_item_reason_is_short check (length(btrim(dropped_because)) between 1 and 200),
  made_by uuid not null default acting_person(),
  made_by_name text not null,
  version integer not null default 1,
  constraint pattern_item_key primary key (organ_id, id),
  constraint pattern_item_of_owner foreign key (organ_id, owner_id) references person,
  constraint pattern_item_made_by_person foreign key (organ_id, made_by) references person,
  constraint pattern_item_is_raised_to_somebody check ((raised_to is null) = (raised_on is null)),
  constraint pattern_item_is_answered_when_raised
    check ((answer is null) = (answered_on is null) and (answer is null or (raised_on is not null and answered_on >= raised_on)))
);
create index pattern_item_by_owner on pattern_item (organ_id, owner_id) where answered_on is null and dropped_because is null;

-- A round of a voluntary survey: which, who was asked, how many slips and sheets were handed out. No name, no place of a household.
create table survey_round (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  survey text not null constraint survey_round_survey_is_spelled check (survey ~ '^[a-z]+(-[a-z]+)*$'),
  audience text not null constraint survey_round_audience_is_worded check (length(btrim(audience)) between 1 and 60),
  slips integer not null,
  sheets integer not null,
  from_on date not null,
  until_on date not null,
  closed_on date,
  by_slip integer,
  by_sheet integer,
  -- What was said in own words, encrypted, in no order, apart from the answers; only where enough answered.
  content bytea,
  opened_by uuid not null default acting_person(),
  opened_by_name text not null,
  version integer not null default 1,
  constraint survey_round_key primary key (organ_id, id),
  constraint survey_round_opened_by_person foreign key (organ_id, opened_by) references person,
  constraint survey_round_runs_forward check (until_on >= from_on),
  constraint survey_round_asks_somebody check (slips between 0 and 300 and sheets between 0 and 5000 and slips + sheets > 0),
  constraint survey_round_is_closed_with_its_counts
    check ((closed_on is null) = (by_slip is null) and (closed_on is null) = (by_sheet is null)
      and (closed_on is not null or content is null) and by_slip <= slips and by_sheet <= sheets)
);
create index survey_round_by_day on survey_round (organ_id, from_on desc, id);

-- How often each choice was made, once the round is closed and enough have answered.
create table survey_figure (
  organ_id uuid not null default acting_organ(),
  round_id uuid not null,
  question text not null constraint survey_figure_question_is_spelled check (question ~ '^[a-z]+(-[a-z]+)*$'),
  choice text not null constraint survey_figure_choice_is_spelled check (choice ~ '^[a-z]+(-[a-z]+)*$'),
  count integer not null constraint survey_figure_counts check (count >= 0),
  constraint survey_figure_key primary key (organ_id, round_id, question, choice),
  constraint survey_figure_of_round foreign key (organ_id, round_id) references survey_round
);

-- The one-time codes of the slips: whether used, and no more. To whom a slip was given is written nowhere.
create table survey_slip (
  organ_id uuid not null default acting_organ(),
  id uuid not null default gen_random_uuid(),
  round_id uuid not null,
  digest bytea not null,
  used boolean not null default false,
  constraint survey_slip_key primary key (organ_id, id),
  constraint survey_slip_of_round foreign key (organ_id, round_id) references survey_round
);
create unique index survey_slip_by_digest on survey_slip (digest);
create index survey_slip_by_round on survey_slip (organ_id, round_id);

-- The answers of a running round: all of them in one encrypted value of one length, written anew with each answer and destroyed at
-- the close. There is no row for an answer, so there is nothing to have an order, a time or a slip.
create table survey_urn (
  organ_id uuid not null default acting_organ(),
  round_id uuid not null,
  content bytea not null,
  constraint survey_urn_key primary key (organ_id, round_id),
  constraint survey_urn_of_round foreign key (organ_id, round_id) references survey_round
);

-- Whoever holds a slip has no session: the code says which organ and which round it belongs to.
create function survey_behind(slip bytea) returns table (organ_id uuid, round_id uuid, survey text, audience text, used boolean,
    from_on date, until_on date, closed_on date)
  language sql stable security definer set search_path = public, pg_temp as $$
  select r.organ_id, r.id, r.survey, r.audience, s.used, r.from_on, r.until_on, r.closed_on
  from survey_slip s join survey_round r on r.organ_id = s.organ_id and r.id = s.round_id
  where s.digest = slip
$$;
