-- Every version of every reference row: rows are only added. The row as first shipped is version 0.
create table reference_row_version (
    table_name varchar(40) not null,
    row_key varchar(160) not null,
    version integer not null,
    origin varchar(8) not null,
    from_day date,
    ended boolean not null,
    cells varchar(20000) not null,
    list_position integer not null,
    restored integer,
    reason varchar(500) not null,
    changed_at timestamp(6) with time zone not null,
    changed_by uuid,
    primary key (table_name, row_key, version)
);

-- One row: counts the changes. Who writes holds it; the other nodes compare it with what they know.
create table reference_change (
    id integer primary key,
    change_number bigint not null
);

insert into reference_change (id, change_number) values (1, 0);
