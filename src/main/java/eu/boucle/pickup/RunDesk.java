package eu.boucle.pickup;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.custody.RoundMode;
import eu.boucle.custody.RoundView;
import eu.boucle.custody.ScanRounds;
import eu.boucle.document.PaperView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Period;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.Slice;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Planning, confirmation, loading, handover and weigh-in of the partner's runs. */
@Service
@Transactional
public class RunDesk {

    private final RunCabinet cabinet;
    private final RunRows rows;
    private final PartnerSites sites;
    private final RunHistory history;
    private final RunPlanning planning;
    private final RunShortening shortening;
    private final Loading loading;
    private final RunHandover handover;
    private final RunReception reception;
    private final ManifestPaper papers;
    private final ScanRounds rounds;
    private final AssetRegister assets;

    RunDesk(
            RunCabinet cabinet,
            RunRows rows,
            PartnerSites sites,
            RunHistory history,
            RunPlanning planning,
            RunShortening shortening,
            Loading loading,
            RunHandover handover,
            RunReception reception,
            ManifestPaper papers,
            ScanRounds rounds,
            AssetRegister assets) {
        this.cabinet = cabinet;
        this.rows = rows;
        this.sites = sites;
        this.history = history;
        this.planning = planning;
        this.shortening = shortening;
        this.loading = loading;
        this.handover = handover;
        this.reception = reception;
        this.papers = papers;
        this.rounds = rounds;
        this.assets = assets;
    }

    /** Sites of the partner with their papers: staff. */
    @Transactional(readOnly = true)
    public List<PartnerSite> partnerSites(Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE);
        return sites.all();
    }

    /** For set-up and the demo. */
    public PartnerSite addPartnerSite(PartnerSite site) {
        sites.insert(site);
        return site;
    }

    /** WAREHOUSE. Permit and receipt must reach the last day of the window; lithium within the limit. @throws eu.boucle.shared.Invalid {@code PERMIT_EXPIRED}, {@code RECEIPT_EXPIRED}, {@code LITHIUM_TOO_HEAVY}, {@code NOTHING_TO_LOAD}; @throws eu.boucle.shared.StateForbids {@code WASTE_CODE_NOT_TAKEN} naming tags */
    public RunView plan(PlanRun command, Actor by) {
        by.require(Role.WAREHOUSE);
        return planning.plan(command, by);
    }

    /** WAREHOUSE changes a PLANNED or DECLINED run: assets no longer named are released. */
    public RunView replan(String reference, PlanRun command, Actor by) {
        by.require(Role.WAREHOUSE);
        return planning.replan(cabinet.find(reference, by), command, by);
    }

    /**
     * WAREHOUSE, until the loading is closed: these go with another run. At loading they are marked as staying, on the
     * list of the round.
     *
     * @throws eu.boucle.shared.StateForbids {@code RUN_NOT_SHORTENABLE}, {@code RUN_WOULD_BE_EMPTY}
     */
    public RunView shorten(String reference, List<AssetTag> tags, Reason reason, Actor by) {
        by.require(Role.WAREHOUSE);
        return shortening.shorten(cabinet.find(reference, by), tags, reason, by);
    }

    /** What happened to a run, in order: staff, or the partner whose run it is. */
    @Transactional(readOnly = true)
    public List<RunHappening> history(String reference, Actor by) {
        return history.of(cabinet.find(reference, by).runId());
    }

    /** WAREHOUSE or the process: PLANNED → PROPOSED. Idempotent. */
    public RunView propose(RunId id, Actor by) {
        by.require(Role.WAREHOUSE);
        Run run = cabinet.find(id);
        run.propose(by, cabinet.now()).ifPresent(proposed -> {
            cabinet.keep(run);
            cabinet.tell(proposed);
        });
        return cabinet.view(run);
    }

    /** PARTNER: PROPOSED → CONFIRMED. */
    public RunView confirm(String reference, Actor by) {
        by.require(Role.PARTNER);
        Run run = cabinet.find(reference, by);
        RunConfirmed confirmed = run.confirm(by, cabinet.now());
        cabinet.keep(run);
        cabinet.tell(confirmed);
        return cabinet.view(run);
    }

    /** PARTNER: PROPOSED → DECLINED, perhaps with another window. */
    public RunView decline(String reference, Reason reason, @Nullable Period offered, Actor by) {
        by.require(Role.PARTNER);
        Run run = cabinet.find(reference, by);
        RunDeclined declined = run.decline(reason, offered, by, cabinet.now());
        cabinet.keep(run);
        cabinet.tell(declined, reason.text());
        return cabinet.view(run);
    }

    /** WAREHOUSE opens the LOADING round: CONFIRMED → LOADING; an open one is returned again. */
    public RoundView openLoading(String reference, Actor by) {
        by.require(Role.WAREHOUSE);
        return loading.open(cabinet.find(reference, by), by);
    }

    /** PARTNER opens the RECEPTION round of its own run, HANDED_OVER. */
    public RoundView openReception(String reference, Actor by) {
        by.require(Role.PARTNER);
        return reception.open(cabinet.find(reference, by), by);
    }

    /** Puts one asset on board, as a scan does. @throws eu.boucle.shared.StateForbids {@code NOT_CLEARED}, {@code NOT_TAGGED}, {@code WRONG_ROUND} */
    public void load(RunId run, AssetId asset, Actor by) {
        loading.load(run, asset, by);
    }

    /** WAREHOUSE: one number for each dangerous code of the closed manifest. */
    public RunView enterSlips(String reference, List<Handover.Slip> slips, Actor by) {
        by.require(Role.WAREHOUSE);
        return handover.enterSlips(cabinet.find(reference, by), slips, by);
    }

    /** WAREHOUSE: CLOSED → HANDED_OVER. @throws eu.boucle.shared.StateForbids {@code SLIP_MISSING} naming the codes; @throws eu.boucle.shared.Invalid by field */
    public RunView handOver(String reference, Handover command, Actor by) {
        by.require(Role.WAREHOUSE);
        return handover.handOver(cabinet.find(reference, by), command, by);
    }

    /** PARTNER: HANDED_OVER → WEIGHED_IN; gaps open discrepancies. @throws eu.boucle.shared.Invalid {@code UNACCOUNTED} */
    public RunView receive(String reference, Reception command, Actor by) {
        by.require(Role.PARTNER);
        return reception.receive(cabinet.find(reference, by), command, by);
    }

    /** WAREHOUSE, until handover: a frozen manifest is voided, assets return to TAGGED. */
    public RunView cancel(String reference, Reason reason, Actor by) {
        by.require(Role.WAREHOUSE);
        Run run = cabinet.find(reference, by);
        Instant now = cabinet.now();
        RunCancelled cancelled = run.cancel(reason, cabinet.requests(run), by, now);
        cabinet.keep(run);
        rounds.openRound(RoundMode.LOADING, run.runId().value()).ifPresent(round -> rounds.abandon(round, by));
        List<AssetId> aboard =
                assets.onRun(run.runId()).stream().map(AssetView::id).toList();
        if (!aboard.isEmpty()) {
            assets.releaseFromRun(run.runId(), aboard, by, now);
        }
        cabinet.tell(cancelled, reason.text());
        return cabinet.view(run);
    }

    /** For {@code treatment}: WEIGHED_IN → TREATED. Idempotent. */
    public void treated(RunId id, Actor by, Instant at) {
        Run run = cabinet.find(id);
        run.treated(cabinet.requests(run), by, at).ifPresent(treated -> {
            cabinet.keep(run);
            cabinet.tell(treated);
        });
    }

    /** Staff, or the partner whose run it is. @throws eu.boucle.shared.NotFound */
    @Transactional(readOnly = true)
    public RunView run(String reference, Actor by) {
        return cabinet.view(cabinet.find(reference, by));
    }

    /** Unscoped: the caller holds the id by right. */
    @Transactional(readOnly = true)
    public RunView run(RunId id) {
        return cabinet.view(cabinet.find(id));
    }

    /** Newest first, keyset: staff all, a partner its own from PROPOSED on. */
    @Transactional(readOnly = true)
    public Slice<RunRow> page(Set<RunStatus> status, @Nullable String after, int limit, Actor by) {
        if (!by.isStaff() && !by.is(Role.PARTNER)) {
            throw new NotFound();
        }
        int most = Math.clamp(limit, 1, Slice.MOST);
        List<RunRow> found = rows.page(status, after == null ? null : place(after), most + 1, by);
        if (found.size() <= most) {
            return new Slice<>(found, null);
        }
        List<RunRow> items = List.copyOf(found.subList(0, most));
        return new Slice<>(items, cursor(items.getLast()));
    }

    /** How many runs the actor sees in each status. */
    @Transactional(readOnly = true)
    public Map<RunStatus, Integer> counts(Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER);
        return rows.counts(by);
    }

    /** Where it stands, read afresh from the database. Unscoped: the caller holds the id by right. @throws eu.boucle.shared.NotFound */
    @Transactional(readOnly = true)
    public RunStatus status(RunId id) {
        return rows.status(id).orElseThrow(NotFound::new);
    }

    /** The requests of which it carries something. Unscoped, as {@link #status}. */
    @Transactional(readOnly = true)
    public List<RunView.RunRequest> requests(RunId id) {
        return rows.requests(id);
    }

    /** Where the runs stand that carry or carried assets of a request, oldest first. Unscoped, as {@link #status}. */
    @Transactional(readOnly = true)
    public Map<RunId, RunStatus> standing(RequestId request) {
        return rows.ofRequest(request);
    }

    /** Runs that carry or carried assets of a request, oldest first. */
    @Transactional(readOnly = true)
    public List<RunView> ofRequest(RequestId request) {
        return rows.ofRequest(request).keySet().stream()
                .map(cabinet::find)
                .map(cabinet::view)
                .toList();
    }

    /** Draws the frozen manifest. Idempotent. */
    public PaperView issueManifest(RunId run, Actor by) {
        by.require(Role.WAREHOUSE);
        return papers.issue(cabinet.view(cabinet.find(run)));
    }

    /** The dangerous waste codes of the closed manifest that have no slip number yet. */
    @Transactional(readOnly = true)
    public List<String> slipsMissing(RunId run) {
        return rows.slipsMissing(run);
    }

    private static String cursor(RunRow last) {
        String place = last.plannedAt() + "|" + last.id().value();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static RunRows.Place place(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|");
            return new RunRows.Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        } catch (RuntimeException e) {
            throw Invalid.field("after", "CURSOR_WRONG", cursor);
        }
    }
}
