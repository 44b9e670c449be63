package eu.boucle.treatment;

import eu.boucle.shared.Problem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Holds the partner's fractions against the table of operations: every problem, with its path and what would mend it. */
@Component
class FractionCheck {

    static final int MOST = 500;

    /** Heavier than any vehicle: a slip of the finger. */
    private static final BigDecimal HEAVIEST = new BigDecimal("40000");

    /** Six digits, with or without spaces, and a star when dangerous. The European list is longer than our table. */
    private static final Pattern WASTE_CODE = Pattern.compile("(\\d\\d) ?(\\d\\d) ?(\\d\\d) ?(\\*?)");

    private final Operations operations;

    FractionCheck(Operations operations) {
        this.operations = operations;
    }

    /** The fractions as they will be kept, by the operations of the day; what is wrong is added to the problems. */
    List<FractionLine> check(List<ReportTreatment.Fraction> fractions, LocalDate day, List<Problem> problems) {
        if (fractions.isEmpty()) {
            problems.add(new Problem("fractions", "FRACTIONS_MISSING", null));
        }
        if (fractions.size() > MOST) {
            problems.add(new Problem("fractions", "FRACTIONS_TOO_MANY", "" + fractions.size(), List.of(MOST)));
            return List.of();
        }
        List<FractionLine> lines = new ArrayList<>();
        for (int i = 0; i < fractions.size(); i++) {
            line("fractions/" + i + "/", i + 1, fractions.get(i), day, problems).ifPresent(lines::add);
        }
        return lines;
    }

    private Optional<FractionLine> line(
            String path, int row, ReportTreatment.Fraction fraction, LocalDate day, List<Problem> problems) {
        int before = problems.size();
        String kind = fraction.kind().strip();
        text(problems, path + "kind", kind, 80, row);
        String destination = fraction.destination().strip();
        if (destination.length() > 200) {
            problems.add(new Problem(path + "destination", "TEXT_TOO_LONG", destination, List.of(200, row)));
        }
        BigDecimal weight = fraction.weightKg();
        if (weight.signum() <= 0 || weight.compareTo(HEAVIEST) > 0) {
            problems.add(new Problem(path + "weightKg", "FRACTION_WEIGHT_WRONG", weight.toPlainString(), List.of(row)));
        }
        String code = wasteCode(fraction.wasteCode(), path, row, problems);
        Optional<Operation> known = operations.byCode(fraction.operation(), day);
        if (known.isEmpty()) {
            problems.add(new Problem(
                    path + "operation",
                    "OPERATION_UNKNOWN",
                    fraction.operation().strip(),
                    List.of(row)));
            return Optional.empty();
        }
        Operation operation = known.get();
        String mode = mode(operation, fraction.mode(), path, row, problems);
        if (operation.grouping() && destination.isEmpty()) {
            problems.add(new Problem(path + "destination", "DESTINATION_MISSING", operation.code(), List.of(row)));
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new FractionLine(
                kind,
                weight.setScale(3, RoundingMode.HALF_UP),
                operation.code(),
                mode,
                code,
                code != null && code.endsWith("*"),
                destination,
                fraction.basis(),
                operation.finalOperation(),
                Operations.hierarchyClass(operation, mode == null ? "" : mode),
                operation.version()));
    }

    private static @Nullable String mode(
            Operation operation, @Nullable String given, String path, int row, List<Problem> problems) {
        String mode = given == null ? "" : given.strip().toUpperCase(java.util.Locale.ROOT);
        List<String> allowed = operation.allowedModes();
        if (mode.isEmpty()) {
            if (allowed.size() > 1) {
                problems.add(new Problem(
                        path + "mode", "MODE_MISSING", operation.code(), List.of(String.join(", ", allowed), row)));
            }
            return allowed.size() == 1 ? allowed.getFirst() : null;
        }
        if (operation.grouping()) {
            problems.add(new Problem(path + "mode", "MODE_NOT_EMPTY", mode, List.of(operation.code(), row)));
        } else if (!allowed.contains(mode)) {
            problems.add(new Problem(
                    path + "mode",
                    "MODE_NOT_ALLOWED",
                    mode,
                    List.of(operation.code(), String.join(", ", allowed), row)));
        }
        return mode;
    }

    private static @Nullable String wasteCode(@Nullable String given, String path, int row, List<Problem> problems) {
        if (given == null || given.isBlank()) {
            return null;
        }
        Matcher code = WASTE_CODE.matcher(given.strip());
        if (!code.matches()) {
            problems.add(new Problem(path + "wasteCode", "WASTE_CODE_FORM", given.strip(), List.of(row)));
            return null;
        }
        return code.group(1) + " " + code.group(2) + " " + code.group(3) + code.group(4);
    }

    private static void text(List<Problem> problems, String path, String value, int longest, int row) {
        if (value.isEmpty()) {
            problems.add(new Problem(path, "FRACTION_KIND_MISSING", value, List.of(row)));
        } else if (value.length() > longest) {
            problems.add(new Problem(path, "TEXT_TOO_LONG", value, List.of(longest, row)));
        }
    }
}
