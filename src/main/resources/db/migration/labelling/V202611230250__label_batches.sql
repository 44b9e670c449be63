create table label_batch (
    id uuid primary key,
    request_id uuid not null,
    organisation_id uuid not null,
    media varchar(20) not null,
    start_position integer not null,
    dots_per_inch integer not null,
    labels integer not null,
    sha256 varchar(64) not null,
    printed_by uuid,
    printed_by_name varchar(120) not null,
    printed_at timestamp(6) with time zone not null
);

create index label_batch_request on label_batch (request_id, printed_at);
