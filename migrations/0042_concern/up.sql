-- Worries about somebody's safety: read by whoever is in charge, never by those they are about.

create table concern (
  id text primary key not null,
  organisation_id text not null,
  programme_id text references programme (id),
  relationship_id text references relationship (id),
  raised_by text not null references person (id),
  words text not null,
  -- Whether it goes past the coordinators, because it is about one of them.
  past_coordinators boolean not null,
  raised_at bigint not null,
  -- Unanswered until then, it goes to the administrators too.
  escalate_at bigint not null,
  escalated_at bigint,
  answered_at bigint,
  answered_by text,
  answer text
);
create index concern_programme on concern (programme_id, answered_at);
create index concern_raised on concern (raised_by);
create index concern_open on concern (organisation_id, answered_at, escalate_at);
