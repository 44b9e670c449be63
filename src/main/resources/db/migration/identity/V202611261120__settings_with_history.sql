-- What the host set, by name; what is not here has the default of the code. The history is never changed.
create table setting (
    name varchar(40) primary key,
    setting_value varchar(2000) not null
);

create table setting_change (
    id uuid primary key,
    name varchar(40) not null,
    value_before varchar(2000) not null,
    value_after varchar(2000) not null,
    reason varchar(500) not null,
    changed_at timestamp(6) with time zone not null,
    changed_by uuid
);

create index setting_change_order on setting_change (changed_at, id);

-- A client's own delay to decide media, in working days; absent where the host's holds.
alter table organisation add column media_days integer;
