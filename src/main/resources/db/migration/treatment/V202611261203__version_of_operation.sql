-- The version of the operation that the fraction was held against; absent before operations had versions.
alter table treatment_fraction add column operation_version integer;
