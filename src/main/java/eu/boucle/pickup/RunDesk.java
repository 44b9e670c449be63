package eu.boucle.pickup;

import eu.boucle.asset.AssetId;
import eu.boucle.custody.RoundView;
import eu.boucle.identity.Actor;
import eu.boucle.shared.Period;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.Slice;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Planning, confirmation, loading, handover and weigh-in of the partner's runs. */
@Service
@Transactional
public class RunDesk {

    /** Sites of the partner with their papers: staff. */
    public List<PartnerSite> partnerSites(Actor by) {
        throw new UnsupportedOperationException();
    }

    /** For set-up and the demo. */
    public PartnerSite addPartnerSite(PartnerSite site) {
        throw new UnsupportedOperationException();
    }

    /** WAREHOUSE. Permit and receipt must reach the last day of the window; lithium within the limit. @throws eu.boucle.shared.Invalid {@code PERMIT_EXPIRED}, {@code RECEIPT_EXPIRED}, {@code LITHIUM_TOO_HEAVY}, {@code NOTHING_TO_LOAD} */
    public RunView plan(PlanRun command, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** WAREHOUSE changes a PLANNED or DECLINED run: assets no longer named are released. */
    public RunView replan(String reference, PlanRun command, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** WAREHOUSE or the process: PLANNED → PROPOSED. Idempotent. */
    public RunView propose(RunId run, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** PARTNER: PROPOSED → CONFIRMED. */
    public RunView confirm(String reference, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** PARTNER: PROPOSED → DECLINED, perhaps with another window. */
    public RunView decline(String reference, Reason reason, @Nullable Period offered, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** WAREHOUSE opens the LOADING round: CONFIRMED → LOADING; an open one is returned again. */
    public RoundView openLoading(String reference, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** PARTNER opens the RECEPTION round of its own run, HANDED_OVER. */
    public RoundView openReception(String reference, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Puts one asset on board, as a scan does. @throws eu.boucle.shared.StateForbids {@code NOT_CLEARED}, {@code NOT_TAGGED}, {@code WRONG_ROUND} */
    public void load(RunId run, AssetId asset, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** WAREHOUSE: one number for each dangerous code of the closed manifest. */
    public RunView enterSlips(String reference, List<Handover.Slip> slips, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** WAREHOUSE: CLOSED → HANDED_OVER. @throws eu.boucle.shared.StateForbids {@code SLIP_MISSING} naming the codes; @throws eu.boucle.shared.Invalid by field */
    public RunView handOver(String reference, Handover command, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** PARTNER: HANDED_OVER → WEIGHED_IN; gaps open discrepancies. @throws eu.boucle.shared.Invalid {@code UNACCOUNTED} */
    public RunView receive(String reference, Reception command, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** WAREHOUSE, until handover: a frozen manifest is voided, assets return to TAGGED. */
    public RunView cancel(String reference, Reason reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** For {@code treatment}: WEIGHED_IN → TREATED. Idempotent. */
    public void treated(RunId run, Actor by, Instant at) {
        throw new UnsupportedOperationException();
    }

    /** Staff, or the partner whose run it is. @throws eu.boucle.shared.NotFound */
    public RunView run(String reference, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Unscoped: the caller holds the id by right. */
    public RunView run(RunId id) {
        throw new UnsupportedOperationException();
    }

    /** Newest first, keyset: staff all, a partner its own from PROPOSED on. */
    public Slice<RunRow> page(Set<RunStatus> status, @Nullable String after, int limit, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Runs that carry or carried assets of a request, oldest first. */
    public List<RunView> ofRequest(RequestId request) {
        throw new UnsupportedOperationException();
    }

    /** Draws the frozen manifest. Idempotent. */
    public eu.boucle.document.PaperView issueManifest(RunId run, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The dangerous waste codes of the closed manifest that have no slip number yet. */
    public List<String> slipsMissing(RunId run) {
        throw new UnsupportedOperationException();
    }
}
