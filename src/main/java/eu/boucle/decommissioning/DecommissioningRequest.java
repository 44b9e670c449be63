package eu.boucle.decommissioning;

import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.SiteId;
import eu.boucle.identity.SiteView;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.Period;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
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
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * A client's wish to be rid of equipment, and what became of it.
 *
 * <p>Born a DRAFT, in which anything may be missing. The client submits it; the officer accepts it, gives it back for
 * more information (the client completes and submits again) or rejects it. Once accepted, its equipment is registered
 * (IN_PREPARATION), labelled and its data dealt with (READY), taken away (HANDED_OVER), TREATED, and the request CLOSED
 * when its papers are issued. Until something of it is loaded it can be CANCELLED.
 *
 * <p>The lines are rows of their own, replaced as a whole while the client may edit: see {@link RequestLines}.
 */
@Entity
@Table(name = "decommissioning_request")
class DecommissioningRequest {

    @Id
    private UUID id;

    private UUID organisationId;
    private String organisationName;
    private String reference;
    private @Nullable UUID siteId;
    private String siteName;
    private String contactName;
    private String contactEmail;
    private String contactPhone;
    private @Nullable LocalDate windowFrom;
    private @Nullable LocalDate windowTo;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable DataAction dataAction;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable DataPlace dataWhere;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private @Nullable SanitizationLevel dataLevel;

    /** Who decided as controller what is done with the data, and when. */
    private @Nullable UUID dataDecidedBy;

    private @Nullable Instant dataDecidedAt;

    @Column(length = 4000)
    private String note;

    private int units;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private RequestStatus status;

    private @Nullable String reason;
    private int submissions;
    private UUID createdBy;
    private Instant createdAt;
    private Instant writtenAt;
    private @Nullable Instant submittedAt;
    private @Nullable UUID decidedBy;
    private @Nullable Instant decidedAt;

    @Version
    private @Nullable Long version;

    @SuppressWarnings("NullAway") // the persistence provider fills the fields
    protected DecommissioningRequest() {}

    @SuppressWarnings("NullAway") // write() fills the rest
    DecommissioningRequest(RequestId id, String reference, OrganisationView organisation, Actor by, Instant at) {
        this.id = id.value();
        this.reference = reference;
        this.organisationId = organisation.id().value();
        this.organisationName = organisation.name();
        this.status = RequestStatus.DRAFT;
        this.createdBy = person(by);
        this.createdAt = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** What the client says, for the first time or again; the lines go beside. */
    RequestDrafted write(WriteRequest said, @Nullable SiteView site, Actor by, Instant at) {
        if (!editable()) {
            throw new StateForbids("NOT_EDITABLE", reference, status);
        }
        Instant now = at.truncatedTo(ChronoUnit.MICROS);
        siteId = site == null ? null : site.id().value();
        siteName = site == null ? "" : site.name();
        contactName = said.contact().name();
        contactEmail = said.contact().email();
        contactPhone = said.contact().phone();
        windowFrom = said.window() == null ? null : said.window().from();
        windowTo = said.window() == null ? null : said.window().to();
        if (said.data() == null || !said.data().equals(data())) {
            dataAction = said.data() == null ? null : said.data().action();
            dataWhere = said.data() == null ? null : said.data().where();
            dataLevel = said.data() == null ? null : said.data().level();
            dataDecidedBy = said.data() == null ? null : by.person();
            dataDecidedAt = said.data() == null ? null : now;
        }
        note = said.note();
        units = said.units();
        writtenAt = now;
        return new RequestDrafted(requestId(), reference, stamp(by, now));
    }

    RequestSubmitted submit(Actor by, Instant at) {
        if (!editable()) {
            throw new StateForbids("ALREADY_SUBMITTED", reference, status);
        }
        boolean again = submissions > 0;
        submissions++;
        status = RequestStatus.SUBMITTED;
        submittedAt = at.truncatedTo(ChronoUnit.MICROS);
        return new RequestSubmitted(requestId(), reference, units, again, stamp(by, at));
    }

    RequestAccepted accept(Actor by, Instant at) {
        decide(RequestStatus.ACCEPTED, null, by, at);
        return new RequestAccepted(requestId(), reference, stamp(by, at));
    }

    RequestReturned giveBack(Reason why, Actor by, Instant at) {
        decide(RequestStatus.RETURNED, why, by, at);
        return new RequestReturned(requestId(), reference, stamp(by, at));
    }

    RequestRejected reject(Reason why, Actor by, Instant at) {
        decide(RequestStatus.REJECTED, why, by, at);
        return new RequestRejected(requestId(), reference, stamp(by, at));
    }

    private void decide(RequestStatus decision, @Nullable Reason why, Actor by, Instant at) {
        if (editable()) {
            throw new StateForbids("NOT_SUBMITTED", reference, status);
        }
        if (status != RequestStatus.SUBMITTED) {
            throw new StateForbids("ALREADY_DECIDED", reference, status);
        }
        status = decision;
        reason = why == null ? null : why.text();
        decidedBy = by.person();
        decidedAt = at.truncatedTo(ChronoUnit.MICROS);
    }

    /** Whether anything of it was loaded is the caller's to ask. */
    RequestCancelled cancel(Actor by, Instant at) {
        if (!cancellable()) {
            throw new StateForbids("NOT_CANCELLABLE", reference, status);
        }
        status = RequestStatus.CANCELLED;
        return new RequestCancelled(requestId(), reference, stamp(by, at));
    }

    Optional<RequestInPreparation> prepared(int assets, Actor by, Instant at) {
        if (!moves(RequestStatus.IN_PREPARATION, List.of(RequestStatus.ACCEPTED))) {
            return Optional.empty();
        }
        return Optional.of(new RequestInPreparation(requestId(), reference, assets, stamp(by, at)));
    }

    Optional<RequestReady> ready(Actor by, Instant at) {
        if (!moves(RequestStatus.READY, List.of(RequestStatus.IN_PREPARATION))) {
            return Optional.empty();
        }
        return Optional.of(new RequestReady(requestId(), reference, stamp(by, at)));
    }

    Optional<RequestHandedOver> handedOver(Actor by, Instant at) {
        if (!moves(RequestStatus.HANDED_OVER, List.of(RequestStatus.IN_PREPARATION, RequestStatus.READY))) {
            return Optional.empty();
        }
        return Optional.of(new RequestHandedOver(requestId(), reference, stamp(by, at)));
    }

    Optional<RequestTreated> treated(Actor by, Instant at) {
        if (!moves(RequestStatus.TREATED, List.of(RequestStatus.HANDED_OVER))) {
            return Optional.empty();
        }
        return Optional.of(new RequestTreated(requestId(), reference, stamp(by, at)));
    }

    Optional<RequestClosed> close(boolean withoutTreatment, Actor by, Instant at) {
        List<RequestStatus> from = withoutTreatment
                ? List.of(
                        RequestStatus.IN_PREPARATION,
                        RequestStatus.READY,
                        RequestStatus.HANDED_OVER,
                        RequestStatus.TREATED)
                : List.of(RequestStatus.TREATED);
        if (!moves(RequestStatus.CLOSED, from)) {
            return Optional.empty();
        }
        return Optional.of(new RequestClosed(requestId(), reference, withoutTreatment, stamp(by, at)));
    }

    /**
     * A milestone: moves when it stands just before; already there, further, or ended is no error.
     *
     * @throws StateForbids {@code TOO_EARLY} when a step before it has not happened
     */
    private boolean moves(RequestStatus to, List<RequestStatus> from) {
        if (from.contains(status)) {
            status = to;
            return true;
        }
        if (status.ended() || status.ordinal() >= to.ordinal()) {
            return false;
        }
        throw new StateForbids("TOO_EARLY", reference, status);
    }

    boolean editable() {
        return status == RequestStatus.DRAFT || status == RequestStatus.RETURNED;
    }

    private boolean cancellable() {
        return status.ordinal() <= RequestStatus.READY.ordinal();
    }

    /** The version read by {@code If-Match}: absent means that the last one wins. */
    void requireVersion(@Nullable Long read) {
        if (read != null && !read.equals(version)) {
            throw new StateForbids("CHANGED_MEANWHILE", reference);
        }
    }

    RequestId requestId() {
        return new RequestId(id);
    }

    UUID organisation() {
        return organisationId;
    }

    String reference() {
        return reference;
    }

    RequestStatus status() {
        return status;
    }

    int submissions() {
        return submissions;
    }

    @Nullable
    DataInstruction data() {
        return dataAction == null || dataWhere == null || dataLevel == null
                ? null
                : new DataInstruction(dataAction, dataWhere, dataLevel);
    }

    RequestView view(List<RequestLine> lines) {
        return new RequestView(
                requestId(),
                reference,
                new OrganisationId(organisationId),
                siteId == null ? null : new SiteId(siteId),
                new Contact(contactName, contactEmail, contactPhone),
                windowFrom == null || windowTo == null ? null : new Period(windowFrom, windowTo),
                data(),
                note,
                lines,
                status,
                reason,
                version == null ? 0 : version,
                createdBy,
                createdAt,
                submittedAt,
                decidedAt);
    }

    private EventStamp stamp(Actor by, Instant at) {
        return by.stamp(organisationId, at);
    }

    private static UUID person(Actor by) {
        UUID person = by.person();
        if (person == null) {
            throw new NotAllowed("ROLE_REQUIRED");
        }
        return person;
    }
}
