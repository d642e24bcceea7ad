-- Requests: somebody asks somebody of the other role. They stand in the asker's order; only so many
-- are open at once, each for a time, and then the next one is asked.

create table request (
  id text primary key not null,
  organisation_id text not null,
  programme_id text not null references programme (id),
  track_id text not null references track (id),
  -- Who asks.
  enrolment_id text not null references enrolment (id),
  person_id text not null references person (id),
  -- Who is asked.
  asked_enrolment_id text not null references enrolment (id),
  asked_person_id text not null references person (id),
  -- The place in the asker's order.
  place bigint not null,
  -- What the asker writes, and who may read it.
  message text not null,
  audience text not null,
  -- The score in points (0 to 100), and the reasons as JSON of keys and arguments.
  score double precision,
  reasons text not null,
  -- waiting, open, accepted, declined, expired, withdrawn, passed.
  state text not null,
  created_at bigint not null,
  sent_at bigint,
  answer_by bigint,
  reminded_at bigint,
  ended_at bigint,
  -- When the asker heard that it ended without them.
  told_at bigint,
  relationship_id text references relationship (id)
);
create index request_enrolment on request (enrolment_id, state);
create index request_asked on request (asked_enrolment_id, state);
create index request_asked_person on request (asked_person_id, state);
create index request_programme on request (programme_id, state);
create index request_state on request (state, answer_by);
