-- Of a version whose approval was withdrawn and not given again.
alter table wording_version add column withdrawn_because varchar(500);
