-- The partner's site with its permit and receipt as they were when the lorry left: papers about that hour never follow a
-- later record. Of lorries that left before this, what is recorded now is the best that is known.
alter table handover add column site_name varchar(120);
alter table handover add column site_siret varchar(14);
alter table handover add column site_street varchar(200);
alter table handover add column site_postal_code varchar(12);
alter table handover add column site_city varchar(120);
alter table handover add column site_country varchar(2);
alter table handover add column permit varchar(120);
alter table handover add column permit_until date;
alter table handover add column receipt varchar(120);
alter table handover add column receipt_department varchar(60);
alter table handover add column receipt_until date;
alter table handover add column exemption varchar(300);

update handover set site_name = (select s.name from pickup_run r join partner_site s on s.id = r.partner_site_id where r.id = handover.run_id);
update handover set site_siret = (select s.siret from pickup_run r join partner_site s on s.id = r.partner_site_id where r.id = handover.run_id);
update handover set site_street = (select s.street from pickup_run r join partner_site s on s.id = r.partner_site_id where r.id = handover.run_id);
update handover set site_postal_code = (select s.postal_code from pickup_run r join partner_site s on s.id = r.partner_site_id where r.id = handover.run_id);
update handover set site_city = (select s.city from pickup_run r join partner_site s on s.id = r.partner_site_id where r.id = handover.run_id);
update handover set site_country = (select s.country from pickup_run r join partner_site s on s.id = r.partner_site_id where r.id = handover.run_id);
update handover set permit = (select s.permit from pickup_run r join partner_site s on s.id = r.partner_site_id where r.id = handover.run_id);
update handover set permit_until = (select s.permit_until from pickup_run r join partner_site s on s.id = r.partner_site_id where r.id = handover.run_id);
update handover set receipt = (select s.receipt from pickup_run r join partner_site s on s.id = r.partner_site_id where r.id = handover.run_id);
update handover set receipt_department = (select s.receipt_department from pickup_run r join partner_site s on s.id = r.partner_site_id where r.id = handover.run_id);
update handover set receipt_until = (select s.receipt_until from pickup_run r join partner_site s on s.id = r.partner_site_id where r.id = handover.run_id);
update handover set exemption = (select s.exemption from pickup_run r join partner_site s on s.id = r.partner_site_id where r.id = handover.run_id);

alter table handover alter column site_name set not null;
alter table handover alter column site_siret set not null;
alter table handover alter column site_street set not null;
alter table handover alter column site_postal_code set not null;
alter table handover alter column site_city set not null;
alter table handover alter column site_country set not null;
alter table handover alter column permit set not null;
alter table handover alter column permit_until set not null;
alter table handover alter column receipt set not null;
alter table handover alter column receipt_department set not null;
alter table handover alter column exemption set not null;
