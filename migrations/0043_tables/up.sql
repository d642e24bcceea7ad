-- Speed rounds at an event: who sits with whom in which round.

create table table_plan (
  id text primary key not null,
  organisation_id text not null,
  programme_id text not null references programme (id),
  track_id text not null references track (id),
  -- JSON: the people, the rounds, the round that runs, and the plans before the last changes.
  plan text not null,
  -- Counts the changes: two coordinators at once are told apart by it.
  version bigint not null,
  created_by text not null,
  created_at bigint not null,
  -- When everybody was sent their list; null before.
  told_at bigint,
  ended_at bigint
);
create index table_plan_track on table_plan (track_id, created_at);

-- With whom somebody would like to go on. Seen only where it is mutual.
create table meet_again (
  plan_id text not null references table_plan (id),
  organisation_id text not null,
  person_id text not null references person (id),
  wished_id text not null references person (id),
  wished_at bigint not null,
  primary key (plan_id, person_id, wished_id)
);
