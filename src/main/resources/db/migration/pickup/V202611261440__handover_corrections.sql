-- A handover is corrected by a note that both sides sign; the handover, the manifest and the take-back note stay as they were.
-- open_key holds the run while a note awaits the partner: one at a time.
create table handover_correction (
    id uuid primary key,
    run_id uuid not null references pickup_run,
    number integer not null,
    organisation_id uuid not null,
    driver_name varchar(120),
    plate varchar(20),
    handed_over_at timestamp(6) with time zone,
    seals varchar(2000),
    slips varchar(2000) not null,
    not_left varchar(20000) not null,
    unlisted varchar(20000) not null,
    reason varchar(500) not null,
    standing varchar(16) not null,
    open_key uuid unique,
    written_at timestamp(6) with time zone not null,
    written_by uuid,
    written_name varchar(120) not null,
    answered_at timestamp(6) with time zone,
    answered_by uuid,
    answered_name varchar(120),
    answer_reason varchar(500),
    unique (run_id, number)
);
