package eu.boucle.certificate;

import org.jspecify.annotations.Nullable;

/** What a list of certificates is narrowed to. */
public record CertificateFilter(
        @Nullable String request,
        @Nullable CertificateType type,
        @Nullable CertificateState state,
        @Nullable String serial,
        @Nullable String tag,
        @Nullable String words) {

    public static CertificateFilter none() {
        return new CertificateFilter(null, null, null, null, null, null);
    }
}
