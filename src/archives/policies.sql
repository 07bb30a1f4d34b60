grant select, insert, update (stage, file_name, size, fault, ended_at, expires_at, version) on archive_job to app;
create policy archive_job_read on archive_job for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = archive_job.organ_id and u.id = archive_job.unit_id and u.path ^@ any ((select may('archive.take'))::text[])));
create policy archive_job_make on archive_job for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = archive_job.organ_id and u.id = archive_job.unit_id and u.path ^@ any ((select may('archive.take'))::text[])));
create policy archive_job_end on archive_job for update to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = archive_job.organ_id and u.id = archive_job.unit_id and u.path ^@ any ((select may('archive.take'))::text[])))
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = archive_job.organ_id and u.id = archive_job.unit_id and u.path ^@ any ((select may('archive.take'))::text[])));

grant select, insert on archive_piece to app;
create policy archive_piece_read on archive_piece for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = archive_piece.organ_id and u.id = archive_piece.unit_id and u.path ^@ any ((select may('archive.take'))::text[])));
create policy archive_piece_make on archive_piece for insert to app
  with check (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = archive_piece.organ_id and u.id = archive_piece.unit_id and u.path ^@ any ((select may('archive.take'))::text[])));

grant select, insert on archive_download to app;
create policy archive_download_read on archive_download for select to app
  using (organ_id = (select acting_organ()) and exists (
    select from unit u
    where u.organ_id = archive_download.organ_id and u.id = archive_download.unit_id and u.path ^@ any ((select may('archive.take'))::text[])));
create policy archive_download_make on archive_download for insert to app
  with check (organ_id = (select acting_organ()) and by_person = (select acting_person()) and exists (
    select from unit u
    where u.organ_id = archive_download.organ_id and u.id = archive_download.unit_id and u.path ^@ any ((select may('archive.take'))::text[])));

-- The clock of the product removes what is older than its day and says what a restart broke off; it reads no file.
create policy archive_job_is_found_by_owner on archive_job for select to owner using (true);
create policy archive_job_is_tidied_by_owner on archive_job for update to owner using (true) with check (stage in ('interrupted', 'removed'));
create policy archive_piece_is_found_by_owner on archive_piece for select to owner using (true);
create policy archive_piece_is_removed_by_owner on archive_piece for delete to owner using (true);
