package eu.boucle.reference;

import eu.boucle.reference.RowVersion.Origin;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a release brings to the rows kept. A row new to the installation is taken as its version 0; one that the release
 * changed moves on, from the day of the start, unless the officer changed it: then the new wording is only offered. A
 * wording that was shipped before is no news, and a row that is shipped no more stays until the officer ends it, so that a
 * node of the former release, started again, changes nothing.
 */
final class Shipment {

    private final Instant at;
    private final LocalDate today;
    private final Map<String, List<RowVersion>> kept = new HashMap<>();

    Shipment(List<RowVersion> keptVersions, Instant at, LocalDate today) {
        this.at = at;
        this.today = today;
        keptVersions.forEach(version ->
                kept.computeIfAbsent(id(version), any -> new ArrayList<>()).add(version));
    }

    /** The versions to add. */
    List<RowVersion> news(List<RowVersion> shipped) {
        List<RowVersion> news = new ArrayList<>();
        for (RowVersion row : shipped) {
            List<RowVersion> versions = kept.getOrDefault(id(row), List.of());
            if (versions.isEmpty()) {
                news.add(next(row, 0, Origin.SHIPPED, null));
            } else if (!known(versions, row)) {
                news.add(next(row, versions.getLast().version() + 1, origin(versions), today));
            }
        }
        return news;
    }

    private static boolean known(List<RowVersion> versions, RowVersion row) {
        return versions.stream()
                .filter(version -> version.origin() != Origin.OFFICER)
                .anyMatch(version -> version.cells().equals(row.cells()));
    }

    private static Origin origin(List<RowVersion> versions) {
        return versions.stream().anyMatch(version -> version.origin() == Origin.OFFICER)
                ? Origin.OFFERED
                : Origin.SHIPPED;
    }

    private RowVersion next(RowVersion row, int version, Origin origin, @Nullable LocalDate from) {
        return new RowVersion(
                row.table(), row.key(), version, origin, from, false, row.cells(), row.position(), null, "", at, null);
    }

    private static String id(RowVersion version) {
        return version.table().tableName() + "/" + version.key();
    }
}
