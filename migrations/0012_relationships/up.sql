-- Relationships: what all models share. A person who leaves a group is a seat that ends.

create table relationship (
  id text primary key not null,
  organisation_id text not null,
  programme_id text not null references programme (id),
  track_id text not null references track (id),
  round_id text references round (id),
  -- offered, active, paused, closed.
  state text not null,
  offered_at bigint,
  offered_until bigint,
  reminded_at bigint,
  active_since bigint,
  -- ISO date.
  ends_on text,
  paused_since bigint,
  paused_until text,
  closed_at bigint,
  -- completed, ended_early, declined, expired, undone.
  closure text,
  closed_by text,
  -- Engine score in points (0 to 100), and the reasons as JSON of keys and arguments.
  score double precision,
  reasons text not null,
  created_at bigint not null
);
create index relationship_programme on relationship (programme_id, state);
create index relationship_track on relationship (track_id, state);
create index relationship_round on relationship (round_id);

create table seat (
  id text primary key not null,
  organisation_id text not null,
  relationship_id text not null references relationship (id),
  enrolment_id text not null references enrolment (id),
  person_id text not null references person (id),
  role text not null,
  -- pending, accepted, declined.
  reply text not null,
  replied_at bigint,
  taken_at bigint not null,
  left_at bigint,
  -- Only for coordinators, and only counted there.
  leaving_reason text
);
create unique index seat_once on seat (relationship_id, person_id);
create index seat_person on seat (person_id, left_at);
create index seat_enrolment on seat (enrolment_id, left_at);

create table agreement (
  relationship_id text primary key not null references relationship (id),
  -- JSON: the clauses with what was agreed for each.
  clauses text not null,
  version bigint not null,
  changed_by text,
  changed_at bigint not null
);

create table agreement_consent (
  relationship_id text not null references relationship (id),
  person_id text not null references person (id),
  version bigint not null,
  agreed_at bigint not null,
  primary key (relationship_id, person_id, version)
);
