package eu.boucle.reference;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.shared.Problem;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RowCheckTests {

    private static final Set<String> CODES = ShippedTables.read().stream()
            .filter(row -> row.table() == ReferenceTable.WASTE_CODES)
            .map(RowVersion::key)
            .collect(Collectors.toSet());

    @ParameterizedTest
    @EnumSource
    void everyShippedRowPasses(ReferenceTable table) {
        assertThat(ShippedTables.read().stream().filter(row -> row.table() == table))
                .isNotEmpty()
                .allSatisfy(row -> {
                    RowCheck check = new RowCheck(table, CODES);
                    assertThat(check.checked(row.cells(), "")).isEqualTo(row.cells());
                    assertThat(check.problems()).isEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "WASTE_CODES, 20 01 36, code, 200136, REFERENCE_WASTE_CODE_FORM",
        "WASTE_CODES, 20 01 36, dangerous, true, REFERENCE_STAR_WRONG",
        "WASTE_CODES, 20 01 36, valid_from, 9 december, REFERENCE_DATE_FORM",
        "WASTE_CODES, 20 01 33*, valid_from, 2030-01-01, REFERENCE_ORDER_WRONG",
        "WASTE_CODES, 20 01 36, status, sure, REFERENCE_WORD_UNKNOWN",
        "WEEE_CATEGORIES, 1, recovery_pct, 101, REFERENCE_PERCENT_FORM",
        "EQUIPMENT_TYPES, server-rack, weight_p10_kg, 99, REFERENCE_ORDER_WRONG",
        "EQUIPMENT_TYPES, server-rack, weight_p10_kg, -1, REFERENCE_NUMBER_FORM",
        "EQUIPMENT_TYPES, server-rack, weee_category_rule, SIZE:6, REFERENCE_RULE_FORM",
        "EQUIPMENT_TYPES, server-rack, default_waste_code_without, 99 99 99, WASTE_CODE_UNKNOWN",
        "EQUIPMENT_TYPES, server-rack, source, '', REFERENCE_CELL_EMPTY",
        "OPERATIONS, R 12, allowed_modes, RECYCLAGE, REFERENCE_MODES_OF_GROUPING",
        "OPERATIONS, R 4, hierarchy_class, INTERIM, REFERENCE_INTERIM_WRONG",
        "OPERATIONS, R 4, code, X 4, REFERENCE_OPERATION_FORM",
        "SANITIZATION_TECHNIQUES, HDD_ATA:OVERWRITE, level, GOOD, REFERENCE_WORD_UNKNOWN",
        "DESTRUCTION_LEVELS, H-5, level, 4, REFERENCE_LEVEL_CODE",
        "DESTRUCTION_LEVELS, H-5, level, four, REFERENCE_WHOLE_FORM",
        "CO2_FACTORS, embodied.laptop.pcf, value_low, 400, REFERENCE_ORDER_WRONG",
        "LITHIUM_TRANSPORT, 'damaged or defective battery', case, a/b, REFERENCE_KEY_FORM",
        "ROHS_SUBSTANCES, LEAD, colour, grey, REFERENCE_COLUMN_UNKNOWN",
    })
    void aWrongCellIsNamed(ReferenceTable table, String key, String column, String value, String code) {
        assertThat(problemsOf(table, key, column, value)).contains(code);
    }

    @Test
    void anInvisibleCharacterIsRefused() {
        assertThat(problemsOf(ReferenceTable.ROHS_SUBSTANCES, "LEAD", "label_en", "lead\u202e"))
                .containsExactly("REFERENCE_CELL_CONTROL");
        assertThat(problemsOf(ReferenceTable.ROHS_SUBSTANCES, "LEAD", "label_en", "le\u0000ad"))
                .containsExactly("REFERENCE_CELL_CONTROL");
    }

    private static java.util.List<String> problemsOf(ReferenceTable table, String key, String column, String value) {
        Map<String, String> cells = new HashMap<>(ShippedTables.read().stream()
                .filter(row -> row.table() == table && row.key().equals(key))
                .findFirst()
                .orElseThrow()
                .cells());
        cells.put(column, value == null ? "" : value);
        RowCheck check = new RowCheck(table, CODES);
        check.checked(cells, "");
        return check.problems().stream().map(Problem::code).toList();
    }
}
