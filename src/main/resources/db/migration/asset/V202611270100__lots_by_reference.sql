-- The register as a file goes by lots.
create index lot_reference on lot (reference);
