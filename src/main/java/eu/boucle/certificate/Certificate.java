package eu.boucle.certificate;

import eu.boucle.document.PaperId;
import eu.boucle.document.PaperView;
import eu.boucle.identity.OrganisationId;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.StateForbids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A certificate: issued once, never edited. A new version takes its own number and supersedes it; the officer may revoke
 * it. It stays readable and verifiable for ever, with the word for what it has become.
 */
@Entity
@Table(name = "certificate")
class Certificate {

    @Id
    private UUID id;

    @Column
    private String number;

    @Column
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private CertificateType type;

    @Column
    private int edition;

    @Column
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private CertificateState state;

    @Column
    private boolean provisional;

    @Column
    private @Nullable LocalDate provisionalUntil;

    @Column
    private UUID requestId;

    @Column
    private String requestReference;

    @Column
    private @Nullable UUID runId;

    @Column
    private UUID organisationId;

    @Column
    private String client;

    @Column
    private String issuer;

    @Column
    private int assets;

    @Column
    private UUID paperId;

    @Column
    private String sha256;

    @Column(name = "content_sha256")
    private String contentSha256;

    @Column
    private String codeHash;

    @Column
    private Instant issuedAt;

    @Column
    private @Nullable UUID issuedBy;

    @Column
    private @Nullable String inForce;

    @Column
    private @Nullable String supersedes;

    @Column
    private @Nullable String supersededBy;

    @Column
    private String reason;

    @Column
    private @Nullable Instant revokedAt;

    @Column
    private @Nullable UUID revokedBy;

    @Version
    private @Nullable Long version;

    protected Certificate() {}

    Certificate(
            UUID id,
            String number,
            int edition,
            Draft draft,
            String contentSha256,
            @Nullable LocalDate provisionalUntil,
            String issuer,
            PaperView paper,
            String codeHash,
            @Nullable String supersedes,
            String reason,
            @Nullable UUID by,
            Instant at) {
        this.id = id;
        this.number = number;
        this.type = draft.type();
        this.edition = edition;
        this.state = CertificateState.ISSUED;
        this.provisional = draft.provisional();
        this.provisionalUntil = provisionalUntil;
        this.requestId = draft.request().value();
        this.requestReference = draft.requestReference();
        this.runId = draft.run() == null ? null : draft.run().value();
        this.organisationId = draft.organisation();
        this.client = draft.client();
        this.issuer = issuer;
        this.assets = draft.assets();
        this.paperId = paper.id().value();
        this.sha256 = paper.sha256();
        this.contentSha256 = contentSha256;
        this.codeHash = codeHash;
        this.issuedAt = at;
        this.issuedBy = by;
        this.inForce = draft.key();
        this.supersedes = supersedes;
        this.reason = reason;
    }

    /** Gives way to a new version. @throws StateForbids {@code NOT_IN_FORCE} */
    void giveWayTo(String successor) {
        requireInForce();
        state = CertificateState.SUPERSEDED;
        supersededBy = successor;
        inForce = null;
    }

    /** @throws StateForbids {@code NOT_IN_FORCE} */
    CertificateRevoked revoke(Reason why, eu.boucle.identity.Actor by, Instant at) {
        requireInForce();
        state = CertificateState.REVOKED;
        reason = why.text();
        revokedAt = at;
        revokedBy = by.person();
        inForce = null;
        return new CertificateRevoked(new RequestId(requestId), number, by.stamp(organisationId, at));
    }

    private void requireInForce() {
        if (state != CertificateState.ISSUED) {
            throw new StateForbids("NOT_IN_FORCE", number);
        }
    }

    boolean saysTheSame(String otherContentSha256) {
        return contentSha256.equals(otherContentSha256);
    }

    UUID id() {
        return id;
    }

    String number() {
        return number;
    }

    int edition() {
        return edition;
    }

    CertificateView view() {
        return new CertificateView(
                number,
                type,
                edition,
                state,
                provisional,
                new RequestId(requestId),
                requestReference,
                runId == null ? null : new RunId(runId),
                new OrganisationId(organisationId),
                new PaperId(paperId),
                sha256,
                issuedAt,
                supersedes,
                supersededBy,
                reason);
    }
}
