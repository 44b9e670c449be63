package eu.boucle.asset;

import eu.boucle.identity.Actor;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says anew, from the media as they stand, which assets may leave. Callers hold the lock on the assets. */
@Component
class Clearances {

    /** A medium (alias {@code m}) of which nothing more is awaited; the same words as {@link MediumStatus#decided}. */
    static final String DECIDED =
            "(m.status in ('ERASED', 'DESTROYED', 'RETURNED', 'ENTRUSTED') or m.status = 'MISSING' and m.accepted_missing)";

    private static final String STANDING = """
            select a.id, a.organisation_id, a.clearance, case
                when exists (select 1 from medium m where m.asset_id = a.id and not m.dismissed and not %s) then 'NONE'
                when exists (select 1 from medium m
                    where m.asset_id = a.id and not m.dismissed and m.status = 'ENTRUSTED') then 'SEALED'
                else 'CLEARED' end as says
            from asset a where a.id in (:ids)
            """.formatted(DECIDED);

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final AssetHistory history;

    Clearances(JdbcClient jdbc, JdbcTemplate batches, AssetHistory history) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.history = history;
    }

    void recompute(Collection<UUID> assets, Actor by, Instant at) {
        for (List<UUID> ids : AssetRows.chunks(assets)) {
            List<AssetHistory.Line> changed = jdbc
                    .sql(STANDING)
                    .param("ids", ids)
                    .query((row, number) -> new AssetHistory.Line(
                            row.getObject("id", UUID.class),
                            null,
                            row.getObject("organisation_id", UUID.class),
                            row.getString("clearance"),
                            row.getString("says")))
                    .list()
                    .stream()
                    .filter(line -> !line.to().equals(line.from()))
                    .toList();
            if (!changed.isEmpty()) {
                batches.batchUpdate(
                        "update asset set clearance = ?, version = version + 1 where id = ?",
                        changed,
                        changed.size(),
                        (statement, line) -> {
                            statement.setString(1, line.to());
                            statement.setObject(2, line.asset());
                        });
                history.write(changed, "clear", by, at, "");
            }
        }
    }
}
