package eu.boucle.web.reference;

import eu.boucle.reference.ReferenceTable;
import eu.boucle.shared.Invalid;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the forms of this screen give. */
final class Fields {

    private Fields() {}

    /** The inputs that are cells of the table; the form has others. */
    static Map<String, String> cells(ReferenceTable table, Map<String, String> given) {
        Map<String, String> cells = new LinkedHashMap<>();
        table.columns().forEach(column -> cells.put(column.name(), given.getOrDefault(column.name(), "")));
        return cells;
    }

    /** @throws Invalid {@code REFERENCE_FROM_WRONG} */
    static LocalDate day(String from) {
        try {
            return LocalDate.parse(from.strip());
        } catch (DateTimeException e) {
            throw Invalid.field("from", "REFERENCE_FROM_WRONG", from);
        }
    }

    /** The version that the page showed; absent when the form carries none that can be read. */
    static @Nullable Integer seen(String version) {
        return version.matches("\\d{1,9}") ? Integer.valueOf(version) : null;
    }
}
