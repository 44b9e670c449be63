package eu.boucle.document;

import java.time.Instant;
import java.util.UUID;

/**
 * Command: draw a paper and keep it for ever.
 *
 * @param type {@code REQUEST_COPY MANIFEST TAKE_BACK DATA_SANITIZATION WEEE_TREATMENT ROHS_STATEMENT}
 * @param subject the request or run it documents
 * @param snapshot the paper's data as JSON at issue, stored beside the bytes and attached to the PDF
 */
public record IssuePaper(
        String type, UUID organisation, UUID subject, PaperContent content, String snapshot, Instant at) {}
