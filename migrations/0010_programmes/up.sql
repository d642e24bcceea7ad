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

-- Somebody who was asked to take part. Each mail carries a link of its own (invitation_link).
create table invitation (
  id text primary key not null,
  organisation_id text not null,
  programme_id text not null references programme (id),
  track_id text not null references track (id),
  email text not null,
  name text not null,
  -- Null lets them choose.
  role text,
  -- The language of the mail.
  language text not null,
  -- The sender's own words above the text that everybody gets.
  note text not null,
  -- What was sent together can be taken back together.
  batch text not null,
  invited_by text not null,
  created_at bigint not null,
  -- How many reminders went, and when the last of them.
  reminders bigint not null,
  reminded_at bigint,
  accepted_at bigint,
  declined_at bigint,
  withdrawn_at bigint,
  expires_at bigint not null,
  person_id text
);
create unique index invitation_once on invitation (track_id, email);
create index invitation_programme on invitation (programme_id);
create index invitation_batch on invitation (batch);

-- The links of an invitation's mails, by the digest of their secret.
create table invitation_link (
  digest text primary key not null,
  invitation_id text not null references invitation (id),
  created_at bigint not null
);
create index invitation_link_invitation on invitation_link (invitation_id);

-- How a programme reminds people whom it invited; the usual way where there is no row.
create table invitation_reminder (
  programme_id text primary key not null references programme (id),
  organisation_id text not null,
  after_days bigint not null,
  most bigint not null
);

-- Applications that were decided together, so that they can be taken back together.
create table decision (
  id text primary key not null,
  organisation_id text not null,
  programme_id text not null references programme (id),
  -- approved, declined.
  outcome text not null,
  -- JSON: the ids of the enrolments.
  enrolments text not null,
  decided_by text not null,
  decided_at bigint not null,
  undone_at bigint
);
create index decision_programme on decision (programme_id, decided_at);

-- An import of people: what it made, so that it can be undone whole.
create table import (
  id text primary key not null,
  organisation_id text not null,
  programme_id text references programme (id),
  file_name text not null,
  -- preview, done, undone.
  state text not null,
  -- The file in base64 while it is a preview; empty afterwards.
  file text not null,
  -- JSON: what its columns mean and what people become.
  mapping text not null,
  -- JSON: what was made, so that it can be unmade.
  made text not null,
  created_by text not null,
  created_at bigint not null,
  done_at bigint,
  undone_at bigint
);
create index import_organisation on import (organisation_id, created_at);
