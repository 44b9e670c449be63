package eu.boucle.decommissioning;

import eu.boucle.identity.Actor;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.Slice;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The client's and the officer's use cases on requests. Concurrent decisions: one wins, the other is refused. */
@Service
@Transactional
public class RequestDesk {

    /** CLIENT writes a draft, or submits at once. The same lines twice are two requests: callers use idempotency keys. @throws eu.boucle.shared.Invalid every problem found, by path */
    public RequestView write(WriteRequest command, boolean submit, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** CLIENT changes a draft or returned request. @param version as read; absent = last one wins. @throws eu.boucle.shared.StateForbids {@code CHANGED_MEANWHILE}, {@code NOT_EDITABLE} */
    public RequestView rewrite(String reference, WriteRequest command, @Nullable Long version, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** CLIENT: DRAFT or RETURNED → SUBMITTED. */
    public RequestView submit(String reference, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** CLIENT: until the first handover and while nothing is LOADED; its assets are withdrawn, its tags void. */
    public RequestView cancel(String reference, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** COMPLIANCE: SUBMITTED → ACCEPTED; refused when a serial is on another open request. */
    public RequestView accept(String reference, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** COMPLIANCE: SUBMITTED → RETURNED. */
    public RequestView giveBack(String reference, Reason reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** COMPLIANCE: SUBMITTED → REJECTED. */
    public RequestView reject(String reference, Reason reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** @throws eu.boucle.shared.NotFound also for another client's */
    public RequestView request(String reference, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Unscoped: the caller holds the id by right. @throws eu.boucle.shared.NotFound */
    public RequestView request(RequestId id) {
        throw new UnsupportedOperationException();
    }

    /** Newest first, keyset. */
    public Slice<RequestRow> page(RequestFilter filter, @Nullable String after, int limit, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** How many requests the actor sees in each status. */
    public Map<RequestStatus, Integer> counts(Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Everything wrong with it if it were submitted now; empty when it could be. Nothing is stored. */
    public List<eu.boucle.shared.Problem> check(WriteRequest command, Actor by) {
        throw new UnsupportedOperationException();
    }
}
