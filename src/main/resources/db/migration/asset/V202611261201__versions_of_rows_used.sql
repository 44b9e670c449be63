-- The version of the reference row that gave the type its defaults, and the code its meaning; absent before rows had versions.
alter table asset add column type_version integer;
alter table asset add column code_version integer;
