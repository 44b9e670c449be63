package eu.boucle.reference;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.reference.RowVersion.Origin;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Problem;
import eu.boucle.shared.Reason;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * COMPLIANCE changes the reference tables: a row from a day on, with a reason. Nothing is overwritten: each change is a new
 * version, and what was decided by an earlier one stays decided.
 */
@Service
@Transactional
public class ReferenceOffice {

    private static final UUID NO_HOST = new UUID(0, 0);

    private final VersionShelf shelf;
    private final ReferenceWatch watch;
    private final Organisations organisations;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReferenceOffice(
            VersionShelf shelf,
            ReferenceWatch watch,
            Organisations organisations,
            ApplicationEventPublisher events,
            Clock clock) {
        this.shelf = shelf;
        this.watch = watch;
        this.organisations = organisations;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A row known by its key changes, or comes back after its end.
     *
     * @throws NotFound when the table has no such row
     * @throws Invalid naming every cell that is wrong
     * @throws StateForbids {@code CHANGED_MEANWHILE}, {@code REFERENCE_UNCHANGED}
     */
    public RowVersion change(ReferenceTable table, String key, ChangeRow command, Actor by) {
        Change change = begin(table, by);
        List<RowVersion> versions = change.versions(key);
        if (versions.isEmpty()) {
            throw new NotFound();
        }
        refuseSeenBefore(versions, command.seen());
        Map<String, String> cells = change.checked(command.cells(), "");
        if (!table.key(cells).equals(key)) {
            throw Invalid.field(table.keyColumns().getFirst(), "REFERENCE_KEY_FIXED", table.key(cells), key);
        }
        RowVersion next = change.next(versions.getLast(), cells, command.from(), false, null, command.reason());
        refuseUnchanged(versions, next);
        return change.write(List.of(next)).getFirst();
    }

    /**
     * A row that the table does not know yet.
     *
     * @throws Invalid naming every cell that is wrong, {@code REFERENCE_KEY_TAKEN} when the row exists
     */
    public RowVersion add(ReferenceTable table, ChangeRow command, Actor by) {
        Change change = begin(table, by);
        Map<String, String> cells = change.checked(command.cells(), "");
        String key = table.key(cells);
        if (!change.versions(key).isEmpty()) {
            throw Invalid.field(table.keyColumns().getFirst(), "REFERENCE_KEY_TAKEN", key);
        }
        return change.write(List.of(change.first(key, cells, command.from(), command.reason())))
                .getFirst();
    }

    /**
     * From a day on the row is no more. It stays to be read, and may be brought back.
     *
     * @throws StateForbids {@code CHANGED_MEANWHILE}, {@code REFERENCE_UNCHANGED}
     */
    public RowVersion end(
            ReferenceTable table, String key, LocalDate from, Reason reason, @Nullable Integer seen, Actor by) {
        ChangeRow.refuseAbsurd(from);
        Change change = begin(table, by);
        List<RowVersion> versions = change.versions(key);
        if (versions.isEmpty()) {
            throw new NotFound();
        }
        refuseSeenBefore(versions, seen);
        RowVersion last = versions.reversed().stream()
                .filter(version -> version.origin() != Origin.OFFERED)
                .findFirst()
                .orElse(versions.getLast());
        RowVersion next = change.next(versions.getLast(), last.cells(), from, true, null, reason);
        refuseUnchanged(versions, next);
        return change.write(List.of(next)).getFirst();
    }

    /**
     * An earlier version, or one that a release offers, holds again from a day on.
     *
     * @throws NotFound when there is no such version
     */
    public RowVersion restore(
            ReferenceTable table,
            String key,
            int version,
            LocalDate from,
            Reason reason,
            @Nullable Integer seen,
            Actor by) {
        ChangeRow.refuseAbsurd(from);
        Change change = begin(table, by);
        List<RowVersion> versions = change.versions(key);
        RowVersion wanted = versions.stream()
                .filter(one -> one.version() == version)
                .findFirst()
                .orElseThrow(NotFound::new);
        refuseSeenBefore(versions, seen);
        RowVersion next = change.next(versions.getLast(), wanted.cells(), from, false, version, reason);
        refuseUnchanged(versions, next);
        return change.write(List.of(next)).getFirst();
    }

    /**
     * Many rows at once, as an exported file brings them back: rows that differ from what is in force on the day change,
     * unknown ones are added, absent ones stay. All or nothing.
     *
     * @return how many rows changed or were added
     * @throws Invalid with the path {@code rows/3/column} of each wrong cell
     */
    public int take(ReferenceTable table, List<Map<String, String>> rows, LocalDate from, Reason reason, Actor by) {
        ChangeRow.refuseAbsurd(from);
        Change change = begin(table, by);
        List<RowVersion> news = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (int line = 0; line < rows.size(); line++) {
            RowCheck check = change.check();
            String path = "rows/" + (line + 1) + "/";
            Map<String, String> cells = check.checked(rows.get(line), path);
            problems.addAll(check.problems());
            String key = table.key(cells);
            Integer before = lines.put(key, line + 1);
            if (before != null) {
                problems.add(
                        new Problem(path + table.keyColumns().getFirst(), "REFERENCE_KEY_TWICE", key, List.of(before)));
            }
            List<RowVersion> versions = change.versions(key);
            if (versions.isEmpty()) {
                news.add(change.first(key, cells, from, reason));
            } else if (!says(versions, cells, from)) {
                news.add(change.next(versions.getLast(), cells, from, false, null, reason));
            }
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems.subList(0, Math.min(problems.size(), 200)));
        }
        return change.write(news).size();
    }

    private static boolean says(List<RowVersion> versions, Map<String, String> cells, LocalDate day) {
        return ReferenceRows.inForce(versions, day)
                .map(row -> row.cells().equals(cells))
                .orElse(false);
    }

    private Change begin(ReferenceTable table, Actor by) {
        by.require(Role.COMPLIANCE);
        shelf.hold();
        Set<String> codes = shelf.of(ReferenceTable.WASTE_CODES).stream()
                .map(RowVersion::key)
                .collect(Collectors.toSet());
        return new Change(table, shelf.of(table), codes, by, clock.instant());
    }

    private static void refuseSeenBefore(List<RowVersion> versions, @Nullable Integer seen) {
        if (seen != null && seen != versions.getLast().version()) {
            throw new StateForbids("CHANGED_MEANWHILE");
        }
    }

    /** A version that would say what already holds on its first day, and after it, is none. */
    private static void refuseUnchanged(List<RowVersion> versions, RowVersion next) {
        LocalDate from = java.util.Objects.requireNonNull(next.from());
        boolean same = ReferenceRows.standing(versions, from)
                .filter(version -> version.ended() == next.ended())
                .filter(version -> version.cells().equals(next.cells()))
                .isPresent();
        boolean later = versions.stream()
                .anyMatch(version -> version.from() != null && version.from().isAfter(from));
        if (same && !later) {
            throw new StateForbids("REFERENCE_UNCHANGED", next.key());
        }
    }

    /** One transaction's work on one table, with the counter held. */
    private final class Change {

        private final ReferenceTable table;
        private final Map<String, List<RowVersion>> kept;
        private final Set<String> wasteCodes;
        private final Actor by;
        private final Instant at;
        private int places;

        Change(ReferenceTable table, List<RowVersion> versions, Set<String> wasteCodes, Actor by, Instant at) {
            this.table = table;
            this.kept = versions.stream()
                    .collect(Collectors.groupingBy(RowVersion::key, LinkedHashMap::new, Collectors.toList()));
            this.places = versions.stream().mapToInt(RowVersion::position).max().orElse(-1) + 1;
            this.wasteCodes = wasteCodes;
            this.by = by;
            this.at = at;
        }

        List<RowVersion> versions(String key) {
            return kept.getOrDefault(key, List.of());
        }

        RowCheck check() {
            return new RowCheck(table, wasteCodes);
        }

        Map<String, String> checked(Map<String, String> cells, String path) {
            RowCheck check = check();
            Map<String, String> checked = check.checked(cells, path);
            if (!check.problems().isEmpty()) {
                throw new Invalid(check.problems());
            }
            return checked;
        }

        RowVersion first(String key, Map<String, String> cells, LocalDate from, Reason reason) {
            return new RowVersion(
                    table, key, 1, Origin.OFFICER, from, false, cells, places++, null, reason.text(), at, by.person());
        }

        RowVersion next(
                RowVersion last,
                Map<String, String> cells,
                LocalDate from,
                boolean ended,
                @Nullable Integer restored,
                Reason reason) {
            return new RowVersion(
                    table,
                    last.key(),
                    last.version() + 1,
                    Origin.OFFICER,
                    from,
                    ended,
                    cells,
                    last.position(),
                    restored,
                    reason.text(),
                    at,
                    by.person());
        }

        List<RowVersion> write(List<RowVersion> news) {
            UUID host = organisations.host().map(found -> found.id().value()).orElse(NO_HOST);
            shelf.add(news);
            for (RowVersion version : news) {
                events.publishEvent(new ReferenceRowChanged(
                        table,
                        version.key(),
                        version.version(),
                        java.util.Objects.requireNonNull(version.from()),
                        version.ended(),
                        version.restored(),
                        by.stamp(host, at)));
            }
            watch.refreshAfterCommit();
            return news;
        }
    }
}
