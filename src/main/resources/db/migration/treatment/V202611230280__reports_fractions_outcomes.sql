create table treatment_report (
    id uuid primary key,
    run_id uuid not null,
    number integer not null,
    partner_id uuid not null,
    treated_at date not null,
    method varchar(300) not null,
    in_kg numeric(12, 3) not null,
    out_kg numeric(12, 3) not null,
    within_tolerance boolean not null,
    all_final boolean not null,
    reported_at timestamp(6) with time zone not null,
    reported_by uuid,
    accepted_at timestamp(6) with time zone,
    accepted_by uuid,
    accepted_reason varchar(500),
    version bigint not null,
    -- Two reports at once cannot both become the second version.
    unique (run_id, number)
);

create table treatment_fraction (
    report_id uuid not null references treatment_report,
    line integer not null,
    kind varchar(80) not null,
    weight_kg numeric(12, 3) not null,
    operation varchar(10) not null,
    mode varchar(30),
    waste_code varchar(12),
    dangerous boolean not null,
    destination varchar(200) not null,
    basis varchar(20) not null,
    final_operation boolean not null,
    hierarchy_class varchar(30) not null,
    primary key (report_id, line)
);

create table treatment_outcome (
    run_id uuid not null,
    asset_id uuid not null,
    request_id uuid not null,
    organisation_id uuid not null,
    outcome varchar(12) not null,
    primary key (run_id, asset_id)
);

create index treatment_outcome_request on treatment_outcome (request_id);
