-- What happened to a run, in order, with the reason given: read by people on its page. The ledger has the same facts without the words.
create table pickup_run_event (
    run_id uuid not null references pickup_run,
    position integer not null,
    kind varchar(60) not null,
    happened_at timestamp(6) with time zone not null,
    actor_id uuid,
    note varchar(600) not null,
    primary key (run_id, position)
);
