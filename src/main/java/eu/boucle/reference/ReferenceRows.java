package eu.boucle.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows in force, for whoever decides by them: always with the date of the case. Read from memory; what the officer
 * changes is seen at once on the node where it was done and within seconds on the others ({@link ReferenceWatch}).
 */
public class ReferenceRows {

    private volatile Edition edition;

    ReferenceRows(List<RowVersion> versions) {
        this.edition = new Edition(versions);
    }

    /** The rows as shipped, for what runs without a database. */
    public static ReferenceRows asShipped() {
        return new ReferenceRows(ShippedTables.read());
    }

    void take(List<RowVersion> versions) {
        this.edition = new Edition(versions);
    }

    /** Every row of the table in force on the day, in the table's order. */
    public List<ReferenceRow> rows(ReferenceTable table, LocalDate day) {
        return edition.rows(table).stream()
                .map(versions -> inForce(versions, day))
                .flatMap(Optional::stream)
                .toList();
    }

    public Optional<ReferenceRow> row(ReferenceTable table, String key, LocalDate day) {
        return inForce(edition.versions(table, key), day);
    }

    /** Every version of each row of a table, oldest first. */
    List<List<RowVersion>> versions(ReferenceTable table) {
        return edition.rows(table);
    }

    /**
     * The number of a table as a paper names it: one as shipped, and one more for each change since, of the officer or of
     * a release.
     */
    public int editionOf(ReferenceTable table) {
        return editionOf(table, Instant.MAX);
    }

    /** As {@link #editionOf(ReferenceTable)}, at a moment that has passed. */
    public int editionOf(ReferenceTable table, Instant at) {
        return 1
                + (int) edition.rows(table).stream()
                        .flatMap(List::stream)
                        .filter(version -> version.version() > 0 && version.origin() != RowVersion.Origin.OFFERED)
                        .filter(version -> !version.at().isAfter(at))
                        .count();
    }

    static Optional<ReferenceRow> inForce(List<RowVersion> versions, LocalDate day) {
        return standing(versions, day).filter(version -> !version.ended()).map(RowVersion::row);
    }

    /** The version that decides on the day, also when it says that the row has ended. */
    static Optional<RowVersion> standing(List<RowVersion> versions, LocalDate day) {
        return versions.reversed().stream()
                .filter(version -> version.inForceOn(day))
                .findFirst();
    }

    /**
     * A table turned into a type of its room: each row is read once for each edition and day.
     *
     * @param <T> what a row becomes
     */
    public <T> Typed<T> typed(ReferenceTable table, Function<ReferenceRow, T> mapping) {
        return new Typed<>(this, table, mapping);
    }

    /** See {@link ReferenceRows#typed}. */
    public static final class Typed<T> {

        /** Days asked about in one edition: past that the memory is begun anew. */
        private static final int MOST_DAYS = 400;

        private final ReferenceRows source;
        private final ReferenceTable table;
        private final Function<ReferenceRow, T> mapping;
        private volatile Memory<T> memory;

        private Typed(ReferenceRows source, ReferenceTable table, Function<ReferenceRow, T> mapping) {
            this.source = source;
            this.table = table;
            this.mapping = mapping;
            this.memory = new Memory<>(source.edition);
        }

        private record Memory<T>(Edition edition, Map<LocalDate, Map<String, T>> byDay) {
            Memory(Edition edition) {
                this(edition, new ConcurrentHashMap<>());
            }
        }

        /** By key, in the table's order. */
        public Map<String, T> on(LocalDate day) {
            Memory<T> known = memory;
            if (known.edition() != source.edition || known.byDay().size() > MOST_DAYS) {
                known = new Memory<>(source.edition);
                memory = known;
            }
            return known.byDay().computeIfAbsent(day, this::read);
        }

        public @Nullable T get(String key, LocalDate day) {
            return on(day).get(key);
        }

        private Map<String, T> read(LocalDate day) {
            Map<String, T> read = new LinkedHashMap<>();
            source.rows(table, day).forEach(row -> read.put(row.key(), mapping.apply(row)));
            return java.util.Collections.unmodifiableMap(read);
        }
    }

    /** All versions of all rows at one moment. */
    private static final class Edition {

        private final Map<ReferenceTable, Map<String, List<RowVersion>>> tables = new LinkedHashMap<>();

        Edition(List<RowVersion> versions) {
            versions.stream()
                    .sorted(java.util.Comparator.comparingInt(RowVersion::position)
                            .thenComparing(RowVersion::key)
                            .thenComparingInt(RowVersion::version))
                    .forEach(version -> tables.computeIfAbsent(version.table(), any -> new LinkedHashMap<>())
                            .computeIfAbsent(version.key(), any -> new ArrayList<>())
                            .add(version));
        }

        List<List<RowVersion>> rows(ReferenceTable table) {
            return List.copyOf(tables.getOrDefault(table, Map.of()).values());
        }

        List<RowVersion> versions(ReferenceTable table, String key) {
            return tables.getOrDefault(table, Map.of()).getOrDefault(key, List.of());
        }
    }
}
