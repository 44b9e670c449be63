-- Pictures that show a discrepancy, or how it ended. The bytes stand with the files received.
create table discrepancy_photo (
    discrepancy_id uuid not null references discrepancy,
    number integer not null,
    file_id uuid not null,
    added_at timestamp(6) with time zone not null,
    added_by uuid,
    primary key (discrepancy_id, number)
);
