-- open_key holds "mode subject" while the round is open: one open round of a mode on a subject.
create table scan_round (
    id uuid primary key,
    mode varchar(10) not null,
    subject_id uuid not null,
    reference varchar(20) not null,
    organisation_id uuid not null,
    open boolean not null,
    open_key varchar(60) unique,
    opened_at timestamp(6) with time zone not null,
    opened_by uuid,
    closed_at timestamp(6) with time zone,
    closed_by uuid
);

create index scan_round_subject on scan_round (subject_id, opened_at);

create table scan (
    id uuid primary key,
    round_id uuid not null references scan_round,
    asset_id uuid,
    tag varchar(12),
    code varchar(200) not null,
    serial varchar(100),
    note varchar(500) not null,
    happened_at timestamp(6) with time zone not null,
    heard_at timestamp(6) with time zone not null,
    by_id uuid,
    answer varchar(16) not null,
    repaired boolean not null,
    first_scan_id uuid,
    serial_wanted varchar(100),
    media_decided integer,
    media_expected integer,
    undone boolean not null
);

create index scan_round_heard on scan (round_id, heard_at);
create index scan_asset on scan (asset_id, heard_at);

create table round_item (
    round_id uuid not null references scan_round,
    asset_id uuid not null,
    tag varchar(12) not null,
    request_id uuid not null,
    organisation_id uuid not null,
    position integer not null,
    manufacturer varchar(200) not null,
    model varchar(200) not null,
    serial varchar(100),
    standing varchar(10) not null,
    happened_at timestamp(6) with time zone,
    scan_id uuid,
    by_id uuid,
    reason varchar(500) not null,
    primary key (round_id, asset_id),
    unique (round_id, tag)
);

-- open_key holds "kind subject run" while the discrepancy is open: one open discrepancy about a thing.
create table discrepancy (
    id uuid primary key,
    kind varchar(40) not null,
    organisation_id uuid not null,
    request_id uuid,
    run_id uuid,
    asset_id uuid,
    medium_id uuid,
    detail varchar(500) not null,
    open_key varchar(120) unique,
    opened_at timestamp(6) with time zone not null,
    opened_by uuid,
    due_at timestamp(6) with time zone not null,
    outcome varchar(12),
    note varchar(500) not null,
    resolved_at timestamp(6) with time zone,
    resolved_by uuid
);

create index discrepancy_request on discrepancy (request_id);
create index discrepancy_run on discrepancy (run_id);
create index discrepancy_asset on discrepancy (asset_id);
create index discrepancy_opened on discrepancy (opened_at, id);
