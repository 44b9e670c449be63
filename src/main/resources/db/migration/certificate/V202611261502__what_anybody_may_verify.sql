-- Unscoped by nature (ADR 0010): what the public verification page is made of. Client, count and serials are shown
-- only to those who hold the code printed on the paper.
create view verifiable_certificate as
    select id, number, type, edition, state, provisional, issued_at, issuer, sha256, superseded_by, request_id, run_id,
        code_hash, client, assets
    from certificate;

create view verifiable_certificate_serial as
    select certificate_id, line, serial from certificate_item where serial <> '';
