-- A committee whose secretary or deputy fell away elects another by itself: no seat of a member is filled then.
alter table election drop constraint committee_has_seats;
alter table election add constraint committee_has_seats check (form = 'direct' or seats > 0 or kind = 'by-election');
