create table organisation (
    id uuid primary key,
    kind varchar(10) not null,
    name varchar(120) not null,
    siret varchar(14),
    street varchar(200) not null,
    postal_code varchar(12) not null,
    city varchar(120) not null,
    country varchar(2) not null,
    language varchar(2) not null
);

create table site (
    id uuid primary key,
    organisation_id uuid not null references organisation,
    name varchar(120) not null,
    street varchar(200) not null,
    postal_code varchar(12) not null,
    city varchar(120) not null,
    country varchar(2) not null,
    access varchar(500) not null
);

create index site_organisation on site (organisation_id, name);

create table person (
    id uuid primary key,
    email varchar(200) not null unique,
    name varchar(120) not null,
    password_hash varchar(200),
    language varchar(2) not null,
    enabled boolean not null
);

create table person_role (
    person_id uuid not null references person,
    role varchar(12) not null,
    primary key (person_id, role)
);

create table person_organisation (
    person_id uuid not null references person,
    organisation_id uuid not null references organisation,
    primary key (person_id, organisation_id)
);

create table api_token (
    id uuid primary key,
    person_id uuid not null references person,
    name varchar(80) not null,
    token_hash varchar(64) not null unique,
    expires_at timestamp(6) with time zone not null,
    created_at timestamp(6) with time zone not null
);

create table one_time_link (
    id uuid primary key,
    person_id uuid not null references person,
    secret_hash varchar(64) not null unique,
    expires_at timestamp(6) with time zone not null,
    used_at timestamp(6) with time zone
);
