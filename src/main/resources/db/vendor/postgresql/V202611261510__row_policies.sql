-- Here because H2 has no row policies. The second wall between organisations (ADR 0010): each transaction of the
-- application says how far it reaches, '*' or a list of organisations' ids, 'settings' before them for an administrator.
-- Tables not named below get the policy of their columns by afterMigrate.sql.

-- Denied first and aloud: a read without a word, for instance outside a transaction, is a mistake and not an empty list.
create function boucle_reach() returns text language plpgsql stable as $$
declare
    reach text := current_setting('boucle.reach', true);
begin
    if coalesce(reach, '') = '' then
        raise insufficient_privilege using message = 'nobody said how far this transaction reaches (boucle.reach)';
    end if;
    return reach;
end
$$;

create function boucle_everything() returns boolean language sql stable as $$ select boucle_reach() = '*' $$;

create function boucle_settings() returns boolean language sql stable as $$
    select boucle_reach() = '*' or boucle_reach() like 'settings%'
$$;

create function boucle_organisations() returns uuid[] language sql stable as $$
    select coalesce(array_agg(word::uuid), '{}')
    from unnest(string_to_array(boucle_reach(), ',')) word
    where word not in ('*', 'settings')
$$;

-- Runs of which the person is the partner, and the requests on them. With their owner's rights: a policy that asked the
-- tables would ask itself.
create function boucle_partner_runs() returns setof uuid language sql stable security definer set search_path from current as $$
    select id from pickup_run where organisation_id = any (boucle_organisations())
$$;

create function boucle_partner_requests() returns setof uuid language sql stable security definer set search_path from current as $$
    select q.request_id from pickup_run r join pickup_run_request q on q.run_id = r.id
    where r.organisation_id = any (boucle_organisations())
$$;

-- Runs that fetch a request of the person's organisations.
create function boucle_client_runs() returns setof uuid language sql stable security definer set search_path from current as $$
    select run_id from pickup_run_request where organisation_id = any (boucle_organisations())
$$;

create index pickup_run_request_organisation on pickup_run_request (organisation_id);

-- Who belongs where is read at sign-in, before anybody is known, and shown to nobody.
create policy sign_in on person_organisation using (true);

create policy within_reach on site using (
    (select boucle_settings()) or organisation_id = any ((select boucle_organisations())::uuid[])
    or exists (select 1 from decommissioning_request r where r.site_id = site.id));

create policy within_reach on decommissioning_request using (
    (select boucle_everything()) or organisation_id = any ((select boucle_organisations())::uuid[])
    or id in (select boucle_partner_requests()));

create policy within_reach on pickup_run using (
    (select boucle_everything()) or organisation_id = any ((select boucle_organisations())::uuid[])
    or id in (select boucle_client_runs()));
create policy within_reach on pickup_slip using (
    (select boucle_everything()) or exists (select 1 from pickup_run r where r.id = run_id));
create policy within_reach on handover using (
    (select boucle_everything()) or exists (select 1 from pickup_run r where r.id = run_id));

create policy within_reach on scan_round using (
    (select boucle_everything()) or organisation_id = any ((select boucle_organisations())::uuid[])
    or subject_id in (select boucle_partner_runs()) or subject_id in (select boucle_partner_requests()));
create policy within_reach on scan using (
    (select boucle_everything()) or exists (select 1 from scan_round r where r.id = round_id));

create policy within_reach on asset_event using (
    (select boucle_everything()) or organisation_id = any ((select boucle_organisations())::uuid[])
    or exists (select 1 from asset a where a.id = asset_id));

create policy within_reach on paper using (
    (select boucle_everything()) or organisation_id = any ((select boucle_organisations())::uuid[])
    or subject_id in (select boucle_partner_runs()));
create policy within_reach on paper_content using (
    (select boucle_everything()) or exists (select 1 from paper p where p.id = paper_id));
create policy within_reach on received_file_content using (
    (select boucle_everything()) or exists (select 1 from received_file f where f.id = file_id));

create policy within_reach on drive_result using (
    (select boucle_everything()) or organisation_id = any ((select boucle_organisations())::uuid[])
    or exists (select 1 from erasure_report r where r.id = report_id));

create policy within_reach on treatment_report using (
    (select boucle_everything()) or partner_id = any ((select boucle_organisations())::uuid[])
    or run_id in (select boucle_client_runs()));
create policy within_reach on treatment_fraction using (
    (select boucle_everything()) or exists (select 1 from treatment_report r where r.id = report_id));

create policy within_reach on certificate_item using (
    (select boucle_everything()) or organisation_id = any ((select boucle_organisations())::uuid[])
    or exists (select 1 from certificate c where c.id = certificate_id));

create policy within_reach on process_case using (
    (select boucle_everything()) or organisation_id = any ((select boucle_organisations())::uuid[])
    or holder_id = any ((select boucle_organisations())::uuid[]));

-- The journal is read within reach and written by whatever happened; the application may not change it (afterMigrate.sql).
create policy within_reach on ledger_entry for select using (
    (select boucle_everything()) or organisation_id = any ((select boucle_organisations())::uuid[]));
create policy written_by_all on ledger_entry for insert with check (true);
