-- A node of the former release still hands lorries over during an upgrade, and knows nothing of these columns.
alter table handover alter column site_name drop not null;
alter table handover alter column site_siret drop not null;
alter table handover alter column site_street drop not null;
alter table handover alter column site_postal_code drop not null;
alter table handover alter column site_city drop not null;
alter table handover alter column site_country drop not null;
alter table handover alter column permit drop not null;
alter table handover alter column permit_until drop not null;
alter table handover alter column receipt drop not null;
alter table handover alter column receipt_department drop not null;
alter table handover alter column exemption drop not null;
