package eu.boucle.reference;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Slice;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** COMPLIANCE reads the tables with their versions. */
@Service
public class ReferenceCatalogue {

    private final ReferenceRows rows;
    private final Clock clock;
    private final ZoneId zone;

    ReferenceCatalogue(ReferenceRows rows, Clock clock, @Value("${boucle.zone}") ZoneId zone) {
        this.rows = rows;
        this.clock = clock;
        this.zone = zone;
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    public List<TableView> tables(Actor by) {
        by.require(Role.COMPLIANCE);
        return Arrays.stream(ReferenceTable.values()).map(this::figures).toList();
    }

    /** @throws NotFound when there is no table of this name */
    public ReferenceTable table(String name) {
        return ReferenceTable.named(name).orElseThrow(NotFound::new);
    }

    public TableView figures(ReferenceTable table) {
        List<RowView> all = all(table).toList();
        return new TableView(
                table,
                rows.editionOf(table),
                rows.rows(table, today()).size(),
                (int) all.stream().filter(RowView::changed).count(),
                (int) all.stream().filter(row -> row.offered().isPresent()).count());
    }

    /** In the table's order. @throws Invalid {@code CURSOR_WRONG} */
    public Slice<RowView> page(ReferenceTable table, RowFilter filter, @Nullable String after, int limit, Actor by) {
        by.require(Role.COMPLIANCE);
        List<RowView> found = all(table).filter(row -> matches(row, filter)).toList();
        int begin = after == null ? 0 : placeAfter(found, after);
        int end = Math.min(found.size(), begin + limit);
        List<RowView> items = found.subList(begin, end);
        return new Slice<>(items, end < found.size() ? cursor(items.getLast()) : null);
    }

    /** @throws NotFound when the table has no such row */
    public RowView row(ReferenceTable table, String key, Actor by) {
        by.require(Role.COMPLIANCE);
        return all(table).filter(row -> row.key().equals(key)).findFirst().orElseThrow(NotFound::new);
    }

    /** What is in force today, as a file that can be read in again. */
    public String csv(ReferenceTable table, Actor by) {
        by.require(Role.COMPLIANCE);
        return TableFile.write(table, rows.rows(table, today()));
    }

    private Stream<RowView> all(ReferenceTable table) {
        LocalDate day = today();
        return rows.versions(table).stream()
                .map(versions -> new RowView(table, versions.getFirst().key(), versions, day));
    }

    private static boolean matches(RowView row, RowFilter filter) {
        if (filter.changedOnly() && !row.changed() && row.offered().isEmpty()) {
            return false;
        }
        String text = filter.text() == null ? "" : filter.text().strip().toLowerCase(Locale.ROOT);
        return text.isEmpty()
                || row.cells().values().stream()
                        .anyMatch(cell -> cell.toLowerCase(Locale.ROOT).contains(text));
    }

    private static int placeAfter(List<RowView> rows, String after) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split("\\|", 2);
            int position = Integer.parseInt(parts[0]);
            String key = parts[1];
            int place = 0;
            while (place < rows.size()) {
                RowView row = rows.get(place);
                int at = row.latest().position();
                if (at > position || at == position && row.key().compareTo(key) > 0) {
                    break;
                }
                place++;
            }
            return place;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw Invalid.field("after", "CURSOR_WRONG", after);
        }
    }

    private static String cursor(RowView last) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((last.latest().position() + "|" + last.key()).getBytes(StandardCharsets.UTF_8));
    }
}
