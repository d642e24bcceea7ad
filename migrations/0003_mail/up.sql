-- Outgoing mail, written with the act and sent after the commit.
create table outbox (
  id text primary key not null,
  organisation_id text not null,
  person_id text,
  to_name text not null,
  to_address text not null,
  -- What the mail is about, as «round-published»: never shown, used to count and to withdraw.
  kind text not null,
  subject_kind text,
  subject_id text,
  subject text not null,
  text_body text not null,
  html_body text not null,
  calendar text,
  calendar_method text,
  message_id text not null,
  created_at bigint not null,
  send_after bigint not null,
  attempts bigint not null,
  leased_until bigint,
  sent_at bigint,
  withdrawn_at bigint,
  given_up_at bigint,
  last_error text
);
create index outbox_due on outbox (send_after) where sent_at is null and withdrawn_at is null and given_up_at is null;
create index outbox_subject on outbox (subject_kind, subject_id);
create index outbox_person on outbox (person_id);

-- Links in mails that act without signing in, by the digest of their secret.
create table mail_link (
  digest text primary key not null,
  organisation_id text not null,
  person_id text not null,
  -- What the link may do, as «answer-offer», and to what.
  purpose text not null,
  subject_id text not null,
  data text not null,
  created_at bigint not null,
  expires_at bigint not null,
  used_at bigint
);
create index mail_link_subject on mail_link (subject_id);
