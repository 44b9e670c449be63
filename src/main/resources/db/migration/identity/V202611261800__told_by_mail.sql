-- Whether a person wants letters about what happens; those with a link to choose a password come anyway.
alter table person add column told_by_mail boolean default true not null;
