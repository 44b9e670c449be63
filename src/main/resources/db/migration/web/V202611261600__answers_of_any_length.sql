-- An answer is kept in the transaction of its effect, whatever its length, with the version that it told.
alter table api_answer alter column body set data type text;
alter table api_answer add column etag varchar(100);
create index api_answer_by_age on api_answer (asked_at);
