package eu.boucle.pickup;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetRegister;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.OpenDiscrepancy;
import eu.boucle.custody.RoundId;
import eu.boucle.custody.RoundMode;
import eu.boucle.custody.RoundSummary;
import eu.boucle.custody.RoundView;
import eu.boucle.custody.ScanRounds;
import eu.boucle.identity.Actor;
import eu.boucle.identity.HostSettings;
import eu.boucle.identity.Setting;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import eu.boucle.shared.StateForbids;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The partner says what arrived and what it weighs: each line of the manifest in exactly one list, each gap in the open. */
@Component
class RunReception {

    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(15);
    private static final BigDecimal HEAVIEST_KG = new BigDecimal("44000");

    private final RunCabinet cabinet;
    private final RunRows rows;
    private final ScanRounds rounds;
    private final AssetRegister assets;
    private final Discrepancies discrepancies;
    private final HostSettings settings;

    RunReception(
            RunCabinet cabinet,
            RunRows rows,
            ScanRounds rounds,
            AssetRegister assets,
            Discrepancies discrepancies,
            HostSettings settings) {
        this.cabinet = cabinet;
        this.rows = rows;
        this.rounds = rounds;
        this.assets = assets;
        this.discrepancies = discrepancies;
        this.settings = settings;
    }

    RoundView open(Run run, Actor by) {
        run.require(RunStatus.HANDED_OVER, "RUN_NOT_HANDED_OVER");
        return rounds.openForRun(
                RoundMode.RECEPTION,
                run.runId(),
                run.reference(),
                run.organisation(),
                rows.manifest(run.runId()).stream()
                        .filter(line -> !"STAYED".equals(line.received()))
                        .map(RunView.ManifestLine::asset)
                        .toList(),
                by);
    }

    RunView receive(Run run, Reception reception, Actor by) {
        run.require(RunStatus.HANDED_OVER, "RUN_NOT_HANDED_OVER");
        // What a counter-signed note says never left is not the partner's to account for.
        List<RunView.ManifestLine> manifest = rows.manifest(run.runId()).stream()
                .filter(line -> !"STAYED".equals(line.received()))
                .toList();
        Account account = new Account(manifest);
        moment(run, reception, account);
        account.refuse(reception.refused());
        account.miss(reception.missing());
        if (reception.receivedByRound()) {
            byRound(run, account, by);
        } else if (reception.receivedAll()) {
            account.receiveTheRest();
        } else {
            account.receive(reception.received());
        }
        Map<String, Integer> surplus = account.count(reception.counts());
        account.settle();
        abandonRound(run, by);
        Instant now = cabinet.now();
        book(run, account, reception.weightKg(), by, now);
        RunWeighedIn weighed = run.receive(
                cabinet.requests(run),
                reception,
                account.received.size(),
                account.refused.size(),
                account.missing.size(),
                by,
                now);
        cabinet.keep(run);
        cabinet.tell(weighed);
        weightGap(run, account, reception.weightKg(), by);
        surplus.forEach((type, more) -> countGap(run, type, more, by));
        if (account.received.isEmpty()) {
            // Nothing to treat: the partner owes no report on a run of which it kept nothing.
            run.treated(cabinet.requests(run), by, now).ifPresent(treated -> {
                cabinet.keep(run);
                cabinet.tell(treated);
            });
        }
        return cabinet.view(run);
    }

    private void moment(Run run, Reception reception, Account account) {
        Instant left = run.handedOverAt();
        Instant now = cabinet.now();
        if (reception.receivedAt().isAfter(now.plus(CLOCKS_DIFFER))
                || (left != null && reception.receivedAt().isBefore(left.minus(CLOCKS_DIFFER)))) {
            account.problems.add(new Problem(
                    "receivedAt",
                    "RECEIVED_AT_WRONG",
                    reception.receivedAt().toString(),
                    List.of(left == null ? now : left)));
        }
        BigDecimal weight = reception.weightKg();
        if (weight.signum() < 0 || weight.compareTo(HEAVIEST_KG) > 0 || weight.scale() > 3) {
            account.problems.add(new Problem("weightKg", "RECEIVED_WEIGHT_WRONG", weight.toPlainString()));
        }
    }

    /** What the reception round found is received; its list of missing ones counts unless the form says otherwise. */
    private void byRound(Run run, Account account, Actor by) {
        RoundSummary summary = rounds.about(run.runId().value()).stream()
                .filter(round -> round.mode() == RoundMode.RECEPTION)
                .findFirst()
                .orElseThrow(() -> new StateForbids("NO_RECEPTION_ROUND", run.reference()));
        RoundView round = rounds.round(summary.id(), by);
        for (RoundView.Item item : round.items()) {
            if (account.taken(item.tag())) {
                continue;
            }
            if (item.standing() == RoundView.Standing.FOUND) {
                account.receive(List.of(item.tag()));
            } else if (item.standing() == RoundView.Standing.MISSING) {
                account.missing.put(item.asset(), item.reason());
            }
        }
    }

    /** A round that was begun is over with the reception, whatever it had found. */
    private void abandonRound(Run run, Actor by) {
        Optional<RoundId> open =
                rounds.openRound(RoundMode.RECEPTION, run.runId().value());
        open.ifPresent(round -> rounds.abandon(round, by));
    }

    private void book(Run run, Account account, BigDecimal weightKg, Actor by, Instant now) {
        if (!account.received.isEmpty()) {
            assets.received(run.runId(), account.received.keySet(), by, now);
        }
        byReason(account.refused).forEach((reason, ids) -> assets.refused(run.runId(), ids, by, now, reason));
        byReason(account.missing).forEach((reason, ids) -> assets.missing(ids, by, now, reason));
        rows.markReceived(run.runId(), account.received, "RECEIVED");
        rows.markReceived(run.runId(), account.refused, "REFUSED");
        rows.markReceived(run.runId(), account.missing, "MISSING");
        if (!account.received.isEmpty()) {
            assets.allocateWeight(
                    account.received.keySet(),
                    weightKg.subtract(account.estimated(account.refused.keySet()))
                            .max(BigDecimal.ZERO),
                    by,
                    now);
        }
        for (RunView.ManifestLine line : account.manifest.values()) {
            if (account.missing.containsKey(line.asset())) {
                discrepancies.open(
                        new OpenDiscrepancy(
                                "MISSING_AT_RECEPTION",
                                line.organisation(),
                                line.request(),
                                run.runId(),
                                line.asset(),
                                null,
                                line.tag() + ": " + account.missing.get(line.asset())),
                        by);
            }
        }
    }

    private static Map<String, List<AssetId>> byReason(Map<AssetId, String> reasons) {
        return reasons.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue,
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    /** Only when every asset received has a weight of its own can the scale contradict them. */
    private void weightGap(Run run, Account account, BigDecimal weightKg, Actor by) {
        // What is refused at the gate was on the scale too.
        List<RunView.ManifestLine> received = account.manifest.values().stream()
                .filter(line -> !account.missing.containsKey(line.asset()))
                .toList();
        boolean known = !received.isEmpty()
                && received.stream().allMatch(line -> line.estimatedKg().signum() > 0);
        if (!known) {
            return;
        }
        BigDecimal estimated =
                received.stream().map(RunView.ManifestLine::estimatedKg).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal gapPercent = weightKg.subtract(estimated)
                .abs()
                .multiply(BigDecimal.valueOf(100))
                .divide(estimated, 1, RoundingMode.HALF_UP);
        if (gapPercent.compareTo(settings.percent(Setting.WEIGHT_TOLERANCE)) > 0) {
            discrepancies.open(
                    new OpenDiscrepancy(
                            "WEIGHT_GAP",
                            run.organisation(),
                            null,
                            run.runId(),
                            null,
                            null,
                            run.reference() + ": " + weightKg.toPlainString() + " kg / " + estimated.toPlainString()
                                    + " kg (" + gapPercent.toPlainString() + " %)"),
                    by);
        }
    }

    /** More came than the list says: nobody knows yet whose. */
    private void countGap(Run run, String type, int more, Actor by) {
        discrepancies.open(
                new OpenDiscrepancy(
                        "COUNT_GAP",
                        run.organisation(),
                        null,
                        run.runId(),
                        null,
                        null,
                        run.reference() + ": " + type + " +" + more),
                by);
    }

    /** The manifest being accounted for. */
    private static final class Account {

        private static final int NAMED = 50;

        private final Map<AssetTag, RunView.ManifestLine> manifest = new LinkedHashMap<>();
        private final Map<AssetId, String> received = new LinkedHashMap<>();
        private final Map<AssetId, String> refused = new LinkedHashMap<>();
        private final Map<AssetId, String> missing = new LinkedHashMap<>();
        private final List<Problem> problems = new ArrayList<>();

        Account(List<RunView.ManifestLine> lines) {
            lines.forEach(line -> manifest.put(line.tag(), line));
        }

        BigDecimal estimated(Set<AssetId> some) {
            return manifest.values().stream()
                    .filter(line -> some.contains(line.asset()))
                    .map(RunView.ManifestLine::estimatedKg)
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        boolean taken(AssetTag tag) {
            RunView.ManifestLine line = manifest.get(tag);
            return line != null && taken(line.asset());
        }

        private boolean taken(AssetId asset) {
            return received.containsKey(asset) || refused.containsKey(asset) || missing.containsKey(asset);
        }

        void refuse(List<Reception.RefusedTag> tags) {
            int position = 0;
            for (Reception.RefusedTag tag : tags) {
                String path = "refused/" + position++;
                String reason = tag.reason().strip();
                if (reason.length() < 3 || reason.length() > 400) {
                    problems.add(new Problem(path + "/reason", "REASON_MISSING", reason));
                } else {
                    put(path + "/tag", tag.tag(), reason, refused);
                }
            }
        }

        void miss(List<AssetTag> tags) {
            int position = 0;
            for (AssetTag tag : tags) {
                put("missing/" + position++, tag, "—", missing);
            }
        }

        void receive(List<AssetTag> tags) {
            int position = 0;
            for (AssetTag tag : tags) {
                put("received/" + position++, tag, "", received);
            }
        }

        private void put(String path, AssetTag tag, String note, Map<AssetId, String> list) {
            RunView.ManifestLine line = manifest.get(tag);
            if (line == null) {
                problems.add(new Problem(path, "TAG_NOT_ON_MANIFEST", tag.value()));
            } else if (taken(line.asset())) {
                problems.add(new Problem(path, "TAG_TWICE", tag.value()));
            } else {
                list.put(line.asset(), note);
            }
        }

        /**
         * A count stands for the items of its type that are in no list. Fewer than those leaves some of them
         * unaccounted: the missing ones must be named. More is a gap.
         *
         * @return how many more came, by type
         */
        Map<String, Integer> count(List<Reception.Count> counts) {
            Map<String, Integer> surplus = new LinkedHashMap<>();
            Set<String> counted = new HashSet<>();
            int position = 0;
            for (Reception.Count count : counts) {
                String path = "counts/" + position++;
                List<RunView.ManifestLine> open = manifest.values().stream()
                        .filter(line -> line.type().equals(count.type()) && !taken(line.asset()))
                        .toList();
                boolean listed =
                        manifest.values().stream().anyMatch(line -> line.type().equals(count.type()));
                if (!listed || !counted.add(count.type())) {
                    problems.add(
                            new Problem(path + "/type", listed ? "TYPE_TWICE" : "TYPE_NOT_ON_MANIFEST", count.type()));
                } else if (count.count() < 0) {
                    problems.add(new Problem(path + "/count", "COUNT_NEGATIVE", Integer.toString(count.count())));
                } else if (count.count() >= open.size()) {
                    open.forEach(line -> received.put(line.asset(), open.size() + " × " + count.type()));
                    if (count.count() > open.size()) {
                        surplus.put(count.type(), count.count() - open.size());
                    }
                }
            }
            return surplus;
        }

        void receiveTheRest() {
            manifest.values().stream()
                    .filter(line -> !taken(line.asset()))
                    .forEach(line -> received.put(line.asset(), ""));
        }

        void settle() {
            manifest.values().stream()
                    .filter(line -> !taken(line.asset()))
                    .limit(NAMED)
                    .forEach(line -> problems.add(
                            new Problem("received", "UNACCOUNTED", line.tag().value())));
            if (!problems.isEmpty()) {
                throw new Invalid(problems);
            }
        }
    }
}
