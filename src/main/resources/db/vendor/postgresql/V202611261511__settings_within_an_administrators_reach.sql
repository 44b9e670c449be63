-- Here because H2 has no row policies. What an administrator sets up is no client's data: these tables of settings are
-- within the reach of the word 'settings' (ADR 0010). A table that another start already put behind the wall keeps no
-- second policy.
drop policy if exists within_reach on organisation_contact;
create policy within_reach on organisation_contact using (
    (select boucle_settings()) or organisation_id = any ((select boucle_organisations())::uuid[]));

drop policy if exists within_reach on default_instruction;
create policy within_reach on default_instruction using (
    (select boucle_settings()) or organisation_id = any ((select boucle_organisations())::uuid[]));

create policy within_reach on partner_certificate using (
    (select boucle_settings())
    or site_id in (select s.id from partner_site s where s.partner_id = any ((select boucle_organisations())::uuid[])));

-- A partner's papers are kept by whoever sets the partner up.
drop policy if exists within_reach on received_file;
create policy within_reach on received_file using (
    (select boucle_everything()) or organisation_id = any ((select boucle_organisations())::uuid[])
    or (select boucle_settings())
        and organisation_id in (select o.id from organisation o where o.kind = 'PARTNER'));
