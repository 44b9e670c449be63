-- One row for each running node, renewed while it lives; a row that was not renewed is a node that died.
create table node (
    id uuid primary key,
    name varchar(120) not null,
    version varchar(40) not null,
    started_at timestamp(6) with time zone not null,
    seen_at timestamp(6) with time zone not null
);
