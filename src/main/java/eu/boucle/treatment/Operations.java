package eu.boucle.treatment;

import eu.boucle.reference.ReferenceRow;
import eu.boucle.reference.ReferenceRows;
import eu.boucle.reference.ReferenceTable;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The recovery and disposal operations, by the day of the treatment: annexes I and II of Directive 2008/98/EC, with
 * the modes that the national slip platform allows for each.
 */
@Component
class Operations {

    /** The class of a code is decided by the mode that was chosen. */
    private static final String BY_MODE = "BY_MODE";

    private static final Map<String, String> CLASS_OF_MODE = Map.of(
            "REUTILISATION", "PREPARING_FOR_REUSE",
            "RECYCLAGE", "RECYCLING",
            "AUTRES_VALORISATIONS", "OTHER_RECOVERY",
            "VALORISATION_ENERGETIQUE", "ENERGY_RECOVERY",
            "ELIMINATION", "DISPOSAL");

    private final ReferenceRows.Typed<Operation> operations;

    Operations(ReferenceRows rows) {
        this.operations = rows.typed(ReferenceTable.OPERATIONS, Operations::operation);
    }

    /** By code, however its spaces are written ({@code R 4}, {@code R4}, {@code d9f}), as in force on the day. */
    Optional<Operation> byCode(String code, LocalDate day) {
        String wanted = key(code);
        return operations.on(day).values().stream()
                .filter(operation -> key(operation.code()).equals(wanted))
                .findFirst();
    }

    List<Operation> all(LocalDate day) {
        return List.copyOf(operations.on(day).values());
    }

    private static Operation operation(ReferenceRow row) {
        return new Operation(
                row.key(),
                row.text("label_fr"),
                row.text("label_en"),
                row.is("final"),
                row.is("grouping"),
                row.several("allowed_modes"),
                row.text("hierarchy_class"),
                row.version());
    }

    static String hierarchyClass(Operation operation, String mode) {
        return BY_MODE.equals(operation.hierarchyClass())
                ? CLASS_OF_MODE.getOrDefault(mode, operation.hierarchyClass())
                : operation.hierarchyClass();
    }

    private static String key(String code) {
        return code.replaceAll("[\\s\\u00A0\\u202F]", "").toUpperCase(Locale.ROOT);
    }
}
