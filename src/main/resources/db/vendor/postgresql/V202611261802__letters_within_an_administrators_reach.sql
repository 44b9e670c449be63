-- Here because H2 has no row policies. Letters are ids and states, which an administrator watches (ADR 0010): within the
-- reach of the word 'settings'.
drop policy if exists within_reach on letter;
create policy within_reach on letter using (
    (select boucle_settings()) or organisation_id = any ((select boucle_organisations())::uuid[]));
