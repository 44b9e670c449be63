-- Here because only PostgreSQL has row policies. "like" is not leakproof: behind a policy it may not use an index. The
-- owner searches and tells which requests; these the policy of decommissioning_request lets through or not.
create index decommissioning_request_reference_part on decommissioning_request using gin (reference gin_trgm_ops);

create function boucle_requests_with(reference_start text, serial_part text, model_part text) returns setof uuid
    language sql stable security definer rows 50 set search_path from current as $$
    select id from decommissioning_request where reference like reference_start escape '!'
    union select request_id from request_line
        where serial like serial_part escape '!' or model_upper like model_part escape '!'
    union select request_id from request_medium where serial like serial_part escape '!'
$$;
