package eu.boucle.document;

import java.time.Instant;
import java.util.UUID;

/** A stored paper, without its bytes. */
public record PaperView(
        PaperId id,
        String type,
        String number,
        int version,
        UUID organisation,
        UUID subject,
        Instant issuedAt,
        String sha256,
        long size) {}
