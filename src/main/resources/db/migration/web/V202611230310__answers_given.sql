-- The answer given to a call with an Idempotency-Key, so that the same call gets it again.
create table api_answer (
    owner varchar(200) not null,
    idempotency_key varchar(100) not null,
    call_hash varchar(64) not null,
    status integer,
    content_type varchar(100),
    location varchar(300),
    body varchar(1000000),
    asked_at timestamp(6) with time zone not null,
    primary key (owner, idempotency_key)
);
