package eu.boucle.custody;

import eu.boucle.asset.AssetId;
import eu.boucle.identity.Actor;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Scan rounds and scans. Every scan is kept, with the time it happened, the time it was heard, and the answer given. */
@Service
@Transactional
public class ScanRounds {

    /** WAREHOUSE opens a TAGGING, INTAKE or CONTROL round over a request's assets still here; an open one of the same mode is returned instead. */
    public RoundView open(RoundMode mode, RequestId request, String reference, UUID organisation, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** For {@code pickup}: LOADING or RECEPTION over the assets of a run. */
    public RoundView openForRun(
            RoundMode mode, RunId run, String reference, UUID organisation, Collection<AssetId> expected, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Answers in the order given. WAREHOUSE; PARTNER only on RECEPTION rounds of its own runs. At most 500. */
    public List<ScanAnswer> scan(RoundId round, List<ScanCommand> scans, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Takes an accepted scan back. @throws eu.boucle.shared.StateForbids {@code ROUND_CLOSED} */
    public void undo(RoundId round, UUID scan, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Says of expected assets that they cannot be found. */
    public RoundView missing(RoundId round, Collection<AssetTag> tags, Reason reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Every expected asset must be found or missing with a reason. MISSING ones become so in the register and open a discrepancy each. @throws eu.boucle.shared.StateForbids {@code ROUND_NOT_DONE} with how many and the first tags */
    public RoundView close(RoundId round, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** @throws eu.boucle.shared.NotFound also for a round that is not the actor's to see */
    public RoundView round(RoundId round, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Rounds on a request or run, newest first. */
    public List<RoundSummary> about(UUID subject) {
        throw new UnsupportedOperationException();
    }

    /** Scans of an asset as history lines: when it happened, when heard, by whom, what was answered. */
    public List<ScanRecord> scansOf(AssetId asset) {
        throw new UnsupportedOperationException();
    }

    public record ScanRecord(
            UUID scan,
            RoundMode mode,
            String reference,
            String answer,
            Instant happenedAt,
            Instant heardAt,
            @Nullable UUID by,
            boolean undone) {}
}
