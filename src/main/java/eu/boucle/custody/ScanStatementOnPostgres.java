package eu.boucle.custody;

import eu.boucle.custody.HeardScan.Effect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One statement: it holds the round open; the insert that keeps the scan drives the conditional update of the asset, which
 * drives its history row and its mark on the list. A scan that was heard before, or too late, drives nothing.
 */
final class ScanStatementOnPostgres extends ScanStatement {

    private static final String MARK =
            "update round_item i set standing = 'FOUND', happened_at = :happened, scan_id = :id,"
                    + " by_id = :by, reason = ''";

    /** Once it has the lock, it reads the round as the last transaction left it, whatever the statement saw at its start. */
    private static final String HOLD = "with held as (select open from scan_round where id = :round for share), ";

    private static final String ANSWER = "(select case when open then 'ACCEPTED' else 'ROUND_CLOSED' end from held)";

    private static final String ITEM = " and i.round_id = :round and i.tag = :tag";

    private static final String LINE = "i.asset_id, i.manufacturer, i.model, i.serial";

    private final Map<RoundMode, String> statements = new EnumMap<>(RoundMode.class);

    ScanStatementOnPostgres(JdbcClient jdbc) {
        super(jdbc);
        for (RoundMode mode : RoundMode.values()) {
            statements.put(
                    mode,
                    HOLD + "heard as (" + KEEP.formatted(ANSWER)
                            + " on conflict (id) do nothing returning answer), " + effect(Move.of(mode))
                            + " select (select answer from heard) as answer, found.* from (select 1) once"
                            + " left join found on true");
        }
    }

    /**
     * Both rows are found by their keys, the asset's from a subquery: joined, a planner without statistics, as after the
     * first large lot of a new installation, begins with all assets of the state (28 ms a scan at 5,000 of them).
     */
    private static String effect(@Nullable Move move) {
        if (move == null) {
            return "found as (" + MARK + " from heard where heard.answer = 'ACCEPTED'" + ITEM
                    + " and i.standing <> 'FOUND' returning " + LINE + ")";
        }
        return "moved as (update asset a set state = '" + move.to + "', version = a.version + 1" + move.also
                + " from heard where heard.answer = 'ACCEPTED'"
                + " and a.id = (select i.asset_id from round_item i where true" + ITEM + ")"
                + " and a.state = '" + move.from + "'" + move.condition
                + " returning a.id, a.organisation_id), told as ("
                + EVENT.formatted(move.verb, move.from, move.to) + "moved), found as (" + MARK
                + " from moved m where i.asset_id = m.id" + ITEM + " returning " + LINE + ")";
    }

    @Override
    String holdRound() {
        return "for share";
    }

    @Override
    boolean holdsByItself() {
        return true;
    }

    @Override
    boolean keep(HeardScan scan) {
        return jdbc.sql(KEEP.formatted("'ACCEPTED'") + " on conflict (id) do nothing")
                        .params(parameters(scan))
                        .update()
                == 1;
    }

    @Override
    Effect apply(HeardScan scan) {
        return jdbc.sql(Objects.requireNonNull(statements.get(scan.round().mode())))
                .params(parameters(scan))
                .query(ScanStatementOnPostgres::outcome)
                .single();
    }

    private static Effect outcome(ResultSet row, int number) throws SQLException {
        if (!"ACCEPTED".equals(row.getString("answer"))) {
            return new Effect.Answered();
        }
        return row.getObject("asset_id") == null ? new Effect.Refused() : done(row, number);
    }
}
