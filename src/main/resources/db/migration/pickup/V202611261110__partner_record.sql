-- An exempt carrier has no receipt, so no last day of one. Codes are separated by semicolons; none means not yet recorded.
alter table partner_site alter column receipt_until drop not null;
alter table partner_site add column waste_codes varchar(4000) not null default '';
alter table partner_site add column archived_at timestamp(6) with time zone;
alter table partner_site add column version bigint not null default 0;

create table partner_certificate (
    id uuid primary key,
    site_id uuid not null references partner_site,
    name varchar(120) not null,
    issuer varchar(120) not null,
    number varchar(80) not null,
    valid_until date not null,
    file_id uuid references received_file,
    kept_at timestamp(6) with time zone not null,
    kept_by uuid,
    withdrawn_at timestamp(6) with time zone
);

create index partner_certificate_site on partner_certificate (site_id, valid_until);

create table partner_downstream (
    site_id uuid not null references partner_site,
    position integer not null,
    name varchar(120) not null,
    siret varchar(14) not null,
    city varchar(120) not null,
    country varchar(2) not null,
    what varchar(200) not null,
    primary key (site_id, position)
);
