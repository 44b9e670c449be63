create table partner_site (
    id uuid primary key,
    partner_id uuid not null references organisation,
    name varchar(120) not null,
    siret varchar(14) not null,
    street varchar(200) not null,
    postal_code varchar(12) not null,
    city varchar(120) not null,
    country varchar(2) not null,
    permit varchar(120) not null,
    permit_until date not null,
    receipt varchar(120) not null,
    receipt_department varchar(60) not null,
    receipt_until date not null,
    exemption varchar(300) not null
);

-- organisation_id is the partner: what a client sees of a run goes by pickup_run_request.
create table pickup_run (
    id uuid primary key,
    reference varchar(20) not null unique,
    organisation_id uuid not null references organisation,
    partner_site_id uuid not null references partner_site,
    status varchar(12) not null,
    status_since timestamp(6) with time zone not null,
    carrier_name varchar(120),
    carrier_siret varchar(14),
    carrier_receipt varchar(120),
    carrier_receipt_until date,
    carrier_exemption varchar(300),
    window_from date not null,
    window_to date not null,
    lithium_kg numeric(10, 3),
    assets integer not null,
    planned_at timestamp(6) with time zone not null,
    planned_by uuid,
    proposed_at timestamp(6) with time zone,
    decline_reason varchar(500),
    offered_from date,
    offered_to date,
    closed_at timestamp(6) with time zone,
    manifest_sha256 varchar(64),
    handed_over_at timestamp(6) with time zone,
    handed_over_by uuid,
    received_at timestamp(6) with time zone,
    received_kg numeric(12, 3),
    version bigint not null
);

create index pickup_run_planned on pickup_run (planned_at, id);
create index pickup_run_status on pickup_run (status, status_since);
create index pickup_run_partner on pickup_run (organisation_id, planned_at);

create table pickup_run_request (
    run_id uuid not null references pickup_run,
    request_id uuid not null,
    reference varchar(20) not null,
    organisation_id uuid not null,
    primary key (run_id, request_id)
);

create index pickup_run_request_request on pickup_run_request (request_id);

-- The frozen list: written once, at the closing of the loading; received and reception_note follow at the weigh-in.
create table manifest_line (
    run_id uuid not null references pickup_run,
    asset_id uuid not null,
    position integer not null,
    tag varchar(12) not null,
    request_id uuid not null,
    organisation_id uuid not null,
    equipment_type varchar(40) not null,
    manufacturer varchar(200) not null,
    model varchar(200) not null,
    serial varchar(100) not null,
    waste_code varchar(10) not null,
    dangerous boolean not null,
    clearance varchar(8) not null,
    media integer not null,
    estimated_kg numeric(12, 3) not null,
    received varchar(8),
    reception_note varchar(500) not null,
    primary key (run_id, asset_id)
);

create table pickup_slip (
    run_id uuid not null references pickup_run,
    waste_code varchar(10) not null,
    slip_number varchar(60) not null,
    primary key (run_id, waste_code)
);

-- signature_value is a name, or a picture of at most 200 kB as a data URL.
create table handover (
    run_id uuid primary key references pickup_run,
    driver_name varchar(120) not null,
    plate varchar(20) not null,
    signature_kind varchar(8) not null,
    signature_value varchar(300000) not null,
    seals varchar(2000) not null
);
