package eu.boucle.decommissioning;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pasted or uploaded list, read and judged; nothing is stored.
 *
 * @param format CSV or TSV
 * @param columns heads as given, with the field each was taken for, or absent when it is ignored
 */
public record ListPreview(String format, List<Heading> columns, Counts counts, List<Row> rows) {

    public record Heading(String given, @Nullable String field) {}

    public record Counts(int ready, int toConfirm, int toCorrect, int duplicates, int ignored) {}

    public enum Standing {
        READY,
        TO_CONFIRM,
        TO_CORRECT,
        DUPLICATE
    }

    /** @param row number of the line in the file, the heading being 1 */
    public record Row(int row, Standing standing, @Nullable RequestLine line, List<RowProblem> problems) {}

    public record RowProblem(String column, String code, String value) {}
}
