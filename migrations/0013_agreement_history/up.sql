-- Every wording that an agreement has had, so that members can see what they agreed to and when.

create table agreement_version (
  relationship_id text not null references relationship (id),
  version bigint not null,
  -- JSON: the clauses.
  clauses text not null,
  changed_by text,
  changed_at bigint not null,
  primary key (relationship_id, version)
);
