package eu.boucle.reference;

import eu.boucle.reference.RowVersion.Origin;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row with all its versions, oldest first.
 *
 * @param day the day that the view is about
 */
public record RowView(ReferenceTable table, String key, List<RowVersion> versions, LocalDate day) {

    /** The version that decides on the day; absent when none does yet. */
    public Optional<RowVersion> standing() {
        return ReferenceRows.standing(versions, day);
    }

    /** What the row says on the day, else what its last version says. */
    public Map<String, String> cells() {
        return standing().orElse(latest()).cells();
    }

    /** The version whose cells are shown. */
    public RowVersion shown() {
        return standing().orElse(latest());
    }

    public RowVersion latest() {
        return versions.getLast();
    }

    public boolean ended() {
        return standing().map(RowVersion::ended).orElse(false);
    }

    /** The officer decided on it at least once. */
    public boolean changed() {
        return versions.stream().anyMatch(version -> version.origin() == Origin.OFFICER);
    }

    /** A later version that waits for its day. */
    public Optional<RowVersion> coming() {
        return versions.stream()
                .filter(version -> version.origin() != Origin.OFFERED)
                .filter(version -> !version.inForceOn(day))
                .filter(version ->
                        version.version() > standing().map(RowVersion::version).orElse(-1))
                .findFirst();
    }

    /** What a release brought after the officer's change and nobody took up or went past. */
    public Optional<RowVersion> offered() {
        return Optional.of(latest()).filter(version -> version.origin() == Origin.OFFERED);
    }

    /** The version before this one, to be compared with. */
    public @Nullable RowVersion before(RowVersion version) {
        int at = versions.indexOf(version);
        return at <= 0 ? null : versions.get(at - 1);
    }

    /** The columns in which a version differs from the one before it. */
    public List<Difference> differences(RowVersion version) {
        RowVersion before = before(version);
        return before == null
                ? List.of()
                : table.columns().stream()
                        .map(column -> new Difference(
                                column.name(),
                                before.cells().getOrDefault(column.name(), ""),
                                version.cells().getOrDefault(column.name(), "")))
                        .filter(difference -> !difference.before().equals(difference.after()))
                        .toList();
    }

    /** One cell, before and after. */
    public record Difference(String column, String before, String after) {}
}
