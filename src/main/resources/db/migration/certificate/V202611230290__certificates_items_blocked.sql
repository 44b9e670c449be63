create table certificate (
    id uuid primary key,
    number varchar(30) not null unique,
    type varchar(30) not null,
    edition integer not null,
    state varchar(12) not null,
    provisional boolean not null,
    provisional_until date,
    request_id uuid not null,
    request_reference varchar(30) not null,
    run_id uuid,
    organisation_id uuid not null,
    client varchar(120) not null,
    issuer varchar(120) not null,
    assets integer not null,
    paper_id uuid not null,
    sha256 varchar(64) not null,
    content_sha256 varchar(64) not null,
    code_hash varchar(64) not null,
    issued_at timestamp(6) with time zone not null,
    issued_by uuid,
    -- The one certificate in force for a type, request and run; absent once superseded or revoked.
    in_force varchar(120) unique,
    supersedes varchar(30),
    superseded_by varchar(30),
    reason varchar(500) not null,
    revoked_at timestamp(6) with time zone,
    revoked_by uuid,
    version bigint not null
);

create index certificate_request on certificate (request_id, issued_at);
create index certificate_newest on certificate (issued_at, number);
create index certificate_organisation on certificate (organisation_id, issued_at, number);
create index certificate_sha256 on certificate (sha256);

create table certificate_item (
    certificate_id uuid not null references certificate,
    line integer not null,
    organisation_id uuid not null,
    tag varchar(12) not null,
    serial varchar(80) not null,
    serial_normalised varchar(80) not null,
    primary key (certificate_id, line)
);

create index certificate_item_serial on certificate_item (serial_normalised);
create index certificate_item_tag on certificate_item (tag);

create table certificate_blocked (
    request_id uuid not null,
    type varchar(30) not null,
    organisation_id uuid not null,
    request_reference varchar(30) not null,
    since timestamp(6) with time zone not null,
    missing varchar(100000) not null,
    primary key (request_id, type)
);

create index certificate_blocked_since on certificate_blocked (since);
