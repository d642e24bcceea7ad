-- What has to hold before somebody may have contact: a check of the person, a guardian's consent.

create table clearance (
  id text primary key not null,
  organisation_id text not null,
  programme_id text not null references programme (id),
  person_id text not null references person (id),
  -- screening, consent.
  kind text not null,
  -- ISO dates in the organisation's zone. Whether it holds is computed at each contact.
  given_on text not null,
  -- The last day on which it holds; null until somebody takes it back.
  valid_until text,
  -- Who checked, or which guardian agreed.
  by_whom text not null,
  recorded_by text not null,
  recorded_at bigint not null,
  withdrawn_at bigint,
  -- When its end was said to come near.
  reminded_at bigint
);
create index clearance_person on clearance (programme_id, person_id);
create index clearance_until on clearance (valid_until);
