-- The letter that tells a client of a medium lost, or found where it should not be: one a discrepancy.
create table loss_letter (
    discrepancy_id uuid primary key,
    medium_id uuid not null,
    request_id uuid not null,
    organisation_id uuid not null,
    number varchar(40) not null unique,
    paper_id uuid not null,
    issued_at timestamp(6) with time zone not null
);

create index loss_letter_request on loss_letter (request_id, issued_at);
