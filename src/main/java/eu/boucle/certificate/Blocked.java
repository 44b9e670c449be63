package eu.boucle.certificate;

import eu.boucle.shared.RequestId;
import java.time.Instant;
import java.util.List;

/** A certificate that cannot be issued yet. */
public record Blocked(
        RequestId request, String requestReference, CertificateType type, Instant since, List<Missing> missing) {}
