package eu.boucle.reference;

import eu.boucle.shared.Problem;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds a row against its table: each cell by itself, then the cells against each other. */
final class RowCheck {

    private static final int LONGEST = 2000;
    private static final int LONGEST_KEY = 100;

    private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._,()&*-]*");
    private static final Pattern WASTE_CODE = Pattern.compile("\\d\\d \\d\\d \\d\\d\\*?");
    private static final Pattern OPERATION = Pattern.compile("[RD] \\d{1,2}( [A-Z])?");
    private static final Pattern CATEGORY_RULE =
            Pattern.compile("NONE|FIXED:[1-7]|(SIZE|SCREEN):[1-7]/[1-7]/([1-7]|ask)");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,6})?");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,6}");

    private final ReferenceTable table;
    private final Set<String> wasteCodes;
    private final List<Problem> problems = new ArrayList<>();

    /** @param wasteCodes every code of the table of waste codes, in force or not */
    RowCheck(ReferenceTable table, Set<String> wasteCodes) {
        this.table = table;
        this.wasteCodes = wasteCodes;
    }

    List<Problem> problems() {
        return problems;
    }

    /** The cells in the table's order, without stray spaces; what is wrong is found in {@link #problems()}. */
    Map<String, String> checked(Map<String, String> given, String path) {
        given.keySet().stream()
                .filter(name -> !table.has(name))
                .sorted()
                .forEach(name -> problem(path + name, "REFERENCE_COLUMN_UNKNOWN", name));
        Map<String, String> cells = new LinkedHashMap<>();
        for (ReferenceColumn column : table.columns()) {
            String value = given.getOrDefault(column.name(), "").strip();
            cells.put(column.name(), value);
            cell(column, value, path + column.name());
        }
        together(cells, path);
        return cells;
    }

    private void cell(ReferenceColumn column, String value, String path) {
        if (value.isEmpty()) {
            if (column.required()) {
                problem(path, "REFERENCE_CELL_EMPTY", column.name());
            }
            return;
        }
        if (value.chars().anyMatch(one -> Character.isISOControl(one) || Character.getType(one) == Character.FORMAT)) {
            problem(path, "REFERENCE_CELL_CONTROL", column.name());
            return;
        }
        int longest = column.kind() == ReferenceColumn.Kind.KEY ? LONGEST_KEY : LONGEST;
        if (value.length() > longest) {
            problem(path, "TEXT_TOO_LONG", value, longest);
            return;
        }
        switch (column.kind()) {
            case TEXT -> {}
            case KEY -> shape(KEY, value, path, "REFERENCE_KEY_FORM");
            case WASTE_CODE -> wasteCode(value, path);
            case SEVERAL_WASTE_CODES -> several(value).forEach(one -> wasteCode(one, path));
            case OPERATION -> shape(OPERATION, value, path, "REFERENCE_OPERATION_FORM");
            case CATEGORY_RULE -> shape(CATEGORY_RULE, value, path, "REFERENCE_RULE_FORM");
            case NUMBER -> shape(NUMBER, value, path, "REFERENCE_NUMBER_FORM");
            case WHOLE -> shape(WHOLE, value, path, "REFERENCE_WHOLE_FORM");
            case PERCENT -> percent(value, path);
            case DATE -> date(value, path);
            case BOOLEAN -> word(value, List.of("true", "false"), path);
            case WORD -> word(value, column.words(), path);
            case WORDS -> several(value).forEach(one -> word(one, column.words(), path));
        }
    }

    private void together(Map<String, String> cells, String path) {
        if (!problems.isEmpty()) {
            return;
        }
        switch (table) {
            case WASTE_CODES -> {
                if (cell(cells, "code").endsWith("*") != Boolean.parseBoolean(cell(cells, "dangerous"))) {
                    problem(path + "dangerous", "REFERENCE_STAR_WRONG", cell(cells, "code"));
                }
                ordered(cells, path, "valid_from", "valid_to");
            }
            case EQUIPMENT_TYPES -> {
                ordered(cells, path, "weight_p10_kg", "weight_p50_kg");
                ordered(cells, path, "weight_p50_kg", "weight_p90_kg");
                ordered(cells, path, "weight_min_kg", "weight_max_kg");
                ordered(cells, path, "embodied_low_kgco2e", "embodied_high_kgco2e");
                codeKnown(cells, path, "default_waste_code_with_hazard");
                codeKnown(cells, path, "default_waste_code_without");
            }
            case OPERATIONS -> operation(cells, path);
            case DESTRUCTION_LEVELS -> {
                String named = cell(cells, "group") + "-" + cell(cells, "level");
                if (!named.equals(cell(cells, "code"))) {
                    problem(path + "code", "REFERENCE_LEVEL_CODE", cell(cells, "code"), named);
                }
            }
            case CO2_FACTORS -> ordered(cells, path, "value_low", "value_high");
            case WEEE_CATEGORIES,
                    ROHS_SUBSTANCES,
                    DEPOLLUTION_FRACTIONS,
                    SANITIZATION_TECHNIQUES,
                    LITHIUM_TRANSPORT -> {}
        }
    }

    private void operation(Map<String, String> cells, String path) {
        boolean grouping = Boolean.parseBoolean(cell(cells, "grouping"));
        if (grouping && !cell(cells, "allowed_modes").isEmpty()) {
            problem(path + "allowed_modes", "REFERENCE_MODES_OF_GROUPING", cell(cells, "allowed_modes"));
        }
        boolean interim = "INTERIM".equals(cell(cells, "hierarchy_class"));
        if (interim == Boolean.parseBoolean(cell(cells, "final"))) {
            problem(path + "hierarchy_class", "REFERENCE_INTERIM_WRONG", cell(cells, "hierarchy_class"));
        }
    }

    private void codeKnown(Map<String, String> cells, String path, String column) {
        String code = cell(cells, column);
        if (!code.isEmpty() && !wasteCodes.contains(code)) {
            problem(path + column, "WASTE_CODE_UNKNOWN", code);
        }
    }

    /** Two dates or two numbers in order, where both are known. */
    private void ordered(Map<String, String> cells, String path, String lower, String upper) {
        String low = cell(cells, lower);
        String high = cell(cells, upper);
        if (low.isEmpty() || high.isEmpty()) {
            return;
        }
        boolean wrong = low.contains("-")
                ? LocalDate.parse(low).isAfter(LocalDate.parse(high))
                : new BigDecimal(low).compareTo(new BigDecimal(high)) > 0;
        if (wrong) {
            problem(path + upper, "REFERENCE_ORDER_WRONG", high, lower, low);
        }
    }

    private void wasteCode(String value, String path) {
        shape(WASTE_CODE, value, path, "REFERENCE_WASTE_CODE_FORM");
    }

    private void percent(String value, String path) {
        if (!NUMBER.matcher(value).matches() || new BigDecimal(value).compareTo(BigDecimal.valueOf(100)) > 0) {
            problem(path, "REFERENCE_PERCENT_FORM", value);
        }
    }

    private void date(String value, String path) {
        try {
            LocalDate.parse(value);
        } catch (DateTimeException e) {
            problem(path, "REFERENCE_DATE_FORM", value);
        }
    }

    private void word(String value, List<String> words, String path) {
        if (!words.contains(value)) {
            problem(path, "REFERENCE_WORD_UNKNOWN", value, String.join(", ", words));
        }
    }

    private void shape(Pattern shape, String value, String path, String code) {
        if (!shape.matcher(value).matches()) {
            problem(path, code, value);
        }
    }

    private static List<String> several(String value) {
        return List.of(value.split("\\|", -1));
    }

    private static String cell(Map<String, String> cells, String column) {
        return cells.getOrDefault(column, "");
    }

    private void problem(String path, String code, String value, Object... arguments) {
        problems.add(new Problem(path, code, value, List.of(arguments)));
    }
}
