package eu.boucle.custody;

import eu.boucle.custody.HeardScan.Effect;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One statement: the insert that keeps the scan drives the conditional update of the asset, which drives its history row
 * and its mark on the list. A scan that was heard before drives nothing.
 */
final class ScanStatementOnPostgres extends ScanStatement {

    private static final String MARK =
            "update round_item i set standing = 'FOUND', happened_at = :happened, scan_id = :id,"
                    + " by_id = :by, reason = ''";

    private final Map<RoundMode, String> statements = new EnumMap<>(RoundMode.class);

    ScanStatementOnPostgres(JdbcClient jdbc) {
        super(jdbc);
        for (RoundMode mode : RoundMode.values()) {
            statements.put(
                    mode,
                    "with heard as (" + KEEP + " on conflict (id) do nothing returning id), " + effect(Move.of(mode))
                            + " select (select count(*) from heard) as heard, (select count(*) from found) as found");
        }
    }

    private static String effect(@Nullable Move move) {
        if (move == null) {
            return "found as (" + MARK + " from heard where i.round_id = :round and i.tag = :tag"
                    + " and i.standing <> 'FOUND' returning i.asset_id)";
        }
        return "moved as (update asset a set state = '" + move.to + "', version = a.version + 1" + move.also
                + " from round_item i, heard where i.round_id = :round and i.tag = :tag and a.id = i.asset_id"
                + " and a.state = '" + move.from + "'" + move.condition
                + " returning a.id, a.organisation_id), told as ("
                + EVENT.formatted(move.verb, move.from, move.to) + "moved), found as (" + MARK
                + " from moved m where i.round_id = :round and i.asset_id = m.id returning i.asset_id)";
    }

    @Override
    String holdRound() {
        return "for share";
    }

    @Override
    boolean keep(HeardScan scan) {
        return jdbc.sql(KEEP + " on conflict (id) do nothing")
                        .params(parameters(scan))
                        .update()
                == 1;
    }

    @Override
    Effect apply(HeardScan scan) {
        return jdbc.sql(Objects.requireNonNull(statements.get(scan.round().mode())))
                .params(parameters(scan))
                .query((row, number) -> row.getInt("heard") == 0
                        ? Effect.HEARD_BEFORE
                        : row.getInt("found") == 1 ? Effect.DONE : Effect.REFUSED)
                .single();
    }
}
