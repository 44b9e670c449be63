package eu.boucle.decommissioning;

import eu.boucle.decommissioning.ListPreview.RowProblem;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The cells of one row by what their column was taken for, and what is wrong in them. */
class ListCells {

    private final Map<String, String> cells = new HashMap<>();
    private final List<RowProblem> problems = new ArrayList<>();

    ListCells(ListHeadings headings, List<String> given) {
        for (int column = 0; column < headings.size() && column < given.size(); column++) {
            String field = headings.field(column);
            String value = clean(given.get(column));
            if (field != null && !value.isEmpty()) {
                cells.merge(field, value, (one, other) -> one + " " + other);
            }
        }
    }

    List<RowProblem> problems() {
        return problems;
    }

    /** Empty when there is none. */
    String cell(String field) {
        return Objects.requireNonNullElse(cells.get(field), "");
    }

    void problem(String field, String code) {
        problem(field, code, cell(field));
    }

    void problem(String field, String code, String value) {
        problems.add(new RowProblem(field, code, cut(value, 80)));
    }

    /** Outer spaces of every kind and invisible characters away. */
    static String clean(String cell) {
        return cell.replaceAll(
                "^[\\s\\u00A0\\u200B\\u202F\\u2060\\uFEFF]+|[\\s\\u00A0\\u200B\\u202F\\u2060\\uFEFF]+$", "");
    }

    static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }

    static Optional<Integer> whole(String given) {
        String plain = given.replaceAll("[\\s\\u00A0\\u202F]", "");
        return plain.matches("[+-]?\\d{1,9}") ? Optional.of(Integer.valueOf(plain)) : Optional.empty();
    }

    /** A point or a comma; spaces between thousands; a unit after it. */
    static Optional<BigDecimal> decimal(String given) {
        String plain = given.replaceAll("[\\s\\u00A0\\u202F]", "").replaceFirst("(?i)kg$", "");
        if (plain.indexOf(',') >= 0 && plain.indexOf('.') >= 0) {
            plain = plain.lastIndexOf(',') > plain.lastIndexOf('.') ? plain.replace(".", "") : plain.replace(",", "");
        }
        plain = plain.replace(',', '.');
        return plain.matches("[+-]?(\\d{1,6}(\\.\\d{0,6})?|\\.\\d{1,6})")
                ? Optional.of(new BigDecimal(plain))
                : Optional.empty();
    }
}
