-- Found with its asset again, a medium is what it was; one that was lost by itself stays lost.
alter table medium add column lost_with_asset boolean default false not null;
