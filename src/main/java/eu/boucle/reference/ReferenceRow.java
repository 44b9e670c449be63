package eu.boucle.reference;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One row as one of its versions says it. An empty cell means not known or not applicable, never zero. */
public record ReferenceRow(ReferenceTable table, String key, int version, Map<String, String> cells) {

    public ReferenceRow {
        cells = Map.copyOf(cells);
    }

    /** How a verdict or a paper names what it rests on: {@code operations/R 4@0}. */
    public String citation() {
        return table.tableName() + "/" + key + "@" + version;
    }

    public String text(String column) {
        return cells.getOrDefault(column, "");
    }

    public @Nullable String optional(String column) {
        String value = text(column);
        return value.isEmpty() ? null : value;
    }

    public boolean is(String column) {
        return Boolean.parseBoolean(text(column));
    }

    public @Nullable BigDecimal number(String column) {
        String value = optional(column);
        return value == null ? null : new BigDecimal(value);
    }

    public @Nullable LocalDate date(String column) {
        String value = optional(column);
        return value == null ? null : LocalDate.parse(value);
    }

    /** The values that one cell joins by {@code |}. */
    public List<String> several(String column) {
        String value = optional(column);
        return value == null ? List.of() : List.of(value.split("\\|", -1));
    }
}
