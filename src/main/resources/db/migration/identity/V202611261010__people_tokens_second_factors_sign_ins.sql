create index person_by_name on person (name, id);

-- What a token may do, when it was last used (to the hour), and whether it was taken back.
alter table api_token add column scopes varchar(40) default 'READ WRITE' not null;
alter table api_token add column last_used_at timestamp(6) with time zone;
alter table api_token add column revoked_at timestamp(6) with time zone;

create index api_token_person on api_token (person_id, created_at);
create index one_time_link_person on one_time_link (person_id);

-- The shared secret of a person's code generator; it counts once confirmed. last_step: the time step of the last code
-- accepted, so that each code works once.
create table second_factor (
    person_id uuid primary key references person,
    secret varchar(64) not null,
    confirmed_at timestamp(6) with time zone,
    last_step bigint not null
);

create table recovery_code (
    person_id uuid not null references person,
    code_hash varchar(64) not null,
    used_at timestamp(6) with time zone,
    primary key (person_id, code_hash)
);

-- Who came in or tried to, kept for a stated time. Without a person when the address typed is nobody's: what was typed is
-- not kept, since people type their password there.
create table sign_in (
    id uuid primary key,
    happened_at timestamp(6) with time zone not null,
    person_id uuid references person,
    outcome varchar(24) not null,
    address varchar(45) not null,
    agent varchar(80) not null
);

create index sign_in_at on sign_in (happened_at, id);
create index sign_in_person on sign_in (person_id, happened_at, id);
