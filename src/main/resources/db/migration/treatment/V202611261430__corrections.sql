-- A report that would change what is certified waits for the officer: PROPOSED, then IN_FORCE or REFUSED; REPLACED by the partner's next.
alter table treatment_report add column standing varchar(12) default 'IN_FORCE' not null;
alter table treatment_report add column correction_reason varchar(500);
alter table treatment_report add column ruled_at timestamp(6) with time zone;
alter table treatment_report add column ruled_by uuid;
alter table treatment_report add column ruled_reason varchar(500);
create index treatment_report_standing on treatment_report (standing, reported_at);
