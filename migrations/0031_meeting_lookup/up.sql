-- A relationship's meetings of one state: what its health is computed from.
create index meeting_of_state on meeting (relationship_id, state, starts_at);
