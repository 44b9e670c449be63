create table number_series (
    issuer_id uuid not null,
    series varchar(8) not null,
    calendar_year integer not null,
    last_number bigint not null,
    primary key (issuer_id, series, calendar_year)
);

create table paper (
    id uuid primary key,
    paper_type varchar(40) not null,
    number varchar(40) not null,
    version integer not null,
    organisation_id uuid not null,
    subject_id uuid not null,
    issued_at timestamp(6) with time zone not null,
    sha256 varchar(64) not null unique,
    size bigint not null
);

create index paper_subject on paper (subject_id, paper_type, issued_at);
create index paper_organisation on paper (organisation_id, issued_at);

create table received_file (
    id uuid primary key,
    organisation_id uuid not null,
    name varchar(200) not null,
    media_type varchar(100) not null,
    size bigint not null,
    sha256 varchar(64) not null,
    received_at timestamp(6) with time zone not null,
    received_by uuid,
    unique (organisation_id, sha256)
);
