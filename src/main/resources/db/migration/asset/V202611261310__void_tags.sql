-- A tag that was voided is never given again, and never an asset's again.
create table void_tag (
    tag varchar(12) primary key,
    asset_id uuid not null references asset,
    request_id uuid not null,
    organisation_id uuid not null,
    replaced_by varchar(12) not null,
    reason varchar(500) not null,
    voided_at timestamp(6) with time zone not null,
    voided_by uuid
);

create index void_tag_asset on void_tag (asset_id, voided_at);
