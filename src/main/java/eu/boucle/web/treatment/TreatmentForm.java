package eu.boucle.web.treatment;

import eu.boucle.asset.Outcome;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import eu.boucle.shared.WeightBasis;
import eu.boucle.treatment.ReportTreatment;
import eu.boucle.treatment.TreatmentDesk;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The partner's form as posted: its fields are named by the path that a problem would carry. Blank rows are left out. */
final class TreatmentForm {

    static final int MOST_ROWS = 200;

    private static final List<String> CELLS =
            List.of("kind", "weightKg", "operation", "mode", "wasteCode", "destination");

    private final Map<String, String> fields;
    private final List<Problem> problems = new ArrayList<>();

    /** The row of the form that each fraction of the command came from. */
    private final List<Integer> rows = new ArrayList<>();

    TreatmentForm(Map<String, String> fields) {
        this.fields = fields;
    }

    /** @throws Invalid with every problem found, by the form's own fields */
    ReportTreatment command(Optional<List<ReportTreatment.Fraction>> fromFile) {
        LocalDate treatedAt = day(text("treatedAt"));
        Outcome outcome = word("outcome", Outcome.values(), "OUTCOME_MISSING", 0);
        Map<AssetTag, Outcome> exceptions = exceptions();
        List<ReportTreatment.Fraction> fractions = fromFile.orElseGet(this::fractions);
        if (!problems.isEmpty() || treatedAt == null || outcome == null) {
            throw new Invalid(problems);
        }
        return new ReportTreatment(treatedAt, outcome, exceptions, fractions, text("method"), text("reason"));
    }

    /** Paths of the command turned into those of the form, where blank rows shift them. */
    Invalid inForm(Invalid refusal) {
        return new Invalid(refusal.problems().stream()
                .map(problem ->
                        new Problem(formPath(problem.path()), problem.code(), problem.value(), problem.arguments()))
                .toList());
    }

    private String formPath(String path) {
        String[] parts = path.split("/");
        if (parts.length < 3 || !"fractions".equals(parts[0])) {
            return path;
        }
        int index = Integer.parseInt(parts[1]);
        return index < rows.size() ? "fractions/" + rows.get(index) + "/" + parts[2] : path;
    }

    private List<ReportTreatment.Fraction> fractions() {
        List<ReportTreatment.Fraction> fractions = new ArrayList<>();
        for (int row = 0; row < MOST_ROWS; row++) {
            String path = "fractions/" + row + "/";
            if (CELLS.stream().allMatch(cell -> text(path + cell).isEmpty())) {
                continue;
            }
            rows.add(row);
            Optional<BigDecimal> weight = TreatmentDesk.kilograms(text(path + "weightKg"));
            if (weight.isEmpty()) {
                problems.add(new Problem(
                        path + "weightKg", "FRACTION_WEIGHT_WRONG", text(path + "weightKg"), List.of(row + 1)));
            }
            WeightBasis basis = word(path + "basis", WeightBasis.values(), "BASIS_UNKNOWN", row + 1);
            if (weight.isPresent() && basis != null) {
                fractions.add(new ReportTreatment.Fraction(
                        text(path + "kind"),
                        weight.get(),
                        text(path + "operation"),
                        orNone(text(path + "mode")),
                        orNone(text(path + "wasteCode")),
                        text(path + "destination"),
                        basis));
            }
        }
        return fractions;
    }

    private Map<AssetTag, Outcome> exceptions() {
        Map<AssetTag, Outcome> exceptions = new LinkedHashMap<>();
        for (int row = 0; row < MOST_ROWS; row++) {
            String path = "assets/" + row + "/";
            String tag = text(path + "tag");
            if (tag.isEmpty()) {
                continue;
            }
            Outcome outcome = word(path + "outcome", Outcome.values(), "OUTCOME_MISSING", row + 1);
            Optional<AssetTag> read = AssetTag.parse(tag);
            if (read.isEmpty()) {
                problems.add(new Problem(path + "tag", "TAG_NOT_RECEIVED", tag));
            } else if (outcome != null) {
                exceptions.put(read.get(), outcome);
            }
        }
        return exceptions;
    }

    private @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            problems.add(new Problem("treatedAt", "TREATED_AT_MISSING", text));
            return null;
        }
    }

    private <E extends Enum<E>> @Nullable E word(String path, E[] known, String code, int row) {
        String text = text(path);
        Optional<E> found =
                Stream.of(known).filter(value -> value.name().equals(text)).findFirst();
        if (found.isEmpty()) {
            problems.add(new Problem(path, code, text, List.of(row)));
        }
        return found.orElse(null);
    }

    private String text(String field) {
        return fields.getOrDefault(field, "").strip();
    }

    private static @Nullable String orNone(String text) {
        return text.isEmpty() ? null : text;
    }
}
