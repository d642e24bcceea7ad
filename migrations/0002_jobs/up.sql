-- What happened, in the past tense. The activity page, the audit log and the webhooks read these.
create table fact (
  id text primary key not null,
  organisation_id text not null,
  name text not null,
  at bigint not null,
  actor_id text,
  subject_kind text not null,
  subject_id text not null,
  programme_id text,
  data text not null
);
create index fact_subject on fact (subject_kind, subject_id);
create index fact_organisation on fact (organisation_id, at);
create index fact_programme on fact (programme_id, at);

-- The durable queue: a row is written with the act that wants it done.
create table job (
  id text primary key not null,
  kind text not null,
  data text not null,
  -- A second job of the same key is not queued while the first waits.
  unique_key text,
  run_at bigint not null,
  attempts bigint not null,
  leased_until bigint,
  done_at bigint,
  failed_at bigint,
  last_error text
);
create index job_due on job (run_at) where done_at is null and failed_at is null;
create unique index job_unique on job (unique_key) where done_at is null and failed_at is null;
