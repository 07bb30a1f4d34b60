-- Only sign-in itself sees accounts and sessions; it has to find them before it knows whose they are.
grant select, insert, update, delete on
  identity.account, identity.credential, identity.session, identity.second_factor, identity.verification,
  identity.sign_in_failure, identity.invitation, identity.set_up to identity;
create policy account_of_sign_in on identity.account for all to identity using (true) with check (true);
create policy credential_of_sign_in on identity.credential for all to identity using (true) with check (true);
create policy session_of_sign_in on identity.session for all to identity using (true) with check (true);
create policy second_factor_of_sign_in on identity.second_factor for all to identity using (true) with check (true);
create policy verification_of_sign_in on identity.verification for all to identity using (true) with check (true);
create policy sign_in_failure_of_sign_in on identity.sign_in_failure for all to identity using (true) with check (true);
create policy invitation_of_sign_in on identity.invitation for all to identity using (true) with check (true);
create policy set_up_of_sign_in on identity.set_up for all to identity using (true) with check (true);

-- The two functions below run as the owner, whom forced row security binds as well: it may do what they do and no more.
create policy account_is_opened_by_owner on identity.account for insert to owner with check (true);
create policy account_is_counted_by_owner on identity.account for select to owner using (true);
create policy credential_is_made_by_owner on identity.credential for insert to owner with check (true);
create policy set_up_is_found_by_owner on identity.set_up for select to owner using (true);
create policy set_up_is_used_by_owner on identity.set_up for update to owner using (true);
grant execute on function open_first_account(bytea, uuid, text, text) to app;
grant execute on function person_has_account(uuid) to app;
