-- Who there is, how they sign in, and what they may do.

create table organisation (
  id text primary key not null,
  name text not null,
  language text not null,
  time_zone text not null,
  created_at bigint not null
);

create table person (
  id text primary key not null,
  organisation_id text not null references organisation (id),
  name text not null,
  -- Lower case; null for people known from a spreadsheet only.
  email text,
  -- The key that an import knows them by.
  outside_key text,
  language text not null,
  time_zone text not null,
  department text,
  site text,
  company text,
  job_title text,
  level bigint,
  manager_id text references person (id),
  hired_on text,
  -- JSON lists.
  languages text not null,
  affinities text not null,
  -- JSON: [{"day": "mon", "from": "09:00", "to": "12:00"}], in the person's own zone.
  availability text not null,
  theme text,
  created_at bigint not null,
  erased_at bigint
);
create unique index person_email on person (organisation_id, email);
create index person_manager on person (manager_id);
create index person_name on person (organisation_id, name);

create table password (
  person_id text primary key not null references person (id),
  hash text not null,
  set_at bigint not null
);

-- One-time links, by the digest of their secret.
create table sign_in_link (
  digest text primary key not null,
  person_id text not null references person (id),
  onward text not null,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint
);

create table session (
  id text primary key not null,
  digest text not null unique,
  person_id text not null references person (id),
  device text not null,
  created_at bigint not null,
  seen_at bigint not null,
  expires_at bigint not null,
  revoked_at bigint
);
create index session_person on session (person_id);

-- Guessing is limited by what is tried (an account, an address), in windows.
create table attempt (
  subject text not null,
  window_start bigint not null,
  count bigint not null,
  primary key (subject, window_start)
);

-- What a person may do beyond taking part: administrator of the organisation, coordinator of a programme.
create table appointment (
  id text primary key not null,
  organisation_id text not null references organisation (id),
  person_id text not null references person (id),
  part text not null,
  programme_id text,
  appointed_at bigint not null,
  appointed_by text,
  ended_at bigint
);
create index appointment_person on appointment (person_id);
create index appointment_programme on appointment (programme_id);
