-- The record of an organisation as the administrator keeps it; archived ones stay, because papers and cases name them.
alter table organisation add column vat_number varchar(20) not null default '';
alter table organisation add column archived_at timestamp(6) with time zone;
alter table organisation add column version bigint not null default 0;

create index organisation_name on organisation (name, id);

create table organisation_contact (
    organisation_id uuid not null references organisation,
    position integer not null,
    name varchar(120) not null,
    email varchar(200) not null,
    phone varchar(40) not null,
    tell_progress boolean not null,
    tell_certificates boolean not null,
    tell_incidents boolean not null,
    primary key (organisation_id, position)
);

-- What a driver must know, in fields; access keeps the free remark.
alter table site add column dock varchar(120) not null default '';
alter table site add column floor varchar(120) not null default '';
alter table site add column lift varchar(120) not null default '';
alter table site add column badge varchar(120) not null default '';
alter table site add column truck varchar(120) not null default '';
alter table site add column hours varchar(120) not null default '';
alter table site add column archived_at timestamp(6) with time zone;
alter table site add column version bigint not null default 0;
