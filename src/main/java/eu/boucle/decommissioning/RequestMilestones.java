package eu.boucle.decommissioning;

import eu.boucle.identity.Actor;
import eu.boucle.shared.RequestId;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The verbs by which the floors above, and the process, move an accepted request. Each is idempotent: already there, or
 * further, is no error.
 */
@Service
@Transactional
public class RequestMilestones {

    /** ACCEPTED → IN_PREPARATION: assets, media and tags exist. */
    public void registerAssets(RequestId id, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** IN_PREPARATION → READY. */
    public void ready(RequestId id, Actor by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** → HANDED_OVER: nothing of it is left here. */
    public void handedOver(RequestId id, Actor by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** HANDED_OVER → TREATED. */
    public void treated(RequestId id, Actor by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** → CLOSED. @param withoutTreatment true when nothing of it ever left */
    public void close(RequestId id, boolean withoutTreatment, Actor by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Draws the client's copy of the request as submitted. Idempotent per submission. */
    public eu.boucle.document.PaperView issueCopy(RequestId id, Actor by) {
        throw new UnsupportedOperationException();
    }
}
