-- What a meeting's clock has done, and when a reader of a conversation was told last.

-- When all were reminded: of the meeting, or of slots that nobody picked.
alter table meeting add column reminded_at bigint;
-- When all were asked whether it happened.
alter table meeting add column asked_at bigint;
create index meeting_state on meeting (state, starts_at);

-- The mail about unread messages that was written last, and when it leaves.
alter table message_seen add column told_at bigint;
