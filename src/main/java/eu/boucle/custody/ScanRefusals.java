package eu.boucle.custody;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetLabels;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.Clearance;
import eu.boucle.asset.VoidTag;
import eu.boucle.custody.ScanJournal.Refused;
import eu.boucle.custody.ScanStatement.Whereabouts;
import eu.boucle.scancode.AssetTag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Works out, after the conditional statement moved nothing, which of the answers is the true one. */
@Component
class ScanRefusals {

    private static final String ALREADY_SCANNED = "ALREADY_SCANNED";
    private static final String WRONG_ROUND = "WRONG_ROUND";
    private static final String WRONG_SERIAL = "WRONG_SERIAL";

    private final ScanStatement statement;
    private final ScanJournal journal;
    private final RoundList rounds;
    private final DiscrepancyList discrepancies;
    private final AssetRegister assets;
    private final AssetLabels labels;

    ScanRefusals(
            ScanStatement statement,
            ScanJournal journal,
            RoundList rounds,
            DiscrepancyList discrepancies,
            AssetRegister assets,
            AssetLabels labels) {
        this.statement = statement;
        this.journal = journal;
        this.rounds = rounds;
        this.discrepancies = discrepancies;
        this.assets = assets;
        this.labels = labels;
    }

    void answer(HeardScan scan) {
        journal.refuse(scan.id(), why(scan));
    }

    private Refused why(HeardScan scan) {
        if (scan.tag() == null) {
            return Refused.of("UNKNOWN", null);
        }
        Optional<RoundList.Item> listed = rounds.item(scan.round().id(), scan.tag());
        if (listed.isEmpty()) {
            Optional<Whereabouts> elsewhere = statement.whereabouts(scan.tag());
            return elsewhere.isEmpty() ? nobodys(scan, scan.tag()) : notListed(scan, elsewhere.get());
        }
        RoundList.Item item = listed.get();
        UUID id = item.asset().value();
        if (item.standing() == RoundView.Standing.FOUND) {
            return already(id, Optional.ofNullable(item.scan()));
        }
        AssetView asset = assets.asset(item.asset());
        return scan.round().mode() == RoundMode.TAGGING ? notTagged(asset, item) : notLoaded(scan, asset);
    }

    /** A void label says so to everybody; which tag came instead, only to a round that looks for its asset. */
    private Refused nobodys(HeardScan scan, AssetTag tag) {
        Optional<VoidTag> voided = labels.voided(tag);
        if (voided.isEmpty()) {
            return Refused.of("UNKNOWN", null);
        }
        AssetId asset = voided.get().asset();
        return rounds.itemOf(scan.round().id(), asset)
                .map(item ->
                        new Refused("VOID_TAG", asset.value(), null, item.tag().value(), null, null))
                .orElseGet(() -> Refused.of("VOID_TAG", null));
    }

    /** Another client's item is "not on this list", no more. One of this request that is tagged already says when. */
    private Refused notListed(HeardScan scan, Whereabouts elsewhere) {
        if (scan.round().mode() == RoundMode.TAGGING
                && elsewhere.request().equals(scan.round().subject())) {
            Optional<UUID> first = journal.lastAccepted(elsewhere.asset(), RoundMode.TAGGING);
            if (first.isPresent()) {
                return already(elsewhere.asset(), first);
            }
        }
        return Refused.of(WRONG_ROUND, null);
    }

    private Refused notTagged(AssetView asset, RoundList.Item item) {
        UUID id = asset.id().value();
        return switch (asset.state()) {
            case DECLARED ->
                new Refused(WRONG_SERIAL, id, null, item.serial() == null ? "" : item.serial(), null, null);
            case MISSING, DISPUTED -> Refused.of("DISPUTED", id);
            case WITHDRAWN -> Refused.of(WRONG_ROUND, id);
            default -> already(id, journal.lastAccepted(id, RoundMode.TAGGING));
        };
    }

    private Refused notLoaded(HeardScan scan, AssetView asset) {
        UUID id = asset.id().value();
        if (asset.run() == null || !asset.run().value().equals(scan.round().subject())) {
            return Refused.of(WRONG_ROUND, id);
        }
        if (asset.state() == AssetState.DECLARED) {
            return Refused.of("NOT_TAGGED", id);
        }
        if (asset.state() == AssetState.LOADED) {
            return already(id, journal.lastAccepted(id, RoundMode.LOADING));
        }
        if (asset.state() == AssetState.TAGGED && asset.clearance() == Clearance.NONE) {
            return new Refused(
                    "NOT_CLEARED",
                    id,
                    null,
                    null,
                    (int) asset.decidedMedia(),
                    asset.media().size());
        }
        if (asset.state() == AssetState.DISPUTED || discrepancies.openAbout(List.of(asset.id())) > 0) {
            return Refused.of("DISPUTED", id);
        }
        return Refused.of(WRONG_ROUND, id);
    }

    private static Refused already(UUID asset, Optional<UUID> first) {
        return new Refused(ALREADY_SCANNED, asset, first.orElse(null), null, null, null);
    }
}
