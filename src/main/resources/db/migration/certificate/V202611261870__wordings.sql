-- What a document says in a language, by version. Words never change; approval is given and withdrawn. The shipped wording
-- is version 1 and has a row only once somebody decided on it.
create table wording_version (
    type varchar(30) not null,
    language varchar(2) not null,
    version integer not null,
    clauses varchar(60000) not null,
    reason varchar(500) not null,
    written_by uuid,
    written_at timestamp(6) with time zone,
    approved_by uuid,
    approved_at timestamp(6) with time zone,
    primary key (type, language, version)
);
