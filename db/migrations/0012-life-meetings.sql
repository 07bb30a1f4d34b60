-- 组织生活会 is held in the form of one of the three meetings (支部工作条例 art. 17), and counts for a year that is stated: in
-- January it may still be last year's.
alter table meeting_part drop constraint meeting_part_kind_is_known;
alter table meeting_part add constraint meeting_part_kind_is_known check (kind in (
  'general-meeting', 'committee-meeting', 'group-meeting', 'lecture', 'theme-day', 'life-meeting'));
alter table meeting_part add column for_year integer
  constraint meeting_part_states_a_year_only_if_yearly check (for_year is null or (kind = 'life-meeting' and for_year between 1990 and 2100));
