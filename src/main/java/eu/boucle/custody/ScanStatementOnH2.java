package eu.boucle.custody;

import eu.boucle.custody.HeardScan.Effect;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * H2 has no {@code ON CONFLICT}: the scan is kept first, then the conditional update decides, and its traces follow. Scanners
 * of one round take turns, because the round itself is held.
 */
final class ScanStatementOnH2 extends ScanStatement {

    ScanStatementOnH2(JdbcClient jdbc) {
        super(jdbc);
    }

    @Override
    String holdRound() {
        return "for update";
    }

    @Override
    boolean holdsByItself() {
        return false;
    }

    @Override
    boolean keep(HeardScan scan) {
        try {
            return jdbc.sql(KEEP.formatted("'ACCEPTED'"))
                            .params(parameters(scan))
                            .update()
                    == 1;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Override
    Effect apply(HeardScan scan) {
        if (!keep(scan)) {
            return new Effect.Answered();
        }
        Map<String, @Nullable Object> values = parameters(scan);
        Move move = Move.of(scan.round().mode());
        if (move != null) {
            int moved = jdbc.sql("update asset a set state = '" + move.to + "', version = a.version + 1" + move.also
                            + " where a.id = (select asset_id from round_item where round_id = :round and tag = :tag)"
                            + " and a.state = '" + move.from + "'" + move.condition)
                    .params(values)
                    .update();
            if (moved == 0) {
                return new Effect.Refused();
            }
            jdbc.sql(EVENT.formatted(move.verb, move.from, move.to) + "asset where tag = :tag")
                    .params(values)
                    .update();
        }
        int found = jdbc.sql(
                        "update round_item set standing = 'FOUND', happened_at = :happened, scan_id = :id, by_id = :by,"
                                + " reason = '' where round_id = :round and tag = :tag and (standing <> 'FOUND' or :moves)")
                .params(values)
                .param("moves", move != null)
                .update();
        return found == 1 ? done(values) : new Effect.Refused();
    }

    private Effect done(Map<String, @Nullable Object> values) {
        return jdbc.sql("select asset_id, manufacturer, model, serial from round_item where round_id = :round"
                        + " and tag = :tag")
                .params(values)
                .query(ScanStatement::done)
                .single();
    }
}
