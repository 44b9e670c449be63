-- The reference row, with its version, that the evidence was held against: sanitization-techniques/HDD_ATA:OVERWRITE@0.
alter table medium_evidence add column reference_row varchar(220);
