-- One row per case that a diagram follows. The row is what a step and a person's action lock before they ask the domain
-- where the case stands, so that neither can pass the other unseen.
create table process_case (
    subject uuid not null primary key,
    diagram varchar(40) not null,
    instance_id varchar(64) not null,
    organisation_id uuid not null,
    holder_id uuid,
    reference varchar(60) not null,
    started_at timestamp(6) with time zone not null,
    late_work varchar(60),
    late_since timestamp(6) with time zone
);
create unique index process_case_instance on process_case (instance_id);
create index process_case_organisation on process_case (organisation_id, diagram);
create index process_case_late on process_case (late_since);
