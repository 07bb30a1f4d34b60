-- A pass belongs to whoever began it at the keyboard. No foreign key: by none does a way lead from a ballot to a person of the list.
alter table election_reading add column begun_by uuid default acting_person();
