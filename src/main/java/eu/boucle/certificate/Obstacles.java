package eu.boucle.certificate;

import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.custody.DiscrepancyView;
import eu.boucle.decommissioning.QuestionState;
import eu.boucle.identity.Role;
import eu.boucle.pickup.Handover;
import eu.boucle.pickup.PartnerSite;
import eu.boucle.pickup.PlanRun;
import eu.boucle.pickup.RunView;
import eu.boucle.sanitization.Coverage;
import eu.boucle.shared.SerialNumber;
import eu.boucle.treatment.TreatmentView;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands between a dossier and each of its certificates. Refusing with reasons is better than issuing incomplete. */
final class Obstacles {

    /** A list that a person can still read; the rest is counted. */
    private static final int SHOWN = 50;

    private static final Set<AssetState> WITH_PARTNER = EnumSet.of(AssetState.HANDED_OVER, AssetState.RECEIVED);
    private static final Set<AssetState> STILL_HERE =
            EnumSet.of(AssetState.DECLARED, AssetState.TAGGED, AssetState.LOADED, AssetState.REFUSED);

    private Obstacles() {}

    static List<Missing> of(CertificateType type, Dossier dossier, @Nullable RunView run, ZoneId zone) {
        return shortened(
                switch (type) {
                    case TAKE_BACK ->
                        run == null
                                ? dossier.departed().stream()
                                        .flatMap(r -> takeBack(dossier, r, zone).stream())
                                        .toList()
                                : takeBack(dossier, run, zone);
                    case DATA_SANITIZATION -> data(dossier);
                    case WEEE_TREATMENT, ROHS_STATEMENT -> treatment(dossier, zone);
                });
    }

    private static List<Missing> takeBack(Dossier dossier, RunView run, ZoneId zone) {
        List<Missing> missing = new ArrayList<>();
        if (run.handedOverAt() == null) {
            missing.add(missing("NOT_HANDED_OVER", run.reference(), Role.WAREHOUSE));
            return missing;
        }
        slips(dossier, run, missing);
        receipt(run, zone, missing);
        return missing;
    }

    private static List<Missing> data(Dossier dossier) {
        List<Missing> missing = new ArrayList<>();
        for (MediumView medium : dossier.media()) {
            medium(dossier, medium).ifPresent(missing::add);
        }
        discrepancies(dossier, missing, gap -> gap.medium() != null || "MEDIUM_MISSING".equals(gap.kind()));
        questions(dossier, missing);
        if (!hasDataWork(dossier)) {
            return missing;
        }
        Coverage coverage = dossier.coverage();
        String reference = dossier.request().reference();
        if (missing.isEmpty() && coverage.validationNeeded() && !coverage.validated()) {
            missing.add(missing("NOT_VALIDATED", reference, Role.COMPLIANCE));
        }
        if (coverage.validator() != null && coverage.performers().contains(coverage.validator())) {
            missing.add(
                    missing("VALIDATOR_IS_PERFORMER", reference, Role.COMPLIANCE, dossier.name(coverage.validator())));
        }
        return missing;
    }

    /** Something was erased or destroyed: then, and only then, there is a data certificate. */
    static boolean hasDataWork(Dossier dossier) {
        return dossier.media().stream()
                .anyMatch(m -> m.status() == MediumStatus.ERASED || m.status() == MediumStatus.DESTROYED);
    }

    private static Optional<Missing> medium(Dossier dossier, MediumView medium) {
        String subject = named(medium);
        String tag = medium.tag().value();
        return switch (medium.status()) {
            case ERASED, DESTROYED ->
                dossier.evidence(medium.id()).isEmpty()
                        ? Optional.of(missing("EVIDENCE_MISSING", subject, Role.WAREHOUSE, tag))
                        : Optional.empty();
            case RETURNED -> Optional.empty();
            case MISSING ->
                medium.acceptedMissing()
                        ? Optional.empty()
                        : Optional.of(missing("MEDIUM_MISSING", subject, Role.COMPLIANCE, tag));
            case ENTRUSTED -> Optional.of(missing("MEDIUM_ENTRUSTED", subject, Role.PARTNER, tag));
            case UNDECIDED -> Optional.of(missing("MEDIUM_UNDECIDED", subject, Role.COMPLIANCE, tag));
            case FAILED -> Optional.of(missing("MEDIUM_FAILED", subject, Role.WAREHOUSE, tag));
            case EXPECTED -> Optional.of(missing("MEDIUM_EXPECTED", subject, Role.WAREHOUSE, tag));
        };
    }

    private static List<Missing> treatment(Dossier dossier, ZoneId zone) {
        List<Missing> missing = new ArrayList<>();
        for (RunView run : dossier.departed()) {
            slips(dossier, run, missing);
            receipt(run, zone, missing);
            report(dossier, run, missing);
        }
        for (AssetView asset : dossier.assets()) {
            String tag = asset.tag().value();
            if (asset.classificationOpen() && asset.state() != AssetState.WITHDRAWN) {
                missing.add(missing("CLASSIFICATION_OPEN", tag, Role.COMPLIANCE));
            }
            if (WITH_PARTNER.contains(asset.state())) {
                missing.add(missing("OUTCOME_MISSING", tag, Role.PARTNER));
            } else if (STILL_HERE.contains(asset.state())) {
                missing.add(missing("ASSET_STILL_HERE", tag, Role.WAREHOUSE));
            } else if (asset.state() == AssetState.DISPUTED
                    || asset.state() == AssetState.MISSING && !asset.lossAccepted()) {
                missing.add(missing("ASSET_IN_DISPUTE", tag, Role.COMPLIANCE));
            }
        }
        discrepancies(dossier, missing, gap -> true);
        questions(dossier, missing);
        return missing;
    }

    private static void report(Dossier dossier, RunView run, List<Missing> missing) {
        if (run.receivedAt() == null) {
            missing.add(missing("RECEPTION_NOT_CONFIRMED", run.reference(), Role.PARTNER));
            return;
        }
        boolean received = dossier.lines(run).stream().anyMatch(line -> "RECEIVED".equals(line.received()));
        Optional<TreatmentView> report = dossier.report(run.id());
        if (report.isEmpty()) {
            if (received) {
                missing.add(missing("TREATMENT_NOT_REPORTED", run.reference(), Role.PARTNER));
            }
        } else if (!report.get().balanced()) {
            missing.add(missing("MASS_NOT_BALANCED", run.reference(), Role.COMPLIANCE));
        }
    }

    /** A dangerous waste travels with a slip number for its code, or it does not travel. */
    private static void slips(Dossier dossier, RunView run, List<Missing> missing) {
        Set<String> numbered = run.slips().stream()
                .filter(slip -> !slip.number().isBlank())
                .map(Handover.Slip::wasteCode)
                .collect(Collectors.toSet());
        dossier.lines(run).stream()
                .filter(RunView.ManifestLine::dangerous)
                .map(RunView.ManifestLine::wasteCode)
                .distinct()
                .filter(code -> !numbered.contains(code))
                .sorted()
                .forEach(code -> missing.add(missing("SLIP_NUMBER_MISSING", run.reference(), Role.WAREHOUSE, code)));
    }

    private static void receipt(RunView run, ZoneId zone, List<Missing> missing) {
        if (run.handedOverAt() == null) {
            return;
        }
        LocalDate day = LocalDate.ofInstant(run.handedOverAt(), zone);
        PlanRun.Carrier carrier = run.carrier();
        PartnerSite site = run.partnerSite();
        String exemption = carrier == null ? site.exemption() : carrier.exemption();
        LocalDate until = carrier == null ? site.receiptUntil() : carrier.receiptUntil();
        if (exemption.isBlank() && (until == null || until.isBefore(day))) {
            missing.add(missing(
                    "CARRIER_RECEIPT_EXPIRED",
                    run.reference(),
                    Role.WAREHOUSE,
                    Objects.toString(until, "–"),
                    day.toString()));
        }
    }

    private static void discrepancies(
            Dossier dossier, List<Missing> missing, java.util.function.Predicate<DiscrepancyView> concerns) {
        dossier.discrepancies().stream()
                .filter(DiscrepancyView::open)
                .filter(concerns)
                .forEach(gap -> missing.add(missing("DISCREPANCY_OPEN", gap.detail(), Role.COMPLIANCE, gap.kind())));
    }

    /** Those asked as blocking: the client answers, then whoever asked closes. */
    private static void questions(Dossier dossier, List<Missing> missing) {
        dossier.blockingQuestions()
                .forEach(question -> missing.add(missing(
                        "QUESTION_OPEN",
                        question.tag().value(),
                        question.state() == QuestionState.ASKED ? Role.CLIENT : question.askedAs())));
    }

    private static List<Missing> shortened(List<Missing> missing) {
        if (missing.size() <= SHOWN) {
            return List.copyOf(missing);
        }
        List<Missing> shown = new ArrayList<>(missing.subList(0, SHOWN));
        int rest = missing.size() - SHOWN;
        shown.add(missing("AND_MORE", Integer.toString(rest), shown.getLast().holder()));
        return List.copyOf(shown);
    }

    private static String named(MediumView medium) {
        SerialNumber serial = medium.serial();
        return serial == null ? medium.tag().value() : serial.raw();
    }

    private static Missing missing(String code, String subject, Role holder, Object... arguments) {
        return new Missing(code, subject, holder, List.of(arguments));
    }
}
