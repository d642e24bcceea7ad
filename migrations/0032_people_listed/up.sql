-- The list of people in its order, and their number, without a look at the people themselves.
create index person_listed on person (organisation_id, name, id) where erased_at is null;
drop index person_name;
