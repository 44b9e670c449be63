package eu.boucle.pickup;

import eu.boucle.asset.AssetRegister;
import eu.boucle.identity.Actor;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import eu.boucle.shared.StateForbids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The lorry leaves: driver, plate, signature and slips in order, or it stays. */
@Component
class RunHandover {

    private static final String PICTURE = "data:image/png;base64,";
    private static final int LARGEST_PICTURE = 200 * 1024;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int MOST_SEALS = 50;

    private final RunCabinet cabinet;
    private final RunRows rows;
    private final AssetRegister assets;
    private final RequestDepartures departures;

    RunHandover(RunCabinet cabinet, RunRows rows, AssetRegister assets, RequestDepartures departures) {
        this.cabinet = cabinet;
        this.rows = rows;
        this.assets = assets;
        this.departures = departures;
    }

    RunView enterSlips(Run run, List<Handover.Slip> slips, Actor by) {
        run.require(RunStatus.CLOSED, "RUN_NOT_CLOSED");
        if (slips.isEmpty()) {
            throw Invalid.field("slips", "SLIP_NUMBER_MISSING", "");
        }
        keepSlips(run, slips);
        cabinet.tell(new SlipsEntered(
                run.runId(),
                run.reference(),
                rows.slips(run.runId()).stream().map(Handover.Slip::number).toList(),
                by.stamp(run.organisation(), cabinet.now())));
        return cabinet.view(run);
    }

    private void keepSlips(Run run, List<Handover.Slip> slips) {
        Set<String> codes = Set.copyOf(rows.dangerousCodes(run.runId()));
        List<Problem> problems = new ArrayList<>();
        List<Handover.Slip> clean = new ArrayList<>();
        for (Handover.Slip slip : slips) {
            String path = "slips/" + clean.size();
            String number = slip.number().strip();
            if (!codes.contains(slip.wasteCode())) {
                problems.add(new Problem(path + "/wasteCode", "SLIP_CODE_UNKNOWN", slip.wasteCode()));
            }
            if (number.isEmpty() || number.length() > 60) {
                problems.add(new Problem(path + "/number", "SLIP_NUMBER_MISSING", slip.wasteCode()));
            }
            clean.add(new Handover.Slip(slip.wasteCode(), number));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        clean.forEach(slip -> rows.keepSlip(run.runId(), slip));
    }

    RunView handOver(Run run, Handover command, Actor by) {
        run.require(RunStatus.CLOSED, "RUN_NOT_CLOSED");
        Handover checked = checked(command);
        Instant now = cabinet.now();
        LocalDate day = cabinet.today();
        PartnerSite site = cabinet.site(run);
        Receipts.problem(site, run.carrier(), day).ifPresent(problem -> {
            throw new Invalid(List.of(problem));
        });
        Acceptance.require(
                site,
                rows.manifest(run.runId()).stream()
                        .map(line -> new Acceptance.Waste(line.tag().value(), line.wasteCode()))
                        .toList());
        if (!checked.slips().isEmpty()) {
            keepSlips(run, checked.slips());
        }
        List<String> missing = rows.slipsMissing(run.runId());
        if (!missing.isEmpty()) {
            throw new StateForbids("SLIP_MISSING", String.join(", ", missing), run.reference());
        }
        RunHandedOver left = run.handOver(cabinet.requests(run), by, now);
        cabinet.keep(run);
        rows.insertHandover(run.runId(), checked, SiteAtHandover.of(site));
        assets.handOver(run.runId(), day, by, now);
        cabinet.tell(left);
        left.requests().forEach(request -> departures.check(request, by, now));
        return cabinet.view(run);
    }

    private static Handover checked(Handover given) {
        List<Problem> problems = new ArrayList<>();
        String driver = driver(given.driverName(), problems);
        String plate = plate(given.plate(), problems);
        String signature = given.signatureValue().strip();
        switch (given.signatureKind()) {
            case "GLASS" -> picture(signature, problems);
            case "TYPED" -> {
                if (signature.length() < 2 || signature.length() > 120) {
                    problems.add(new Problem("signature/value", "SIGNATURE_MISSING", signature));
                }
            }
            default -> problems.add(new Problem("signature/kind", "SIGNATURE_KIND_UNKNOWN", given.signatureKind()));
        }
        List<String> seals = seals(given.seals(), problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return new Handover(driver, plate, given.signatureKind(), signature, seals, given.slips());
    }

    static String driver(String given, List<Problem> problems) {
        String driver = given.strip();
        if (driver.length() < 2 || driver.length() > 120) {
            problems.add(new Problem("driverName", "DRIVER_NAME_MISSING", driver));
        }
        return driver;
    }

    static String plate(String given, List<Problem> problems) {
        String plate = given.strip();
        if (!plate.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} .·-]{1,18}")) {
            problems.add(new Problem("plate", "PLATE_WRONG", plate));
        }
        return plate;
    }

    static List<String> seals(List<String> given, List<Problem> problems) {
        List<String> seals = given.stream()
                .map(String::strip)
                .filter(seal -> !seal.isEmpty())
                .toList();
        if (seals.size() > MOST_SEALS
                || seals.stream().anyMatch(seal -> seal.length() > 39 || seal.contains("\n") || seal.contains("\r"))) {
            problems.add(new Problem(
                    "seals",
                    "SEALS_WRONG",
                    seals.stream().limit(3).collect(Collectors.joining(", ")),
                    List.of(MOST_SEALS)));
        }
        return seals;
    }

    /** A picture drawn on glass: a PNG, small enough to be kept with the paper. */
    private static void picture(String value, List<Problem> problems) {
        if (!value.startsWith(PICTURE)) {
            problems.add(new Problem("signature/value", "SIGNATURE_MISSING", ""));
            return;
        }
        if (value.length() > PICTURE.length() + LARGEST_PICTURE / 3 * 4 + 4) {
            problems.add(new Problem("signature/value", "SIGNATURE_TOO_LARGE", null, List.of(LARGEST_PICTURE / 1024)));
            return;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(value.substring(PICTURE.length()));
            if (bytes.length < PNG.length || !Arrays.equals(PNG, Arrays.copyOf(bytes, PNG.length))) {
                problems.add(new Problem("signature/value", "SIGNATURE_MISSING", ""));
            }
        } catch (IllegalArgumentException e) {
            problems.add(new Problem("signature/value", "SIGNATURE_MISSING", ""));
        }
    }
}
