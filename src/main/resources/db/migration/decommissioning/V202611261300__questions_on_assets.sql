-- A question to the client on one asset after acceptance: ASKED, ANSWERED, CLOSED. tag is the asset's present one.
create table asset_question (
    id uuid primary key,
    request_id uuid not null references decommissioning_request,
    organisation_id uuid not null,
    asset_id uuid not null,
    tag varchar(12) not null,
    question varchar(2000) not null,
    blocking boolean not null,
    state varchar(10) not null,
    asked_by uuid,
    asked_as varchar(12) not null,
    asked_at timestamp(6) with time zone not null,
    due_at timestamp(6) with time zone not null,
    answer varchar(4000) not null,
    answer_file_id uuid,
    answered_by uuid,
    answered_at timestamp(6) with time zone,
    closed_by uuid,
    closed_at timestamp(6) with time zone
);

create index asset_question_asset on asset_question (asset_id, asked_at);
create index asset_question_request on asset_question (request_id, asked_at);
create index asset_question_waiting on asset_question (state, organisation_id, asked_at);
