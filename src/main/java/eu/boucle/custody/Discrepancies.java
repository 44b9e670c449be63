package eu.boucle.custody;

import eu.boucle.identity.Actor;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gaps between declared, collected and received: each has an owner, a clock, and an end with a reason. */
@Service
@Transactional
public class Discrepancies {

    /** Opens one, or returns the open one about the same thing. Due in 72 hours for media, 5 working days otherwise. */
    public DiscrepancyView open(OpenDiscrepancy command, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** COMPLIANCE. The asset follows: LOST and ACCEPTED accept its loss, FOUND puts it back, RETURNED withdraws it. @throws eu.boucle.shared.StateForbids {@code ALREADY_RESOLVED} */
    public DiscrepancyView resolve(DiscrepancyId id, DiscrepancyOutcome outcome, Reason reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Open ones first, then newest, keyset. COMPLIANCE. */
    public Slice<DiscrepancyView> page(@Nullable String after, int limit, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** @throws eu.boucle.shared.NotFound */
    public DiscrepancyView discrepancy(DiscrepancyId id) {
        throw new UnsupportedOperationException();
    }

    public List<DiscrepancyView> ofRequest(RequestId request) {
        throw new UnsupportedOperationException();
    }

    public List<DiscrepancyView> ofRun(RunId run) {
        throw new UnsupportedOperationException();
    }

    public int openFor(RequestId request) {
        throw new UnsupportedOperationException();
    }
}
