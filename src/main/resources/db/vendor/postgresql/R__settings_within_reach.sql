-- Here because H2 has no row policies. What an administrator sets up for an organisation stands in the reach of the
-- settings (ADR 0010), as its sites do; each client reaches its own. Repeatable, because it needs what later versions made.
drop policy if exists within_reach on organisation_contact;
create policy within_reach on organisation_contact using (
    (select boucle_settings()) or organisation_id = any ((select boucle_organisations())::uuid[]));

drop policy if exists within_reach on default_instruction;
create policy within_reach on default_instruction using (
    (select boucle_settings()) or organisation_id = any ((select boucle_organisations())::uuid[]));

drop policy if exists within_reach on partner_certificate;
create policy within_reach on partner_certificate using ((select boucle_settings()));
