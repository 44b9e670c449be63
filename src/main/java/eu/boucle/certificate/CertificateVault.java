package eu.boucle.certificate;

import eu.boucle.document.Papers;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.identity.Scope;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.Slice;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Certificates found, read and checked. */
@Service
@Transactional
public class CertificateVault {

    private final Certificates certificates;
    private final CertificateRows rows;
    private final Papers papers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CertificateVault(
            Certificates certificates,
            CertificateRows rows,
            Papers papers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.certificates = certificates;
        this.rows = rows;
        this.papers = papers;
        this.events = events;
        this.clock = clock;
    }

    /** CLIENT (own), COMPLIANCE; newest first, keyset. */
    @Transactional(readOnly = true)
    public Slice<CertificateView> page(CertificateFilter filter, @Nullable String after, int limit, Actor by) {
        return rows.page(filter, after, Math.clamp(limit, 1, Slice.MOST), sight(by));
    }

    /** @throws NotFound also for another client's */
    @Transactional(readOnly = true)
    public CertificateView certificate(String number, Actor by) {
        return rows.byNumber(number, sight(by)).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public byte[] pdf(String number, Actor by) {
        return papers.bytes(certificate(number, by).paper());
    }

    /** The snapshot as JSON. */
    @Transactional(readOnly = true)
    public String json(String number, Actor by) {
        return papers.snapshot(certificate(number, by).paper());
    }

    /** Certificates of a request, oldest first; the caller has the request. */
    @Transactional(readOnly = true)
    public List<CertificateView> ofRequest(RequestId request) {
        return certificates.findByRequestIdOrderByIssuedAtAscNumberAsc(request.value()).stream()
                .map(Certificate::view)
                .toList();
    }

    /** Every version of the same certificate, oldest first; the caller has the certificate. */
    @Transactional(readOnly = true)
    public List<CertificateView> versions(CertificateView certificate) {
        return ofRequest(certificate.request()).stream()
                .filter(other ->
                        other.type() == certificate.type() && java.util.Objects.equals(other.run(), certificate.run()))
                .toList();
    }

    /** Public, unscoped by nature. @param code as printed on the paper; a wrong one tells no more than none */
    @Transactional(readOnly = true)
    public Optional<PublicVerification> verify(String number, @Nullable String code) {
        return rows.publicByNumber(number.strip().toUpperCase(Locale.ROOT), code);
    }

    /** Public: a PDF's hash, compared. */
    @Transactional(readOnly = true)
    public Optional<PublicVerification> verifyHash(String sha256) {
        String hash = sha256.strip().toLowerCase(Locale.ROOT);
        return hash.matches("[0-9a-f]{64}") ? rows.publicByHash(hash) : Optional.empty();
    }

    /** Public: every version of a certificate, oldest first, without whose it is. Empty for an unknown number. */
    @Transactional(readOnly = true)
    public List<PublicVersion> history(String number) {
        return rows.history(number);
    }

    /** COMPLIANCE. @throws StateForbids {@code NOT_IN_FORCE}, {@code CHANGED_MEANWHILE} */
    public CertificateView revoke(String number, Reason reason, Actor by) {
        by.require(Role.COMPLIANCE);
        certificate(number, by);
        Certificate certificate = certificates.findByNumber(number).orElseThrow(NotFound::new);
        CertificateRevoked revoked = certificate.revoke(reason, by, clock.instant());
        try {
            certificates.saveAndFlush(certificate);
        } catch (ObjectOptimisticLockingFailureException e) {
            throw new StateForbids("CHANGED_MEANWHILE");
        }
        events.publishEvent(revoked);
        return certificate.view();
    }

    private static Scope sight(Actor by) {
        by.require(Role.CLIENT, Role.COMPLIANCE);
        return new Scope(by.is(Role.COMPLIANCE), by.scope().organisations());
    }
}
