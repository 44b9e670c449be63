package eu.boucle.decommissioning;

import eu.boucle.asset.AssetId;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Role;
import eu.boucle.identity.SiteView;
import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.Problem;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.Slice;
import eu.boucle.shared.StateForbids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The client's and the officer's use cases on requests. Concurrent decisions: one wins, the other is refused. */
@Service
@Transactional
public class RequestDesk {

    private final RequestCabinet cabinet;
    private final RequestList list;
    private final SubmissionRules rules;
    private final SerialClaims claims;
    private final RequestAuthors authors;
    private final RequestLots lots;

    RequestDesk(
            RequestCabinet cabinet,
            RequestList list,
            SubmissionRules rules,
            SerialClaims claims,
            RequestAuthors authors,
            RequestLots lots) {
        this.cabinet = cabinet;
        this.list = list;
        this.rules = rules;
        this.claims = claims;
        this.authors = authors;
        this.lots = lots;
    }

    /** CLIENT writes a draft, or submits at once. The same lines twice are two requests: callers use idempotency keys. @throws eu.boucle.shared.Invalid every problem found, by path */
    public RequestView write(WriteRequest command, boolean submit, Actor by) {
        by.require(Role.CLIENT);
        OrganisationView client = authors.organisation(command, by);
        RequestId id = RequestId.next();
        Findings found = new Findings();
        DraftRules.check(command, found);
        SiteView site = authors.site(command, client, by, found);
        if (submit) {
            rules.check(command, id, found);
        }
        found.refuse();
        Instant now = cabinet.now();
        String reference = authors.nextReference(client, rules.today());
        DecommissioningRequest request = new DecommissioningRequest(id, reference, client, by, now);
        DomainEvent happened = request.write(command, site, by, now);
        if (submit) {
            happened = request.submit(by, now);
        }
        cabinet.keepNew(request, command.lines());
        if (submit) {
            claims.claim(id, request.organisation(), reference, LineRules.serials(command.lines()));
        }
        cabinet.tell(happened);
        return cabinet.view(request);
    }

    /** CLIENT changes a draft or returned request. @param version as read; absent = last one wins. @throws eu.boucle.shared.StateForbids {@code CHANGED_MEANWHILE}, {@code NOT_EDITABLE} */
    public RequestView rewrite(String reference, WriteRequest command, @Nullable Long version, Actor by) {
        DecommissioningRequest request = authors.own(reference, by);
        request.requireVersion(version);
        OrganisationView client = authors.client(request);
        Findings found = new Findings();
        DraftRules.check(command, found);
        SiteView site = authors.site(command, client, by, found);
        found.refuse();
        DomainEvent happened = request.write(command, site, by, cabinet.now());
        cabinet.keep(request, command.lines());
        cabinet.tell(happened);
        return cabinet.view(request);
    }

    /** CLIENT: DRAFT or RETURNED → SUBMITTED. */
    public RequestView submit(String reference, Actor by) {
        DecommissioningRequest request = authors.own(reference, by);
        RequestSubmitted submitted = request.submit(by, cabinet.now());
        WriteRequest said = authors.asWritten(request);
        Findings found = new Findings();
        authors.site(said, authors.organisation(said, by), by, found);
        rules.check(said, request.requestId(), found);
        found.refuse();
        cabinet.keep(request);
        claims.claim(request.requestId(), request.organisation(), reference, LineRules.serials(said.lines()));
        cabinet.tell(submitted);
        return cabinet.view(request);
    }

    /** CLIENT: until the first handover and while nothing is LOADED; its assets are withdrawn, its tags void. */
    public RequestView cancel(String reference, Actor by) {
        by.require(Role.CLIENT, Role.COMPLIANCE);
        DecommissioningRequest request =
                by.is(Role.COMPLIANCE) ? cabinet.find(reference, by) : authors.own(reference, by);
        Instant now = cabinet.now();
        RequestCancelled cancelled = request.cancel(by, now);
        List<AssetId> here = lots.stillHere(request);
        cabinet.keep(request);
        claims.release(request.requestId());
        lots.giveBack(request, here, by, now);
        cabinet.tell(cancelled);
        return cabinet.view(request);
    }

    /** COMPLIANCE: SUBMITTED → ACCEPTED; refused when a serial is on another open request. */
    public RequestView accept(String reference, Actor by) {
        by.require(Role.COMPLIANCE);
        DecommissioningRequest request = cabinet.find(reference, by);
        RequestAccepted accepted = request.accept(by, cabinet.now());
        Set<String> serials = LineRules.serials(cabinet.lines(request));
        Set<String> taken = claims.inUse(serials, request.requestId());
        if (!taken.isEmpty()) {
            throw new StateForbids(
                    "SERIAL_IN_USE", taken.stream().sorted().limit(5).toList().toString());
        }
        return decided(request, accepted);
    }

    /** COMPLIANCE: SUBMITTED → RETURNED. */
    public RequestView giveBack(String reference, Reason reason, Actor by) {
        by.require(Role.COMPLIANCE);
        DecommissioningRequest request = cabinet.find(reference, by);
        RequestReturned returned = request.giveBack(reason, by, cabinet.now());
        claims.release(request.requestId());
        return decided(request, returned);
    }

    /** COMPLIANCE: SUBMITTED → REJECTED. */
    public RequestView reject(String reference, Reason reason, Actor by) {
        by.require(Role.COMPLIANCE);
        DecommissioningRequest request = cabinet.find(reference, by);
        RequestRejected rejected = request.reject(reason, by, cabinet.now());
        claims.release(request.requestId());
        return decided(request, rejected);
    }

    private RequestView decided(DecommissioningRequest request, DomainEvent decision) {
        cabinet.keepDecision(request);
        cabinet.tell(decision);
        return cabinet.view(request);
    }

    /** @throws eu.boucle.shared.NotFound also for another client's */
    @Transactional(readOnly = true)
    public RequestView request(String reference, Actor by) {
        return cabinet.view(cabinet.find(reference, by));
    }

    /** Unscoped: the caller holds the id by right. @throws eu.boucle.shared.NotFound */
    @Transactional(readOnly = true)
    public RequestView request(RequestId id) {
        return cabinet.view(cabinet.find(id));
    }

    /** Where it stands, read afresh from the database. Unscoped: the caller holds the id by right. @throws eu.boucle.shared.NotFound */
    @Transactional(readOnly = true)
    public RequestStatus status(RequestId id) {
        return cabinet.status(id);
    }

    /** Newest first, keyset. */
    @Transactional(readOnly = true)
    public Slice<RequestRow> page(RequestFilter filter, @Nullable String after, int limit, Actor by) {
        by.require(Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE);
        return list.page(filter, after, limit, by);
    }

    /** How many requests the actor sees in each status. */
    @Transactional(readOnly = true)
    public Map<RequestStatus, Integer> counts(Actor by) {
        by.require(Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE);
        return list.counts(by);
    }

    /** Everything wrong with it if it were submitted now; empty when it could be. Nothing is stored. */
    @Transactional(readOnly = true)
    public List<Problem> check(WriteRequest command, Actor by) {
        return check(command, null, by);
    }

    /** As {@link #check(WriteRequest, Actor)} for a request already written, whose own serials do not count against it. */
    @Transactional(readOnly = true)
    public List<Problem> check(WriteRequest command, @Nullable String reference, Actor by) {
        by.require(Role.CLIENT);
        RequestId id = reference == null
                ? RequestId.next()
                : authors.own(reference, by).requestId();
        Findings found = new Findings();
        DraftRules.check(command, found);
        authors.site(command, authors.organisation(command, by), by, found);
        rules.check(command, id, found);
        return found.all();
    }
}
