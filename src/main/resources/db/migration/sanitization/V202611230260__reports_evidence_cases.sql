-- A request whose media are being decided. Its row is locked before they are counted, so that of two people who decide
-- the last two media at once one sees both; the counts are kept for the work list.
create table sanitization_case (
    request_id uuid primary key,
    organisation_id uuid not null,
    reference varchar(40) not null,
    media integer not null,
    undecided integer not null,
    unnamed integer not null,
    entrusted_once boolean not null,
    closed boolean not null,
    opened_at timestamp(6) with time zone not null,
    validated_by uuid,
    validated_at timestamp(6) with time zone,
    validated_with_partner boolean not null
);

create index sanitization_case_open on sanitization_case (closed, undecided, opened_at);

-- A report file as received: the same bytes from the same organisation are one report.
create table erasure_report (
    id uuid primary key,
    organisation_id uuid not null,
    file_id uuid not null,
    file_name varchar(200) not null,
    sha256 varchar(64) not null,
    tool varchar(40) not null,
    tool_version varchar(40) not null,
    host_serial varchar(120) not null,
    received_at timestamp(6) with time zone not null,
    received_by uuid,
    constraint erasure_report_once unique (organisation_id, sha256)
);

-- What a report says of one drive. verdict and reasons are computed and never overwritten; a person's ruling stands beside.
create table drive_result (
    id uuid primary key,
    report_id uuid not null references erasure_report,
    organisation_id uuid not null,
    position integer not null,
    device varchar(64) not null,
    bus varchar(16) not null,
    serial varchar(65) not null,
    model varchar(120) not null,
    method varchar(80) not null,
    technique varchar(40) not null,
    overwrites integer not null,
    level varchar(8),
    verification varchar(10) not null,
    hidden_area varchar(12) not null,
    started_at timestamp(6) with time zone,
    ended_at timestamp(6) with time zone,
    verdict varchar(10) not null,
    reasons varchar(400) not null,
    ruled varchar(10),
    medium_id uuid,
    tag varchar(12),
    candidates varchar(800) not null,
    state varchar(10) not null,
    decided_by uuid,
    decided_at timestamp(6) with time zone,
    decided_reason varchar(500) not null,
    received_at timestamp(6) with time zone not null
);

create index drive_result_report on drive_result (report_id, position);
create index drive_result_state on drive_result (state, received_at, id);

-- Evidence on a medium: reports, manual records, destructions, rulings. The id of a report's evidence is its result's.
create table medium_evidence (
    id uuid primary key,
    organisation_id uuid not null,
    request_id uuid not null,
    medium_id uuid not null,
    tag varchar(12) not null,
    kind varchar(12) not null,
    technique varchar(40) not null,
    level varchar(8),
    tool varchar(80) not null,
    tool_version varchar(40) not null,
    verification varchar(60) not null,
    started_at timestamp(6) with time zone,
    ended_at timestamp(6) with time zone,
    result varchar(12) not null,
    reasons varchar(400) not null,
    caveats varchar(200) not null,
    performer uuid,
    validator uuid,
    validated_at timestamp(6) with time zone,
    detail varchar(2000) not null,
    sha256 varchar(64) not null,
    awaits_ruling boolean not null,
    recorded_at timestamp(6) with time zone not null
);

create index medium_evidence_medium on medium_evidence (medium_id, recorded_at);
create index medium_evidence_request on medium_evidence (request_id, recorded_at);
create index medium_evidence_ruling on medium_evidence (awaits_ruling, recorded_at);
create index medium_evidence_open on medium_evidence (kind, result, recorded_at);
