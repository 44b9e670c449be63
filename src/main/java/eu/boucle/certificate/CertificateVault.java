package eu.boucle.certificate;

import eu.boucle.identity.Actor;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.Slice;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Certificates found, read and checked. */
@Service
@Transactional
public class CertificateVault {

    /** CLIENT (own), COMPLIANCE; newest first, keyset. */
    public Slice<CertificateView> page(CertificateFilter filter, @Nullable String after, int limit, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** @throws eu.boucle.shared.NotFound also for another client's */
    public CertificateView certificate(String number, Actor by) {
        throw new UnsupportedOperationException();
    }

    public byte[] pdf(String number, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The snapshot as JSON. */
    public String json(String number, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Certificates of a request, oldest first; the caller has the request. */
    public List<CertificateView> ofRequest(RequestId request) {
        throw new UnsupportedOperationException();
    }

    /** Public, unscoped by nature. @param code as printed on the paper; a wrong one tells no more than none */
    public Optional<PublicVerification> verify(String number, @Nullable String code) {
        throw new UnsupportedOperationException();
    }

    /** Public: a PDF's hash, compared. */
    public Optional<PublicVerification> verifyHash(String sha256) {
        throw new UnsupportedOperationException();
    }

    /** COMPLIANCE. */
    public CertificateView revoke(String number, Reason reason, Actor by) {
        throw new UnsupportedOperationException();
    }
}
