package eu.boucle.asset;

import eu.boucle.identity.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The moves of assets and media, one line each, written in batches and never changed. */
@Component
class AssetHistory {

    private static final int BATCH = 500;

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;

    AssetHistory(JdbcTemplate batches, JdbcClient jdbc) {
        this.batches = batches;
        this.jdbc = jdbc;
    }

    /** One move to be written. */
    record Line(
            UUID asset,
            @Nullable UUID medium,
            UUID organisation,
            @Nullable String from,
            String to) {}

    void write(Collection<Line> lines, String verb, Actor by, Instant at, String note) {
        batches.batchUpdate("""
                insert into asset_event
                    (asset_id, medium_id, organisation_id, verb, from_state, to_state, happened_at, actor_id, note)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """, lines, BATCH, (statement, line) -> {
            statement.setObject(1, line.asset());
            statement.setObject(2, line.medium());
            statement.setObject(3, line.organisation());
            statement.setString(4, verb);
            statement.setString(5, line.from());
            statement.setString(6, line.to());
            statement.setObject(7, at.atOffset(ZoneOffset.UTC));
            statement.setObject(8, by.person());
            statement.setString(9, note);
        });
    }

    List<AssetMoved> of(AssetId asset) {
        return jdbc.sql("select * from asset_event where asset_id = :asset order by position")
                .param("asset", asset.value())
                .query(AssetHistory::moved)
                .list();
    }

    private static AssetMoved moved(ResultSet row, int number) throws SQLException {
        UUID medium = row.getObject("medium_id", UUID.class);
        return new AssetMoved(
                new AssetId(row.getObject("asset_id", UUID.class)),
                medium == null ? null : new MediumId(medium),
                row.getString("verb"),
                row.getString("from_state"),
                row.getString("to_state"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                row.getObject("actor_id", UUID.class),
                row.getString("note"));
    }
}
