-- A client takes its register out by tag, piece by piece.
create index asset_organisation_tag on asset (organisation_id, tag);
