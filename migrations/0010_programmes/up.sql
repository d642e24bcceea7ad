-- Programmes, their tracks, who takes part and how they came in.

create table programme (
  id text primary key not null,
  organisation_id text not null references organisation (id),
  name text not null,
  -- draft, open (registration), running, closed.
  state text not null,
  -- ISO dates in the organisation's zone.
  opens_on text,
  closes_on text,
  starts_on text,
  ends_on text,
  -- The secret of the shared registration link; null while there is none.
  join_code text unique,
  created_at bigint not null,
  closed_at bigint
);
create index programme_organisation on programme (organisation_id, created_at);

create table track (
  id text primary key not null,
  programme_id text not null references programme (id),
  organisation_id text not null,
  name text not null,
  -- The design as JSON of crates/design: the track's own copy.
  design text not null,
  design_version bigint not null,
  created_at bigint not null
);
create index track_programme on track (programme_id);

create table enrolment (
  id text primary key not null,
  organisation_id text not null,
  programme_id text not null references programme (id),
  track_id text not null references track (id),
  person_id text not null references person (id),
  -- The role's name in the design, as mentor.
  role text not null,
  -- started, applied, approved, declined, withdrawn.
  state text not null,
  -- How they came: invitation, open, import, nomination, coordinator.
  door text not null,
  -- Relationships they can hold; null means the design's default.
  capacity bigint,
  -- Higher comes first when seats are short: somebody whose relationship ended without fault.
  priority bigint not null,
  paused_until text,
  created_at bigint not null,
  applied_at bigint,
  decided_at bigint,
  decided_by text,
  decision_note text,
  withdrawn_at bigint
);
create unique index enrolment_once on enrolment (track_id, person_id, role);
create index enrolment_person on enrolment (person_id);
create index enrolment_programme on enrolment (programme_id, state);

-- One answer to one question of the design's form. The question's key, not its words.
create table answer (
  enrolment_id text not null references enrolment (id),
  question text not null,
  -- JSON: a text, a number, true or false, or a list of texts.
  value text not null,
  -- only_me, partners, coordinator, statistics: who may see it, fixed when it is written.
  audience text not null,
  answered_at bigint not null,
  primary key (enrolment_id, question)
);

create table invitation (
  id text primary key not null,
  organisation_id text not null,
  programme_id text not null references programme (id),
  track_id text not null references track (id),
  email text not null,
  name text not null,
  role text,
  digest text not null unique,
  created_at bigint not null,
  reminded_at bigint,
  accepted_at bigint,
  declined_at bigint,
  expires_at bigint not null,
  person_id text
);
create unique index invitation_once on invitation (track_id, email);
create index invitation_programme on invitation (programme_id);

-- An import of people: what it made, so that it can be undone whole.
create table import (
  id text primary key not null,
  organisation_id text not null,
  programme_id text references programme (id),
  file_name text not null,
  -- preview, done, undone.
  state text not null,
  -- JSON: the file's rows and the mapping of its columns while it is a preview; what was made when done.
  data text not null,
  created_by text not null,
  created_at bigint not null,
  done_at bigint,
  undone_at bigint
);
create index import_organisation on import (organisation_id, created_at);
