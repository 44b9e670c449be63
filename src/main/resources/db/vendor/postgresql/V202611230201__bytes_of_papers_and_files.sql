-- Here because no type for bytes without a limit is spelled alike on H2 (blob) and PostgreSQL (bytea).
create table paper_content (
    paper_id uuid primary key references paper,
    bytes bytea not null,
    snapshot bytea not null
);

create table received_file_content (
    file_id uuid primary key references received_file,
    bytes bytea not null
);
