package eu.boucle.custody;

import eu.boucle.asset.AssetId;
import eu.boucle.custody.HeardScan.Effect;
import eu.boucle.scancode.AssetTag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The scan path: keeps the scan and moves what it moves by a conditional statement, so that sixteen scanners on one list
 * never double a move (reading the asset first and writing it after doubled 476 of 500 tags on PostgreSQL). This is the
 * only SQL of this room that touches tables of another: {@code asset} and {@code asset_event}.
 */
abstract sealed class ScanStatement permits ScanStatementOnPostgres, ScanStatementOnH2 {

    static final String KEEP = """
            insert into scan (id, round_id, asset_id, tag, code, serial, note, happened_at, heard_at, by_id, answer,
                repaired, undone)
            values (:id, :round, (select asset_id from round_item where round_id = :round and tag = :tag), :tag, :code,
                :serialRaw, :note, :happened, :heard, :by, %s, :repaired, false)
            """;

    static final String EVENT =
            "insert into asset_event (asset_id, organisation_id, verb, from_state, to_state, happened_at, actor_id, note)"
                    + " select id, organisation_id, '%s', '%s', '%s', cast(:heard as timestamp(6) with time zone),"
                    + " cast(:by as uuid), cast(:about as varchar(600)) from ";

    final JdbcClient jdbc;

    ScanStatement(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The clause by which a reader keeps a round from being closed until its transaction ends. */
    abstract String holdRound();

    /** Whether {@link #apply} does so by itself: then a scan that comes alone needs no look at its round before. */
    abstract boolean holdsByItself();

    abstract Effect apply(HeardScan scan);

    /** Keeps a scan that has no effect. @return false when it was heard before */
    abstract boolean keep(HeardScan scan);

    /** Takes the locks of a batch in one order, so that two batches in different orders do not wait for each other. */
    void holdItems(Round round, Collection<String> tags) {
        String sql = Move.of(round.mode()) == null
                ? "select asset_id from round_item where round_id = :round and tag in (:tags) order by asset_id for update"
                : "select id from asset where id in (select asset_id from round_item where round_id = :round"
                        + " and tag in (:tags)) order by id for update";
        jdbc.sql(sql)
                .param("round", round.id().value())
                .param("tags", tags)
                .query(UUID.class)
                .list();
    }

    /**
     * Moves the asset of an accepted scan back to where it was.
     *
     * @return false when it is no longer where the scan had put it
     */
    boolean takeBack(Round round, UUID asset, @Nullable UUID by, Instant at) {
        Move move = Move.of(round.mode());
        if (move == null) {
            return true;
        }
        String serial = move == Move.TAG
                ? ", serial = (select i.serial from round_item i where i.round_id = :round and i.asset_id = :asset),"
                        + " serial_raw = case when (select i.serial from round_item i where i.round_id = :round"
                        + " and i.asset_id = :asset) is null then null else serial_raw end"
                : "";
        int moved = jdbc.sql("update asset set state = '" + move.from + "', version = version + 1" + serial
                        + " where id = :asset and state = '" + move.to + "'" + move.mayReturn)
                .param("round", round.id().value())
                .param("subject", round.subject())
                .param("asset", asset)
                .update();
        if (moved == 1) {
            jdbc.sql(EVENT.formatted(move.reverse, move.to, move.from) + "asset where id = :asset")
                    .param("heard", at.atOffset(ZoneOffset.UTC))
                    .param("by", by)
                    .param("about", round.reference())
                    .param("asset", asset)
                    .update();
        }
        return moved == 1;
    }

    /** Where the asset of a tag stands, whoever owns it: for working out an answer, which tells nothing of it. */
    Optional<Whereabouts> whereabouts(AssetTag tag) {
        return jdbc.sql("select id, request_id, state, run_id from asset where tag = :tag")
                .param("tag", tag.value())
                .query((row, number) -> new Whereabouts(
                        row.getObject("id", UUID.class),
                        row.getObject("request_id", UUID.class),
                        row.getString("state"),
                        row.getObject("run_id", UUID.class)))
                .optional();
    }

    /** The line of the list that the scan found. */
    static Effect done(ResultSet row, int number) throws SQLException {
        return new Effect.Done(
                new AssetId(row.getObject("asset_id", UUID.class)),
                row.getString("manufacturer"),
                row.getString("model"),
                row.getString("serial"));
    }

    record Whereabouts(
            UUID asset,
            UUID request,
            String state,
            @Nullable UUID run) {}

    static Map<String, @Nullable Object> parameters(HeardScan scan) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", scan.id());
        values.put("round", scan.round().id().value());
        values.put("subject", scan.round().subject());
        values.put("tag", scan.tag() == null ? null : scan.tag().value());
        values.put("code", scan.code());
        values.put("serial", scan.serial() == null ? null : scan.serial().normalised());
        values.put("serialRaw", scan.serial() == null ? null : scan.serial().raw());
        values.put(
                "serialUsable",
                scan.serial() != null
                        && !scan.serial().placeholder()
                        && !scan.serial().masked());
        values.put("note", scan.note());
        values.put("happened", scan.happenedAt().atOffset(ZoneOffset.UTC));
        values.put("heard", scan.heardAt().atOffset(ZoneOffset.UTC));
        values.put("by", scan.by());
        values.put("repaired", scan.repaired());
        values.put("about", scan.round().reference());
        return values;
    }
}
