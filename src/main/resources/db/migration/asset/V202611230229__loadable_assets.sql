-- What waits for a run is asked by each visit of a storekeeper's home page.
create index asset_waiting_for_run on asset (state, run_id, request_id);
