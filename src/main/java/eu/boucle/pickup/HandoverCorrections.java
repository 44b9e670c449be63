package eu.boucle.pickup;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.OpenDiscrepancy;
import eu.boucle.document.PaperView;
import eu.boucle.flow.WorkItem;
import eu.boucle.flow.WorkSource;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Problem;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RunId;
import eu.boucle.shared.StateForbids;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Wrong handovers put right. The storekeeper writes a note; it counts once the partner counter-signs it. The frozen list,
 * the handover and the take-back note never change: the note stands beside them, as a paper of its own. An item that did
 * not leave, or left unlisted, is a discrepancy from then on.
 */
@Service
@Transactional
public class HandoverCorrections implements WorkSource {

    private static final Set<RunStatus> GONE =
            EnumSet.of(RunStatus.HANDED_OVER, RunStatus.WEIGHED_IN, RunStatus.TREATED);
    private static final Duration LONGEST_SHIFT = Duration.ofDays(30);
    private static final int MOST = 200;

    private final RunCabinet cabinet;
    private final RunRows rows;
    private final CorrectionRows notes;
    private final CorrectionPaper paper;
    private final AssetRegister assets;
    private final Discrepancies discrepancies;

    HandoverCorrections(
            RunCabinet cabinet,
            RunRows rows,
            CorrectionRows notes,
            CorrectionPaper paper,
            AssetRegister assets,
            Discrepancies discrepancies) {
        this.cabinet = cabinet;
        this.rows = rows;
        this.notes = notes;
        this.paper = paper;
        this.assets = assets;
        this.discrepancies = discrepancies;
    }

    /**
     * WAREHOUSE, after the handover.
     *
     * @throws StateForbids {@code RUN_NOT_HANDED_OVER}, {@code CORRECTION_UNANSWERED}
     * @throws Invalid by field, {@code NOTHING_CORRECTED} when nothing is said to be wrong
     */
    public HandoverCorrection write(String reference, CorrectHandover command, Actor by) {
        by.require(Role.WAREHOUSE);
        Run run = cabinet.find(reference, by);
        if (!GONE.contains(run.status())) {
            throw new StateForbids("RUN_NOT_HANDED_OVER", run.reference(), run.status());
        }
        Instant now = cabinet.now();
        HandoverCorrection note = checked(run, command, by, now);
        notes.insert(note, run);
        cabinet.tell(
                new HandoverCorrectionWritten(
                        run.runId(), note.number(), cabinet.requests(run), by.stamp(run.organisation(), now)),
                note.reason());
        return note;
    }

    /** PARTNER signs too, by typing a name: from now on the note counts. @throws StateForbids {@code CORRECTION_ANSWERED} */
    public HandoverCorrection countersign(String reference, int number, String signedName, Actor by) {
        by.require(Role.PARTNER);
        Run run = cabinet.find(reference, by);
        HandoverCorrection note = note(run, number);
        Instant now = cabinet.now();
        answer(run, note, HandoverCorrection.Standing.COUNTERSIGNED, name(signedName), "", by, now);
        staying(run, note, by, now);
        unlisted(run, note, by);
        HandoverCorrection signed = note(run, number);
        paper.issue(cabinet.view(run), signed);
        cabinet.tell(
                new HandoverCorrected(run.runId(), number, cabinet.requests(run), by.stamp(run.organisation(), now)),
                note.reason());
        return signed;
    }

    /** PARTNER does not agree, and says why. @throws StateForbids {@code CORRECTION_ANSWERED} */
    public HandoverCorrection refuse(String reference, int number, Reason reason, String signedName, Actor by) {
        by.require(Role.PARTNER);
        Run run = cabinet.find(reference, by);
        HandoverCorrection note = note(run, number);
        Instant now = cabinet.now();
        answer(run, note, HandoverCorrection.Standing.REFUSED, name(signedName), reason.text(), by, now);
        cabinet.tell(
                new HandoverCorrectionRefused(
                        run.runId(), number, cabinet.requests(run), by.stamp(run.organisation(), now)),
                reason.text());
        return note(run, number);
    }

    /** Every note of a run, oldest first: staff, or the partner whose run it is. */
    @Transactional(readOnly = true)
    public List<HandoverCorrection> of(String reference, Actor by) {
        return notes.of(cabinet.find(reference, by).runId());
    }

    /** The counter-signed ones. Unscoped: the caller holds the run by right. */
    @Transactional(readOnly = true)
    public List<HandoverCorrection> counting(RunId run) {
        return notes.of(run).stream()
                .filter(note -> note.standing() == HandoverCorrection.Standing.COUNTERSIGNED)
                .toList();
    }

    /** The paper of a counter-signed note. @throws NotFound */
    @Transactional(readOnly = true)
    public byte[] pdf(String reference, int number, Actor by) {
        HandoverCorrection note = note(cabinet.find(reference, by), number);
        PaperView issued = paper.of(note).orElseThrow(NotFound::new);
        return paper.bytes(issued);
    }

    private HandoverCorrection note(Run run, int number) {
        return notes.of(run.runId(), number).orElseThrow(NotFound::new);
    }

    private void answer(
            Run run,
            HandoverCorrection note,
            HandoverCorrection.Standing standing,
            String name,
            String reason,
            Actor by,
            Instant at) {
        if (!notes.answer(note, standing, name, reason, by.person(), at)) {
            throw new StateForbids("CORRECTION_ANSWERED", note.number(), run.reference());
        }
    }

    /** It is here: off the run, and nobody loads it before the officer has ruled. */
    private void staying(Run run, HandoverCorrection note, Actor by, Instant now) {
        Map<AssetId, RunView.ManifestLine> lines = lines(run, note.notLeft());
        if (lines.isEmpty()) {
            return;
        }
        assets.stayed(run.runId(), lines.keySet(), by, now, run.reference() + ": " + note.reason());
        rows.markReceived(
                run.runId(),
                lines.keySet().stream().collect(Collectors.toMap(asset -> asset, asset -> note.reason())),
                "STAYED");
        lines.values()
                .forEach(line -> open(
                        "DID_NOT_LEAVE",
                        run,
                        line.organisation(),
                        line.request().value(),
                        line.asset(),
                        line.tag(),
                        note,
                        by));
    }

    private void unlisted(Run run, HandoverCorrection note, Actor by) {
        note.unlisted().forEach(tag -> {
            AssetView asset = assets.ofTag(tag);
            open("LEFT_UNLISTED", run, asset.organisation(), asset.request().value(), asset.id(), tag, note, by);
        });
    }

    private void open(
            String kind,
            Run run,
            UUID organisation,
            UUID request,
            AssetId asset,
            AssetTag tag,
            HandoverCorrection note,
            Actor by) {
        discrepancies.open(
                new OpenDiscrepancy(
                        kind,
                        organisation,
                        new eu.boucle.shared.RequestId(request),
                        run.runId(),
                        asset,
                        null,
                        tag + ": " + note.reason()),
                by);
    }

    private Map<AssetId, RunView.ManifestLine> lines(Run run, List<AssetTag> tags) {
        Map<AssetId, RunView.ManifestLine> lines = new HashMap<>();
        rows.manifest(run.runId()).stream()
                .filter(line -> tags.contains(line.tag()))
                .forEach(line -> lines.put(line.asset(), line));
        return lines;
    }

    private HandoverCorrection checked(Run run, CorrectHandover given, Actor by, Instant now) {
        List<Problem> problems = new ArrayList<>();
        String driver = given.driverName() == null ? null : RunHandover.driver(given.driverName(), problems);
        String plate = given.plate() == null ? null : RunHandover.plate(given.plate(), problems);
        List<String> seals = given.seals() == null ? null : RunHandover.seals(given.seals(), problems);
        moment(run, given.handedOverAt(), now, problems);
        List<Handover.Slip> slips = slips(run, given.slips(), problems);
        items(run, given, problems);
        String signed = given.signedName().strip();
        if (signed.length() < 2 || signed.length() > 120) {
            problems.add(new Problem("signedName", "SIGNATURE_MISSING", signed));
        }
        boolean something = driver != null || plate != null || seals != null || given.handedOverAt() != null;
        if (!something
                && slips.isEmpty()
                && given.notLeft().isEmpty()
                && given.unlisted().isEmpty()) {
            problems.add(new Problem("driverName", "NOTHING_CORRECTED", ""));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return new HandoverCorrection(
                UUID.randomUUID(),
                run.runId(),
                notes.of(run.runId()).size() + 1,
                driver,
                plate,
                given.handedOverAt(),
                seals,
                slips,
                given.notLeft(),
                given.unlisted(),
                Reason.of(given.reason()).text(),
                HandoverCorrection.Standing.WRITTEN,
                now,
                by.person(),
                signed,
                null,
                null,
                null,
                null);
    }

    private static void moment(Run run, @Nullable Instant at, Instant now, List<Problem> problems) {
        if (at == null) {
            return;
        }
        Instant said = Objects.requireNonNull(run.handedOverAt());
        if (at.isAfter(now) || at.isBefore(said.minus(LONGEST_SHIFT))) {
            problems.add(new Problem("handedOverAt", "HANDED_OVER_AT_WRONG", at.toString(), List.of(said)));
        }
    }

    private List<Handover.Slip> slips(Run run, List<Handover.Slip> given, List<Problem> problems) {
        Set<String> codes = Set.copyOf(rows.dangerousCodes(run.runId()));
        List<Handover.Slip> slips = new ArrayList<>();
        for (Handover.Slip slip : given) {
            String number = slip.number().strip();
            String path = "slips/" + slips.size();
            if (!codes.contains(slip.wasteCode())) {
                problems.add(new Problem(path + "/wasteCode", "SLIP_CODE_UNKNOWN", slip.wasteCode()));
            }
            if (number.isEmpty() || number.length() > 60 || number.contains("\n") || number.contains("\t")) {
                problems.add(new Problem(path + "/number", "SLIP_NUMBER_MISSING", slip.wasteCode()));
            }
            slips.add(new Handover.Slip(slip.wasteCode(), number));
        }
        return slips;
    }

    /** What did not leave must be on the list and nowhere else since; what left unlisted must be ours and still here. */
    private void items(Run run, CorrectHandover given, List<Problem> problems) {
        Map<AssetTag, RunView.ManifestLine> manifest = new HashMap<>();
        rows.manifest(run.runId()).forEach(line -> manifest.put(line.tag(), line));
        int position = 0;
        for (AssetTag tag : given.notLeft()) {
            RunView.ManifestLine line = manifest.get(tag);
            if (line == null) {
                problems.add(new Problem("notLeft/" + position, "TAG_NOT_ON_MANIFEST", tag.value()));
            } else if (assets.asset(line.asset()).state() != AssetState.HANDED_OVER) {
                problems.add(new Problem("notLeft/" + position, "TAG_RECEIVED_SINCE", tag.value()));
            }
            position++;
        }
        position = 0;
        for (AssetTag tag : given.unlisted()) {
            if (manifest.containsKey(tag)) {
                problems.add(new Problem("unlisted/" + position, "TAG_ON_MANIFEST", tag.value()));
            } else if (!here(tag)) {
                problems.add(new Problem("unlisted/" + position, "TAG_NOT_HERE", tag.value()));
            }
            position++;
        }
    }

    private boolean here(AssetTag tag) {
        try {
            AssetState state = assets.ofTag(tag).state();
            return state == AssetState.DECLARED || state == AssetState.TAGGED || state == AssetState.MISSING;
        } catch (NotFound nobodys) {
            return false;
        }
    }

    private static String name(String signed) {
        String name = signed.strip();
        if (name.length() < 2 || name.length() > 120) {
            throw Invalid.field("signedName", "SIGNATURE_MISSING", name);
        }
        return name;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> waitingFor(Actor actor) {
        if (!actor.is(Role.PARTNER)) {
            return List.of();
        }
        return notes.waiting(actor.partnerScope(), MOST).stream()
                .map(waiting -> new WorkItem(
                        "countersignHandover",
                        waiting.run().value(),
                        waiting.reference(),
                        List.of(waiting.number()),
                        Role.PARTNER,
                        waiting.organisation(),
                        waiting.since(),
                        null))
                .toList();
    }
}
