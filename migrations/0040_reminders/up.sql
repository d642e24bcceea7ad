-- What people were told once already, so that nobody is told twice.

-- When the members were told that the last day comes near.
alter table relationship add column ending_told_at bigint;
create index relationship_ends on relationship (track_id, ends_on);

-- When somebody who had not answered was asked once more.
alter table check_in add column reminded_at bigint;
create index check_in_open on check_in (answered_at, asked_at);
