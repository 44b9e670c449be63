-- The register as a file goes by lots.
create unique index lot_reference on lot (reference);
