package eu.boucle.custody;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.MediumId;
import eu.boucle.identity.Actor;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.StateForbids;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The discrepancies, as rows. */
@Component
class DiscrepancyList {

    private static final String SELECT =
            "select d.*, (select count(*) from discrepancy_photo p where p.discrepancy_id = d.id) as photos"
                    + " from discrepancy d";

    private final JdbcClient jdbc;

    DiscrepancyList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<DiscrepancyView> openAbout(OpenDiscrepancy gap) {
        return jdbc.sql(SELECT + " where open_key = :openKey")
                .param("openKey", key(gap))
                .query(DiscrepancyList::view)
                .optional();
    }

    void insert(DiscrepancyId id, OpenDiscrepancy gap, Actor by, Instant at, Instant due) {
        try {
            jdbc.sql(
                            "insert into discrepancy (id, kind, organisation_id, request_id, run_id, asset_id, medium_id, detail,"
                                    + " open_key, opened_at, opened_by, due_at, note) values (:id, :kind, :organisation, :request,"
                                    + " :run, :asset, :medium, :detail, :openKey, :at, :by, :due, '')")
                    .param("id", id.value())
                    .param("kind", gap.kind())
                    .param("organisation", gap.organisation())
                    .param("request", value(gap.request(), RequestId::value))
                    .param("run", value(gap.run(), RunId::value))
                    .param("asset", value(gap.asset(), AssetId::value))
                    .param("medium", value(gap.medium(), MediumId::value))
                    .param("detail", gap.detail().length() > 500 ? gap.detail().substring(0, 500) : gap.detail())
                    .param("openKey", key(gap))
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param("by", by.person())
                    .param("due", due.atOffset(ZoneOffset.UTC))
                    .update();
        } catch (DuplicateKeyException e) {
            throw new StateForbids("CHANGED_MEANWHILE", gap.detail());
        }
    }

    Optional<DiscrepancyView> read(DiscrepancyId id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id.value())
                .query(DiscrepancyList::view)
                .optional();
    }

    /** @return false when it was resolved before */
    boolean resolve(DiscrepancyId id, DiscrepancyOutcome outcome, Reason reason, Actor by, Instant at) {
        return jdbc.sql("update discrepancy set outcome = :outcome, note = :note, resolved_at = :at, resolved_by = :by,"
                                + " open_key = null where id = :id and outcome is null")
                        .param("outcome", outcome.name())
                        .param("note", reason.text())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.person())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Open ones first, then newest. @param after the last one seen */
    List<DiscrepancyView> page(@Nullable Place after, int limit) {
        String order = " order by case when outcome is null then 0 else 1 end, opened_at desc, id desc"
                + " fetch first " + limit + " rows only";
        if (after == null) {
            return jdbc.sql(SELECT + order).query(DiscrepancyList::view).list();
        }
        return jdbc.sql(SELECT + " where case when outcome is null then 0 else 1 end > :resolved"
                        + " or (case when outcome is null then 0 else 1 end = :resolved and (opened_at < :opened"
                        + " or (opened_at = :opened and id < :id)))" + order)
                .param("resolved", after.open() ? 0 : 1)
                .param("opened", after.openedAt().atOffset(ZoneOffset.UTC))
                .param("id", after.id())
                .query(DiscrepancyList::view)
                .list();
    }

    /** A place in the list. */
    record Place(boolean open, Instant openedAt, UUID id) {}

    List<DiscrepancyView> ofRequest(RequestId request) {
        return by("request_id", request.value());
    }

    List<DiscrepancyView> ofRun(RunId run) {
        return by("run_id", run.value());
    }

    List<DiscrepancyView> openOf(AssetId asset) {
        return by("outcome is null and asset_id", asset.value());
    }

    List<DiscrepancyView> openOf(Collection<AssetId> assets) {
        return jdbc.sql(SELECT + " where outcome is null and asset_id in (:assets) order by opened_at, id")
                .param("assets", assets.stream().map(AssetId::value).toList())
                .query(DiscrepancyList::view)
                .list();
    }

    List<DiscrepancyView> openOf(MediumId medium) {
        return by("outcome is null and medium_id", medium.value());
    }

    private List<DiscrepancyView> by(String column, UUID id) {
        return jdbc.sql(SELECT + " where " + column + " = :id order by opened_at, id")
                .param("id", id)
                .query(DiscrepancyList::view)
                .list();
    }

    int openFor(RequestId request) {
        return jdbc.sql("select count(*) from discrepancy where request_id = :id and outcome is null")
                .param("id", request.value())
                .query(Integer.class)
                .single();
    }

    int openAbout(Collection<AssetId> assets) {
        return jdbc.sql("select count(*) from discrepancy where asset_id in (:assets) and outcome is null")
                .param("assets", assets.stream().map(AssetId::value).toList())
                .query(Integer.class)
                .single();
    }

    /** One open discrepancy about a thing. What is about no single thing is told apart by its words. */
    private static String key(OpenDiscrepancy gap) {
        String run = gap.run() == null ? "" : " " + gap.run().value();
        if (gap.medium() != null || gap.asset() != null) {
            UUID about = gap.medium() != null
                    ? gap.medium().value()
                    : Objects.requireNonNull(gap.asset()).value();
            return gap.kind() + " " + about + run;
        }
        String about = gap.organisation() + " " + gap.request() + " " + gap.detail();
        return gap.kind() + " " + UUID.nameUUIDFromBytes(about.getBytes(StandardCharsets.UTF_8)) + run;
    }

    private static <T> @Nullable UUID value(@Nullable T id, Function<T, UUID> value) {
        return id == null ? null : value.apply(id);
    }

    private static DiscrepancyView view(ResultSet row, int number) throws SQLException {
        UUID request = row.getObject("request_id", UUID.class);
        UUID run = row.getObject("run_id", UUID.class);
        UUID asset = row.getObject("asset_id", UUID.class);
        UUID medium = row.getObject("medium_id", UUID.class);
        String outcome = row.getString("outcome");
        OffsetDateTime resolved = row.getObject("resolved_at", OffsetDateTime.class);
        return new DiscrepancyView(
                new DiscrepancyId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                row.getObject("organisation_id", UUID.class),
                request == null ? null : new RequestId(request),
                run == null ? null : new RunId(run),
                asset == null ? null : new AssetId(asset),
                medium == null ? null : new MediumId(medium),
                row.getString("detail"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                row.getObject("opened_by", UUID.class),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                outcome == null ? null : DiscrepancyOutcome.valueOf(outcome),
                row.getString("note"),
                resolved == null ? null : resolved.toInstant(),
                row.getObject("resolved_by", UUID.class),
                row.getInt("photos"));
    }
}
