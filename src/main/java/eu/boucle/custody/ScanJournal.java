package eu.boucle.custody;

import eu.boucle.asset.AssetId;
import eu.boucle.identity.Accounts;
import eu.boucle.scancode.AssetTag;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every scan as it was heard and answered. An answer is told from its row, so that the first one can be told again. */
@Component
class ScanJournal {

    private final JdbcClient jdbc;
    private final Accounts accounts;

    ScanJournal(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    /** Writes why a scan moved nothing. */
    void refuse(UUID scan, Refused refused) {
        jdbc.sql("update scan set answer = :answer, asset_id = :asset, first_scan_id = :first, serial_wanted = :wanted,"
                        + " media_decided = :decided, media_expected = :expected where id = :id")
                .param("answer", refused.answer())
                .param("asset", refused.asset())
                .param("first", refused.firstScan())
                .param("wanted", refused.serialWanted())
                .param("decided", refused.decided())
                .param("expected", refused.expected())
                .param("id", scan)
                .update();
    }

    /** Why a scan moved nothing, as it is kept. */
    record Refused(
            String answer,
            @Nullable UUID asset,
            @Nullable UUID firstScan,
            @Nullable String serialWanted,
            @Nullable Integer decided,
            @Nullable Integer expected) {

        static Refused of(String answer, @Nullable UUID asset) {
            return new Refused(answer, asset, null, null, null, null);
        }
    }

    /** The last scan of an asset that was accepted in a mode and still stands. */
    Optional<UUID> lastAccepted(UUID asset, RoundMode mode) {
        return jdbc.sql("select s.id from scan s join scan_round r on r.id = s.round_id where s.asset_id = :asset"
                        + " and r.mode = :mode and s.answer = 'ACCEPTED' and not s.undone"
                        + " order by s.heard_at desc fetch first 1 rows only")
                .param("asset", asset)
                .param("mode", mode.name())
                .query(UUID.class)
                .optional();
    }

    /** What was answered to scans of a round, by scan. */
    Map<UUID, ScanAnswer> answers(RoundId round, Collection<UUID> scans) {
        List<Row> rows = jdbc.sql("select s.*, i.manufacturer, i.model, i.serial as item_serial,"
                        + " f.happened_at as first_at, f.by_id as first_by from scan s"
                        + " left join round_item i on i.round_id = s.round_id and i.asset_id = s.asset_id"
                        + " left join scan f on f.id = s.first_scan_id where s.round_id = :round and s.id in (:scans)")
                .param("round", round.value())
                .param("scans", scans)
                .query(ScanJournal::row)
                .list();
        Set<UUID> people = new HashSet<>();
        rows.forEach(row -> {
            if (row.firstBy() != null) {
                people.add(row.firstBy());
            }
        });
        Map<UUID, String> names = people.isEmpty() ? Map.of() : accounts.names(people);
        Map<UUID, ScanAnswer> answers = new HashMap<>();
        for (Row row : rows) {
            answers.put(row.id(), answer(row, names));
        }
        return answers;
    }

    private static ScanAnswer answer(Row row, Map<UUID, String> names) {
        AssetTag tag = row.tag();
        if (tag == null) {
            return row.answer().equals("ROUND_CLOSED")
                    ? new ScanAnswer.RoundIsClosed(row.id(), row.code())
                    : new ScanAnswer.Unknown(row.id(), row.code());
        }
        return switch (row.answer()) {
            case "ACCEPTED" ->
                new ScanAnswer.Accepted(
                        row.id(), tag, row.manufacturer(), row.model(), row.itemSerial(), row.repaired());
            case "ALREADY_SCANNED" ->
                new ScanAnswer.AlreadyScanned(
                        row.id(),
                        tag,
                        row.firstAt(),
                        row.firstBy() == null ? "Boucle" : names.getOrDefault(row.firstBy(), ""));
            case "WRONG_ROUND" -> new ScanAnswer.WrongRound(row.id(), tag);
            case "WRONG_SERIAL" -> new ScanAnswer.WrongSerial(row.id(), tag, row.serial(), row.serialWanted());
            case "NOT_CLEARED" -> new ScanAnswer.NotCleared(row.id(), tag, row.decided(), row.expected());
            case "NOT_TAGGED" -> new ScanAnswer.NotTagged(row.id(), tag);
            case "DISPUTED" -> new ScanAnswer.Disputed(row.id(), tag);
            case "VOID_TAG" -> new ScanAnswer.VoidLabel(row.id(), tag, row.serialWanted());
            case "ROUND_CLOSED" -> new ScanAnswer.RoundIsClosed(row.id(), row.code());
            default -> new ScanAnswer.Unknown(row.id(), row.code());
        };
    }

    /** A scan that was accepted and not taken back. */
    Optional<UUID> standing(RoundId round, UUID scan) {
        return jdbc.sql(
                        "select asset_id from scan where round_id = :round and id = :id and answer = 'ACCEPTED' and not undone")
                .param("round", round.value())
                .param("id", scan)
                .query(UUID.class)
                .optional();
    }

    /** Marks a scan as taken back. @return false when it was already, or never was on this round */
    boolean markUndone(RoundId round, UUID scan) {
        return jdbc.sql("update scan set undone = true where round_id = :round and id = :id and not undone")
                        .param("round", round.value())
                        .param("id", scan)
                        .update()
                == 1;
    }

    boolean knows(RoundId round, UUID scan) {
        return jdbc.sql("select count(*) from scan where round_id = :round and id = :id")
                        .param("round", round.value())
                        .param("id", scan)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** The scans of what is not on the list, newest first, at most 200. */
    List<RoundView.Unexpected> unexpected(RoundId round) {
        return jdbc.sql(
                        "select id, code, answer, happened_at from scan where round_id = :round and not undone"
                                + " and answer in ('UNKNOWN', 'WRONG_ROUND') order by heard_at desc, id fetch first 200 rows only")
                .param("round", round.value())
                .query((row, number) -> new RoundView.Unexpected(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        row.getString("answer"),
                        instant(row, "happened_at")))
                .list();
    }

    /** The last scans of a round, newest first. */
    List<ScanRounds.RecentScan> recent(RoundId round, int most) {
        return jdbc.sql("select id, coalesce(tag, code) as shown, answer, happened_at from scan where round_id = :round"
                        + " and not undone order by heard_at desc, id desc fetch first :most rows only")
                .param("round", round.value())
                .param("most", most)
                .query((row, number) -> new ScanRounds.RecentScan(
                        row.getObject("id", UUID.class),
                        row.getString("shown"),
                        row.getString("answer"),
                        instant(row, "happened_at")))
                .list();
    }

    List<ScanRounds.ScanRecord> of(AssetId asset) {
        return jdbc.sql("select s.id, r.mode, r.reference, s.answer, s.happened_at, s.heard_at, s.by_id, s.undone"
                        + " from scan s join scan_round r on r.id = s.round_id where s.asset_id = :asset"
                        + " order by s.heard_at, s.id")
                .param("asset", asset.value())
                .query((row, number) -> new ScanRounds.ScanRecord(
                        row.getObject("id", UUID.class),
                        RoundMode.valueOf(row.getString("mode")),
                        row.getString("reference"),
                        row.getString("answer"),
                        instant(row, "happened_at"),
                        instant(row, "heard_at"),
                        row.getObject("by_id", UUID.class),
                        row.getBoolean("undone")))
                .list();
    }

    private record Row(
            UUID id,
            @Nullable AssetTag tag,
            String code,
            String serial,
            String answer,
            boolean repaired,
            String manufacturer,
            String model,
            String itemSerial,
            Instant firstAt,
            @Nullable UUID firstBy,
            String serialWanted,
            int decided,
            int expected) {}

    private static Row row(ResultSet row, int number) throws SQLException {
        String tag = row.getString("tag");
        OffsetDateTime first = row.getObject("first_at", OffsetDateTime.class);
        String given = text(row, "serial");
        String declared = text(row, "item_serial");
        return new Row(
                row.getObject("id", UUID.class),
                tag == null ? null : new AssetTag(tag),
                row.getString("code"),
                given,
                row.getString("answer"),
                row.getBoolean("repaired"),
                text(row, "manufacturer"),
                text(row, "model"),
                declared.isEmpty() ? given : declared,
                first == null ? instant(row, "happened_at") : first.toInstant(),
                row.getObject("first_by", UUID.class),
                text(row, "serial_wanted"),
                row.getInt("media_decided"),
                row.getInt("media_expected"));
    }

    private static String text(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
