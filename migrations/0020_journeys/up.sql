-- What happens inside a relationship.

create table meeting (
  id text primary key not null,
  organisation_id text not null,
  relationship_id text not null references relationship (id),
  -- proposed (slots are offered), booked, held, missed, cancelled.
  state text not null,
  proposed_by text,
  starts_at bigint,
  minutes bigint not null,
  place text not null,
  agenda text not null,
  -- iCalendar: the uid stays, the sequence rises with each version sent.
  uid text not null unique,
  sequence bigint not null,
  created_at bigint not null,
  held_at bigint,
  logged_by text,
  cancelled_at bigint
);
create index meeting_relationship on meeting (relationship_id, starts_at);
create index meeting_start on meeting (starts_at);

create table slot (
  id text primary key not null,
  meeting_id text not null references meeting (id),
  starts_at bigint not null,
  picked_at bigint
);
create index slot_meeting on slot (meeting_id);

create table goal (
  id text primary key not null,
  organisation_id text not null,
  relationship_id text not null references relationship (id),
  title text not null,
  why text not null,
  due_on text,
  -- only_me, partners.
  audience text not null,
  created_by text not null,
  created_at bigint not null,
  reached_at bigint,
  deleted_at bigint
);
create index goal_relationship on goal (relationship_id);

create table goal_step (
  id text primary key not null,
  goal_id text not null references goal (id),
  position bigint not null,
  words text not null,
  due_on text,
  done_at bigint
);
create index goal_step_goal on goal_step (goal_id);

create table check_in (
  id text primary key not null,
  organisation_id text not null,
  relationship_id text not null references relationship (id),
  person_id text not null references person (id),
  -- Day of the relationship that it is about, as 30.
  day bigint not null,
  asked_at bigint not null,
  answered_at bigint,
  -- 1 (not at all) to 5 (very well).
  going bigint,
  wants_help boolean,
  -- For the coordinator only, said so at the field.
  note text
);
create unique index check_in_once on check_in (relationship_id, person_id, day);
create index check_in_organisation on check_in (organisation_id, asked_at);

create table message (
  id text primary key not null,
  organisation_id text not null,
  relationship_id text not null references relationship (id),
  person_id text not null references person (id),
  words text not null,
  -- partners; fixed when it is written.
  audience text not null,
  sent_at bigint not null
);
create index message_relationship on message (relationship_id, sent_at);

create table message_seen (
  relationship_id text not null references relationship (id),
  person_id text not null references person (id),
  seen_at bigint not null,
  primary key (relationship_id, person_id)
);

create table note (
  id text primary key not null,
  organisation_id text not null,
  relationship_id text not null references relationship (id),
  meeting_id text references meeting (id),
  person_id text not null references person (id),
  words text not null,
  -- only_me, partners; fixed when it is written.
  audience text not null,
  written_at bigint not null,
  changed_at bigint,
  deleted_at bigint
);
create index note_relationship on note (relationship_id, written_at);
