package eu.boucle.pickup;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.custody.RoundClosed;
import eu.boucle.custody.RoundId;
import eu.boucle.custody.RoundMode;
import eu.boucle.custody.RoundView;
import eu.boucle.custody.ScanAnswer;
import eu.boucle.custody.ScanCommand;
import eu.boucle.custody.ScanRounds;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Role;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.StateForbids;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Loads runs by scans, and freezes the manifest when the loading is closed. */
@Component
class Loading {

    private final RunCabinet cabinet;
    private final RunRows rows;
    private final ScanRounds rounds;
    private final AssetRegister assets;
    private final RunShortening shortening;

    Loading(RunCabinet cabinet, RunRows rows, ScanRounds rounds, AssetRegister assets, RunShortening shortening) {
        this.cabinet = cabinet;
        this.rows = rows;
        this.rounds = rounds;
        this.assets = assets;
        this.shortening = shortening;
    }

    RoundView open(Run run, Actor by) {
        run.startLoading(cabinet.now());
        cabinet.keep(run);
        return rounds.openForRun(
                RoundMode.LOADING,
                run.runId(),
                run.reference(),
                run.organisation(),
                assets.onRun(run.runId()).stream().map(AssetView::id).toList(),
                by);
    }

    /** Puts one asset on board as a scan does, through the same statement: no road leads around the clearance. */
    void load(RunId run, AssetId asset, Actor by) {
        by.require(Role.WAREHOUSE);
        RoundId round = rounds.openRound(RoundMode.LOADING, run.value())
                .orElseThrow(() ->
                        new StateForbids("RUN_NOT_LOADING", cabinet.find(run).reference()));
        AssetView loaded = assets.asset(asset);
        ScanCommand scan = new ScanCommand(UUID.randomUUID(), loaded.tag().value(), null, cabinet.now(), "");
        ScanAnswer answer = rounds.scan(round, List.of(scan), by).getFirst();
        switch (answer) {
            case ScanAnswer.Accepted accepted -> {}
            case ScanAnswer.AlreadyScanned already -> {}
            case ScanAnswer.NotCleared no ->
                throw new StateForbids("NOT_CLEARED", no.tag(), no.decided(), no.expected());
            case ScanAnswer.NotTagged no -> throw new StateForbids("NOT_TAGGED", no.tag());
            case ScanAnswer.VoidLabel no -> throw new StateForbids("TAG_VOID", no.tag());
            case ScanAnswer.Disputed no -> throw new StateForbids("DISPUTED", no.tag());
            case ScanAnswer.WrongRound no -> throw new StateForbids("WRONG_ROUND", no.tag());
            case ScanAnswer.Unknown no -> throw new StateForbids("WRONG_ROUND", no.code());
            case ScanAnswer.WrongSerial no -> throw new StateForbids("WRONG_ROUND", no.tag());
            case ScanAnswer.RoundIsClosed no -> throw new StateForbids("RUN_NOT_LOADING", no.code());
        }
    }

    /** What was found is the manifest, for ever. Whoever closed the round is who froze it. */
    @EventListener
    void freeze(RoundClosed closed) {
        if (closed.mode() != RoundMode.LOADING) {
            return;
        }
        Run run = cabinet.find(new RunId(closed.subject()));
        if (run.status() == RunStatus.CANCELLED) {
            return;
        }
        Actor by = closer(closed, run);
        List<AssetView> loaded = assets.onRun(run.runId()).stream()
                .filter(asset -> asset.state() == AssetState.LOADED)
                .toList();
        if (loaded.isEmpty()) {
            throw new StateForbids("NOTHING_LOADED", run.reference());
        }
        shortening.leaveBehind(run, staying(closed, by), by, cabinet.now());
        releaseTheRest(run, by);
        List<RunView.ManifestLine> manifest = loaded.stream().map(Loading::line).toList();
        boolean dangerous = manifest.stream().anyMatch(RunView.ManifestLine::dangerous);
        Set<RequestId> aboard =
                manifest.stream().map(RunView.ManifestLine::request).collect(Collectors.toSet());
        List<RunView.RunRequest> requests = rows.requests(run.runId()).stream()
                .filter(request -> aboard.contains(request.id()))
                .toList();
        Instant now = closed.stamp().at();
        RunClosed happened = run.close(
                requests.stream().map(RunView.RunRequest::id).toList(),
                manifest.size(),
                dangerous,
                sha256(run.reference(), manifest),
                by,
                now);
        cabinet.keep(run);
        rows.replaceRequests(run.runId(), requests);
        rows.insertManifest(run.runId(), manifest);
        cabinet.tell(happened);
    }

    private List<RoundView.Item> staying(RoundClosed closed, Actor by) {
        return rounds.round(closed.round(), by).items().stream()
                .filter(item -> item.standing() == RoundView.Standing.STAYS)
                .toList();
    }

    private void releaseTheRest(Run run, Actor by) {
        List<AssetId> rest = assets.onRun(run.runId()).stream()
                .filter(asset -> asset.state() == AssetState.TAGGED)
                .map(AssetView::id)
                .toList();
        if (!rest.isEmpty()) {
            assets.releaseFromRun(run.runId(), rest, by, cabinet.now());
        }
    }

    private static Actor closer(RoundClosed closed, Run run) {
        UUID person = closed.stamp().actor();
        return person == null
                ? Actor.system(new OrganisationId(run.organisation()))
                : new Actor(person, "", Set.of(Role.WAREHOUSE), Set.of());
    }

    private static RunView.ManifestLine line(AssetView asset) {
        return new RunView.ManifestLine(
                asset.id(),
                asset.tag(),
                asset.request(),
                asset.organisation(),
                asset.type(),
                asset.manufacturer(),
                asset.model(),
                asset.serial() == null ? "" : asset.serial().normalised(),
                asset.wasteCode() == null ? "" : asset.wasteCode(),
                asset.dangerous(),
                asset.clearance().name(),
                asset.media().size(),
                asset.weight() == null ? BigDecimal.ZERO : asset.weight().kilograms(),
                null,
                "");
    }

    /**
     * SHA-256 of the canonical text: the reference, then one line an item by tag, fields separated by tabs, lines ended by
     * line feeds, in UTF-8. Anyone who holds the list can check it.
     */
    static String sha256(String reference, List<RunView.ManifestLine> manifest) {
        StringBuilder text = new StringBuilder(reference).append('\n');
        manifest.stream()
                .sorted(java.util.Comparator.comparing(line -> line.tag().value()))
                .forEach(line -> text.append(String.join(
                                "\t",
                                line.tag().value(),
                                line.serial(),
                                line.type(),
                                line.manufacturer(),
                                line.model(),
                                line.wasteCode(),
                                line.clearance(),
                                Integer.toString(line.media()),
                                line.estimatedKg().setScale(3).toPlainString()))
                        .append('\n'));
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
