create table demo_clock (
    id integer primary key,
    offset_seconds bigint not null
);
