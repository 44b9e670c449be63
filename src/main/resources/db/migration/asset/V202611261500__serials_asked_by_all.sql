-- Unscoped by nature (ADR 0010): whether a machine is already on somebody's open request, asked by every client and
-- answered without saying whose. A view reads with its owner's rights, past the row policies of its tables.
create view registered_serial (serial, request_id, state, loss_accepted) as
    select a.serial, a.request_id, a.state, a.loss_accepted from asset a where a.serial is not null
    union all
    select m.serial, a.request_id, a.state, a.loss_accepted from medium m join asset a on a.id = m.asset_id
    where m.serial is not null and not m.dismissed;
