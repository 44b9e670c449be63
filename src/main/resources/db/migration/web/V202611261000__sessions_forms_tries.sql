-- Sessions of people signed in, in the shape that Spring Session JDBC asks for: any node serves any session.
create table spring_session (
    primary_id char(36) not null primary key,
    session_id char(36) not null unique,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);

create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);

-- One showing of one form that was sent, by the hash of its session and token, and where the sender was led.
create table sent_form (
    form varchar(64) primary key,
    went_to varchar(2000),
    sent_at timestamp(6) with time zone not null
);

create index sent_form_at on sent_form (sent_at);

-- Tries that are slowed down, by the hash of who tries what. used_up_to is a time in milliseconds of our clock that each
-- try moves ahead; when it is too far ahead of now, the next one waits.
create table tried (
    who varchar(64) primary key,
    used_up_to bigint not null
);

create index tried_up_to on tried (used_up_to);
