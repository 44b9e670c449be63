-- Here because only PostgreSQL has trigrams: a part of a serial or a model is found by index. H2 reads through.
create extension if not exists pg_trgm;

create index request_line_serial_part on request_line using gin (serial gin_trgm_ops);
create index request_line_model_part on request_line using gin (model_upper gin_trgm_ops);
create index request_medium_serial_part on request_medium using gin (serial gin_trgm_ops);
