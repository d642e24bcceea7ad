-- Matching rounds: their input, answer and certificate, replayable.

create table round (
  id text primary key not null,
  organisation_id text not null,
  programme_id text not null references programme (id),
  track_id text not null references track (id),
  -- draft, published, final (the undo window is over), undone.
  state text not null,
  objective text not null,
  -- JSON: what the coordinator changed for this round (wish weights, pins, bans).
  settings text not null,
  -- JSON: the people and answers as they were when it was solved.
  input text not null,
  input_digest text not null,
  -- JSON: pairs, unmatched, totals, reasons.
  answer text not null,
  certificate text not null,
  engine_version text not null,
  seed bigint not null,
  created_by text not null,
  created_at bigint not null,
  solved_at bigint,
  published_at bigint,
  published_by text,
  undo_until bigint,
  undone_at bigint
);
create index round_track on round (track_id, created_at);
create index round_programme on round (programme_id);
