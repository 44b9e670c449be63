-- Letters to be sent, written in the transaction of the fact that they tell. Ids only: who it goes to, what it says and
-- any secret in it are found or drawn when it leaves. contact: the hash of the address of a contact that the organisation
-- named; person_id for everybody else. held_by: the try that has it in hand, until held_until.
create table letter (
    id uuid primary key,
    kind varchar(30) not null,
    organisation_id uuid not null,
    subject_id uuid not null,
    about varchar(60) not null,
    person_id uuid references person,
    contact varchar(64),
    created_at timestamp(6) with time zone not null,
    state varchar(8) not null,
    due_at timestamp(6) with time zone not null,
    tries integer not null,
    held_by uuid,
    held_until timestamp(6) with time zone,
    settled_at timestamp(6) with time zone,
    problem varchar(120) not null
);

create index letter_due on letter (state, due_at, id);
create index letter_settled on letter (settled_at);
create index letter_of_subject on letter (subject_id, kind);
create index letter_of_person on letter (person_id);
