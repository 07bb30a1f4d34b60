-- The page for the public.
create policy need_found_by_receipt on need for select to owner using (digest is not null);
create policy need_referral_told_by_receipt on need_referral for select to owner
  using (organ_id = (select acting_organ()) and cardinality((select may('need.public'))) > 0);
create policy need_answer_told_by_receipt on need_answer for select to owner
  using (organ_id = (select acting_organ()) and cardinality((select may('need.public'))) > 0);
create policy need_file_counted_by_receipt on need_file for select to owner
  using (organ_id = (select acting_organ()) and cardinality((select may('need.public'))) > 0);
create policy sealed_case_reached_by_receipt on sealed_case for select to owner
  using (organ_id = (select acting_organ()) and cardinality((select may('need.public'))) > 0);
grant execute on function public_desks(), receipt_organ(bytea), desk_leads(text[], date), need_by_receipt(bytea) to app;
