package eu.boucle.decommissioning;

import eu.boucle.asset.LotRegistered;
import eu.boucle.document.PaperView;
import eu.boucle.identity.Actor;
import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.RequestId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs by which the floors above, and the process, move an accepted request. Each is idempotent: already there, or
 * further, is no error.
 */
@Service
@Transactional
public class RequestMilestones {

    private final RequestCabinet cabinet;
    private final RequestLots lots;
    private final RequestCopies copies;
    private final SerialClaims claims;

    RequestMilestones(RequestCabinet cabinet, RequestLots lots, RequestCopies copies, SerialClaims claims) {
        this.cabinet = cabinet;
        this.lots = lots;
        this.copies = copies;
        this.claims = claims;
    }

    /** ACCEPTED → IN_PREPARATION: assets, media and tags exist. */
    public void registerAssets(RequestId id, Actor by) {
        DecommissioningRequest request = cabinet.find(id);
        if (request.status() != RequestStatus.ACCEPTED) {
            return;
        }
        LotRegistered lot = lots.register(request, by);
        claims.release(id);
        moved(request, r -> r.prepared(lot.assets(), by, cabinet.now()));
    }

    /** IN_PREPARATION → READY. */
    public void ready(RequestId id, Actor by, Instant at) {
        moved(cabinet.find(id), request -> request.ready(by, at));
    }

    /** → HANDED_OVER: nothing of it is left here. */
    public void handedOver(RequestId id, Actor by, Instant at) {
        moved(cabinet.find(id), request -> request.handedOver(by, at));
    }

    /** HANDED_OVER → TREATED. */
    public void treated(RequestId id, Actor by, Instant at) {
        moved(cabinet.find(id), request -> request.treated(by, at));
    }

    /** → CLOSED. @param withoutTreatment true when nothing of it ever left */
    public void close(RequestId id, boolean withoutTreatment, Actor by, Instant at) {
        moved(cabinet.find(id), request -> request.close(withoutTreatment, by, at));
    }

    /** Draws the client's copy of the request as submitted. Idempotent per submission. */
    public PaperView issueCopy(RequestId id, Actor by) {
        return copies.issue(cabinet.find(id), by);
    }

    private void moved(
            DecommissioningRequest request,
            Function<DecommissioningRequest, Optional<? extends DomainEvent>> milestone) {
        milestone.apply(request).ifPresent(happened -> {
            cabinet.keep(request);
            cabinet.tell(happened);
        });
    }
}
