create table decommissioning_request (
    id uuid primary key,
    organisation_id uuid not null references organisation,
    organisation_name varchar(120) not null,
    reference varchar(20) not null unique,
    site_id uuid references site,
    site_name varchar(120) not null,
    contact_name varchar(120) not null,
    contact_email varchar(200) not null,
    contact_phone varchar(40) not null,
    window_from date,
    window_to date,
    data_action varchar(10),
    data_where varchar(15),
    data_level varchar(10),
    data_decided_by uuid,
    data_decided_at timestamp(6) with time zone,
    note varchar(4000) not null,
    units integer not null,
    status varchar(20) not null,
    reason varchar(500),
    submissions integer not null,
    created_by uuid not null,
    created_at timestamp(6) with time zone not null,
    written_at timestamp(6) with time zone not null,
    submitted_at timestamp(6) with time zone,
    decided_by uuid,
    decided_at timestamp(6) with time zone,
    version bigint not null
);

create index decommissioning_request_newest on decommissioning_request (created_at desc, id desc);
create index decommissioning_request_tenant on decommissioning_request (organisation_id, created_at desc, id desc);
create index decommissioning_request_status on decommissioning_request (status, created_at desc, id desc);

-- serial: the normalised form, by which two readings are equal; serial_given: as the client wrote it
create table request_line (
    request_id uuid not null references decommissioning_request,
    line integer not null,
    organisation_id uuid not null,
    type varchar(60) not null,
    manufacturer varchar(120) not null,
    model varchar(120) not null,
    model_upper varchar(120) not null,
    serial varchar(200),
    serial_given varchar(200),
    quantity integer not null,
    condition_text varchar(500) not null,
    placed_on_market varchar(20) not null,
    largest_dimension_cm numeric(10, 3),
    weight_kg numeric(12, 3),
    data_action varchar(10),
    data_where varchar(15),
    data_level varchar(10),
    primary key (request_id, line)
);

create index request_line_serial on request_line (serial);
create index request_line_model on request_line (model_upper);

create table request_medium (
    request_id uuid not null,
    line integer not null,
    position integer not null,
    organisation_id uuid not null,
    kind varchar(10) not null,
    interface varchar(10) not null,
    serial varchar(200),
    serial_given varchar(200),
    model varchar(120) not null,
    capacity_gb integer,
    primary key (request_id, line, position),
    foreign key (request_id, line) references request_line
);

create index request_medium_serial on request_medium (serial);

-- Serials of requests that are submitted or accepted but not yet registered: one open request a serial, whoever asks first.
create table request_serial (
    serial varchar(64) primary key,
    request_id uuid not null references decommissioning_request,
    organisation_id uuid not null
);

create index request_serial_request on request_serial (request_id);
