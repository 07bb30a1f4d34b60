-- Stretches of the trail under seal: each names its rows with their digests, and by `previous` holds on to the one before.
-- Made and verified by the owner alone (src/audit/seal-store.ts): a row of a sealed stretch that was changed, removed or
-- slipped in afterwards is found by its number.

create table audit_seal (
  organ_id uuid not null,
  -- 1, 2, 3 … without a gap in each organ.
  number integer not null,
  from_id bigint not null,
  to_id bigint not null,
  row_ids bigint[] not null,
  -- Sixteen bytes for each of `row_ids`, in their order.
  row_digests bytea not null,
  previous bytea not null,
  digest bytea not null,
  at timestamptz not null default clock_timestamp(),
  constraint audit_seal_key primary key (organ_id, number),
  constraint audit_seal_starts_at_one check (number >= 1),
  constraint audit_seal_covers_rows check (cardinality(row_ids) >= 1 and length(row_digests) = 16 * cardinality(row_ids)),
  constraint audit_seal_runs_forward check (to_id >= from_id)
);

-- All of a row, in one spelling whatever the session's time zone; jsonb keeps its fields in one order.
create function audit_digest(a audit) returns bytea stable language sql
  as $$ select substring(sha256(convert_to(jsonb_build_array(
    a.organ_id, a.id, extract(epoch from a.at), a.person_id, a.unit_id, a.operation, a.table_name, a.row_key, a.did,
    a.before, a.after, a.transaction::text)::text, 'UTF8')) for 16) $$;

create function audit_seal_digest(s audit_seal) returns bytea stable language sql
  as $$ select sha256(convert_to(concat_ws(' ', s.organ_id, s.number, s.from_id, s.to_id, s.row_ids::text,
    extract(epoch from s.at)), 'UTF8') || s.row_digests || s.previous) $$;
