-- Something came to light after a certificate was issued: the officer supersedes it, or says why it stands.
create table certificate_revision (
    id uuid primary key,
    certificate_number varchar(30) not null references certificate (number),
    request_id uuid not null,
    organisation_id uuid not null,
    cause varchar(20) not null,
    cause_id uuid not null,
    note varchar(600) not null,
    proposed_at timestamp(6) with time zone not null,
    decided_at timestamp(6) with time zone,
    decided_by uuid,
    reason varchar(500),
    unique (certificate_number, cause, cause_id)
);

create index certificate_revision_waiting on certificate_revision (decided_at, proposed_at);
