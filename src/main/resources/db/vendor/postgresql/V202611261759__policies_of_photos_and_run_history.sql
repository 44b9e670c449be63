-- What hangs on a discrepancy or on a run is within reach where these are.
create policy within_reach on discrepancy_photo using (
    (select boucle_everything()) or exists (select 1 from discrepancy d where d.id = discrepancy_id));
create policy within_reach on pickup_run_event using (
    (select boucle_everything()) or exists (select 1 from pickup_run r where r.id = run_id));
