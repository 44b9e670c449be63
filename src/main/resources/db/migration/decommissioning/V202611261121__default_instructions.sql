-- What a client usually asks for its data: only pre-fills the form, each request is decided by itself.
create table default_instruction (
    organisation_id uuid primary key references organisation,
    data_action varchar(10) not null,
    data_where varchar(15) not null,
    data_level varchar(10) not null,
    decided_at timestamp(6) with time zone not null,
    decided_by uuid
);
