-- Append-only: rows are inserted and read, never changed. Nothing in the application updates or deletes here.
create table ledger_entry (
    position bigint generated always as identity primary key,
    happened_at timestamp(6) with time zone not null,
    kind varchar(60) not null,
    subject uuid not null,
    organisation_id uuid not null,
    actor_id uuid,
    facts varchar(1000000) not null
);

create index ledger_entry_subject on ledger_entry (subject, position);
