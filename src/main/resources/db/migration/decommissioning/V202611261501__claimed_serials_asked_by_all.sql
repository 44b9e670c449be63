-- Unscoped by nature (ADR 0010): see registered_serial.
create view claimed_serial (serial, request_id) as select serial, request_id from request_serial;
