-- Why a matter stands: the time of a hearing is not counted into a re-review (信访工作条例 art. 36); any other pause stops only the
-- times that the organ sets itself.
alter table need_pause add kind text not null default 'waiting'
  constraint need_pause_kind_is_known check (kind in ('waiting', 'hearing'));
