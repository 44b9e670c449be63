-- A machine that the client had not declared, found on site: told to the client, who agrees or objects.
create table found_line (
    request_id uuid not null references decommissioning_request,
    line integer not null,
    organisation_id uuid not null,
    reference varchar(20) not null,
    asset_id uuid not null,
    tag varchar(12) not null,
    reason varchar(500) not null,
    added_by uuid,
    added_at timestamp(6) with time zone not null,
    answer varchar(10),
    answer_reason varchar(500) not null,
    answered_by uuid,
    answered_at timestamp(6) with time zone,
    primary key (request_id, line)
);

create index found_line_waiting on found_line (answer, organisation_id, added_at);

-- The client's later instructions for the data of a line, beside the first: who decided and when.
create table data_amendment (
    id uuid primary key,
    request_id uuid not null references decommissioning_request,
    line integer not null,
    organisation_id uuid not null,
    data_action varchar(10) not null,
    data_where varchar(15) not null,
    data_level varchar(10) not null,
    reason varchar(500) not null,
    decided_by uuid,
    decided_at timestamp(6) with time zone not null
);

create index data_amendment_request on data_amendment (request_id, line, decided_at);
