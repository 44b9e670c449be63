-- After each migration: every table that holds an organisation's rows stands behind the wall, and the application's role
-- has its rights. Tables with a policy of their own keep it. Two nodes that start at once take turns.
do $$
declare
    application name := '${application_role}';
    held record;
    reach text;
begin
    perform pg_advisory_xact_lock(hashtext('boucle.afterMigrate'));
    for held in
        select c.oid, c.relname, c.relrowsecurity,
            exists (select 1 from pg_policy p where p.polrelid = c.oid) as has_policy,
            bool_or(a.attname = 'organisation_id') as has_organisation,
            bool_or(a.attname = 'request_id') as has_request,
            bool_or(a.attname = 'run_id') as has_run
        from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r' and c.relname not like 'act\_%'
        group by c.oid, c.relname, c.relrowsecurity
    loop
        if held.has_organisation and not held.has_policy then
            reach := '(select boucle_everything()) or organisation_id = any ((select boucle_organisations())::uuid[])';
            if held.has_request then
                reach := reach || ' or request_id in (select boucle_partner_requests())';
            end if;
            if held.has_run then
                reach := reach || ' or run_id in (select boucle_partner_runs())';
            end if;
            execute format('create policy within_reach on %I using (%s)', held.relname, reach);
        end if;
        if not held.relrowsecurity and (held.has_organisation or held.has_policy) then
            execute format('alter table %I enable row level security', held.relname);
        end if;
    end loop;

    -- One role for both is a simple installation: the owner of a table is past its policies.
    if application = current_user or not exists (select 1 from pg_roles where rolname = application) then
        return;
    end if;
    execute format('grant usage on schema %I to %I', current_schema(), application);
    execute format('grant usage on all sequences in schema %I to %I', current_schema(), application);
    for held in
        select c.relname, c.relkind from pg_class c
        where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'v')
            and pg_has_role(c.relowner, 'member')
    loop
        if held.relkind = 'v' or held.relname in ('ledger_entry', 'asset_event', 'flyway_schema_history') then
            execute format('revoke all on %I from %I', held.relname, application);
            execute format('grant select on %I to %I', held.relname, application);
            if held.relname in ('ledger_entry', 'asset_event') then
                execute format('grant insert on %I to %I', held.relname, application);
            end if;
        else
            execute format('grant select, insert, update, delete on %I to %I', held.relname, application);
        end if;
    end loop;
end
$$;
