package eu.boucle.custody;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.identity.Actor;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.StateForbids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rounds and their expected lists, as rows. */
@Component
class RoundList {

    private static final int KEPT = 1_000;

    private static final String EXPECT =
            "insert into round_item (round_id, asset_id, tag, request_id, organisation_id, position, manufacturer,"
                    + " model, serial, standing, reason) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'EXPECTED', '')";

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final ScanStatement statement;
    private final Cache<RoundId, Round> open =
            Caffeine.newBuilder().maximumSize(KEPT).build();

    RoundList(JdbcClient jdbc, JdbcTemplate template, ScanStatement statement) {
        this.jdbc = jdbc;
        this.template = template;
        this.statement = statement;
    }

    Round round(RoundId id) {
        return read(id, "");
    }

    /** What never changes of a round that was open when it was first asked for: it may be closed by now. */
    Round known(RoundId id) {
        Round kept = open.getIfPresent(id);
        if (kept != null) {
            return kept;
        }
        Round round = round(id);
        if (round.open()) {
            open.put(id, round);
        }
        return round;
    }

    /** The round, which cannot be closed by another until this transaction ends. */
    Round heldOpen(RoundId id) {
        return read(id, statement.holdRound());
    }

    private Round read(RoundId id, String lock) {
        return jdbc.sql("select * from scan_round where id = :id " + lock)
                .param("id", id.value())
                .query(RoundList::round)
                .optional()
                .orElseThrow(NotFound::new);
    }

    Optional<Round> openRound(RoundMode mode, UUID subject) {
        return jdbc.sql("select * from scan_round where open_key = :key")
                .param("key", key(mode, subject))
                .query(RoundList::round)
                .optional();
    }

    void insert(Round round, List<AssetView> expected, Actor by) {
        try {
            jdbc.sql(
                            "insert into scan_round (id, mode, subject_id, reference, organisation_id, open, open_key, opened_at,"
                                    + " opened_by) values (:id, :mode, :subject, :reference, :organisation, true, :key, :at, :by)")
                    .param("id", round.id().value())
                    .param("mode", round.mode().name())
                    .param("subject", round.subject())
                    .param("reference", round.reference())
                    .param("organisation", round.organisation())
                    .param("key", key(round.mode(), round.subject()))
                    .param("at", round.openedAt().atOffset(ZoneOffset.UTC))
                    .param("by", by.person())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new StateForbids("CHANGED_MEANWHILE", round.reference());
        }
        List<Object[]> rows = new ArrayList<>();
        for (AssetView asset : expected) {
            rows.add(row(round.id().value(), asset, rows.size() + 1));
        }
        template.batchUpdate(EXPECT, rows);
    }

    private static Object[] row(UUID round, AssetView asset, int position) {
        return new Object[] {
            round,
            asset.id().value(),
            asset.tag().value(),
            asset.request().value(),
            asset.organisation(),
            position,
            asset.manufacturer(),
            asset.model(),
            asset.serial() == null ? null : asset.serial().normalised()
        };
    }

    /** A machine found on site is looked for by the rounds that are open over its request. */
    void expectAlso(RequestId request, AssetView asset) {
        List<Object[]> rows = jdbc.sql(
                        "select r.id, (select count(*) from round_item i where i.round_id = r.id) as items"
                                + " from scan_round r where r.subject_id = :request and r.open order by r.id")
                .param("request", request.value())
                .query((row, number) -> row(row.getObject("id", UUID.class), asset, row.getInt("items") + 1))
                .list();
        template.batchUpdate(EXPECT, rows);
    }

    /** On the lists of open rounds; those of closed ones are facts. A label that was applied has to be applied again. */
    void retag(AssetId asset, String tag) {
        jdbc.sql("update round_item set standing = 'EXPECTED', happened_at = null, scan_id = null, by_id = null"
                        + " where asset_id = :asset and round_id in ("
                        + "select id from scan_round where open and mode = 'TAGGING')")
                .param("asset", asset.value())
                .update();
        jdbc.sql("update round_item set tag = :tag where asset_id = :asset and round_id in ("
                        + "select id from scan_round where open)")
                .param("tag", tag)
                .param("asset", asset.value())
                .update();
    }

    /** Missing or given back meanwhile: the open rounds wait for it no more. */
    void noLongerExpected(Collection<AssetId> assets, AssetState now, EventStamp stamp) {
        jdbc.sql("update round_item set standing = 'MISSING', reason = :reason, happened_at = :at, by_id = :by"
                        + " where standing = 'EXPECTED' and asset_id in (:assets) and round_id in ("
                        + "select id from scan_round where open)")
                .param("reason", now.name())
                .param("at", stamp.at().atOffset(ZoneOffset.UTC))
                .param("by", stamp.actor())
                .param("assets", assets.stream().map(AssetId::value).toList())
                .update();
    }

    /** @return false when another person closed it first */
    boolean close(RoundId id, Actor by, Instant at) {
        return jdbc.sql("update scan_round set open = false, open_key = null, closed_at = :at, closed_by = :by"
                                + " where id = :id and open")
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.person())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    List<Item> items(RoundId id) {
        return jdbc.sql("select * from round_item where round_id = :id order by position")
                .param("id", id.value())
                .query(RoundList::item)
                .list();
    }

    Optional<Item> item(RoundId id, AssetTag tag) {
        return jdbc.sql("select * from round_item where round_id = :id and tag = :tag")
                .param("id", id.value())
                .param("tag", tag.value())
                .query(RoundList::item)
                .optional();
    }

    Optional<Item> itemOf(RoundId id, AssetId asset) {
        return jdbc.sql("select * from round_item where round_id = :id and asset_id = :asset")
                .param("id", id.value())
                .param("asset", asset.value())
                .query(RoundList::item)
                .optional();
    }

    /** After its scan was taken back. */
    void expectAgain(RoundId id, UUID asset) {
        jdbc.sql("update round_item set standing = 'EXPECTED', happened_at = null, scan_id = null, by_id = null,"
                        + " reason = '' where round_id = :id and asset_id = :asset")
                .param("id", id.value())
                .param("asset", asset)
                .update();
    }

    /** Marks those still expected; found ones stay found. */
    int markMissing(RoundId id, Collection<AssetId> assets, String reason, Actor by, Instant at) {
        return mark(RoundView.Standing.MISSING, id, assets, reason, by, at);
    }

    /** Marks those that nobody loaded, or whose loading was taken back. */
    int markStaying(RoundId id, Collection<AssetId> assets, String reason, Actor by, Instant at) {
        return mark(RoundView.Standing.STAYS, id, assets, reason, by, at);
    }

    private int mark(
            RoundView.Standing standing, RoundId id, Collection<AssetId> assets, String reason, Actor by, Instant at) {
        if (assets.isEmpty()) {
            return 0;
        }
        return jdbc.sql("update round_item set standing = :standing, reason = :reason, happened_at = :at, by_id = :by"
                        + " where round_id = :id and standing <> 'FOUND' and asset_id in (:assets)")
                .param("standing", standing.name())
                .param("reason", reason)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.person())
                .param("id", id.value())
                .param("assets", assets.stream().map(AssetId::value).toList())
                .update();
    }

    List<RoundSummary> about(UUID subject) {
        return jdbc.sql("select r.id, r.mode, r.reference, r.open, r.opened_at, count(i.asset_id) as expected,"
                        + " count(case when i.standing = 'FOUND' then 1 end) as found"
                        + " from scan_round r left join round_item i on i.round_id = r.id where r.subject_id = :subject"
                        + " group by r.id, r.mode, r.reference, r.open, r.opened_at order by r.opened_at desc, r.id")
                .param("subject", subject)
                .query((row, number) -> new RoundSummary(
                        new RoundId(row.getObject("id", UUID.class)),
                        RoundMode.valueOf(row.getString("mode")),
                        row.getString("reference"),
                        row.getBoolean("open"),
                        instant(row, "opened_at"),
                        row.getInt("expected"),
                        row.getInt("found")))
                .list();
    }

    /** One line of an expected list. */
    record Item(
            AssetId asset,
            AssetTag tag,
            UUID request,
            UUID organisation,
            String manufacturer,
            String model,
            @Nullable String serial,
            RoundView.Standing standing,
            @Nullable Instant at,
            @Nullable UUID scan,
            String reason) {

        RoundView.Item shown() {
            return new RoundView.Item(
                    asset,
                    tag,
                    (manufacturer + " " + model).strip(),
                    serial == null ? "" : serial,
                    standing,
                    at,
                    reason);
        }
    }

    private static Round round(ResultSet row, int number) throws SQLException {
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new Round(
                new RoundId(row.getObject("id", UUID.class)),
                RoundMode.valueOf(row.getString("mode")),
                row.getObject("subject_id", UUID.class),
                row.getString("reference"),
                row.getObject("organisation_id", UUID.class),
                row.getBoolean("open"),
                instant(row, "opened_at"),
                closed == null ? null : closed.toInstant());
    }

    private static Item item(ResultSet row, int number) throws SQLException {
        OffsetDateTime at = row.getObject("happened_at", OffsetDateTime.class);
        return new Item(
                new AssetId(row.getObject("asset_id", UUID.class)),
                new AssetTag(row.getString("tag")),
                row.getObject("request_id", UUID.class),
                row.getObject("organisation_id", UUID.class),
                row.getString("manufacturer"),
                row.getString("model"),
                row.getString("serial"),
                RoundView.Standing.valueOf(row.getString("standing")),
                at == null ? null : at.toInstant(),
                row.getObject("scan_id", UUID.class),
                row.getString("reason"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static String key(RoundMode mode, UUID subject) {
        return mode + " " + subject;
    }
}
