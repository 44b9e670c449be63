package eu.boucle.asset;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.identity.Scope;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A label lost or spoiled. Printed again, it bears the tag that it had; where the old one may still be about, its tag is
 * voided and the asset gets another, which counts as applied only once it is scanned with the device's serial.
 */
@Service
@Transactional
public class AssetLabels {

    private static final Set<AssetState> BEFORE_LOADING = EnumSet.of(AssetState.DECLARED, AssetState.TAGGED);
    private static final Set<AssetState> HERE = EnumSet.of(
            AssetState.DECLARED, AssetState.TAGGED, AssetState.LOADED, AssetState.REFUSED, AssetState.DISPUTED);

    private final AssetRegister register;
    private final AssetMoves moves;
    private final LotWriter writer;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AssetLabels(
            AssetRegister register,
            AssetMoves moves,
            LotWriter writer,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        this.register = register;
        this.moves = moves;
        this.writer = writer;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** WAREHOUSE prints the same tag again: a line in the history, with the reason. @throws eu.boucle.shared.StateForbids {@code NOTHING_TO_LABEL_HERE} */
    public AssetView reprinted(AssetTag tag, Reason reason, Actor by) {
        by.require(Role.WAREHOUSE);
        AssetView asset = register.asset(tag, by);
        List<AssetMoves.Held> held = moves.hold(List.of(asset.id()));
        AssetMoves.refuseUnless(held, one -> HERE.contains(one.state()), "NOTHING_TO_LABEL_HERE");
        moves.set(held, "tag = tag", Map.of(), "reprint", by, clock.instant(), reason.text());
        return asset;
    }

    /**
     * WAREHOUSE voids the tag and gives another, as long as the asset is on no run. A labelled asset is DECLARED again.
     *
     * @throws eu.boucle.shared.StateForbids {@code TAG_FIXED} on a run, and from loading on
     */
    public AssetView replaced(AssetTag tag, Reason reason, Actor by) {
        by.require(Role.WAREHOUSE);
        AssetView asset = register.asset(tag, by);
        List<AssetMoves.Held> held = moves.hold(List.of(asset.id()));
        AssetMoves.refuseUnless(held, one -> BEFORE_LOADING.contains(one.state()) && one.run() == null, "TAG_FIXED");
        AssetMoves.refuseUnless(held, one -> one.tag().equals(tag.value()), "CHANGED_MEANWHILE");
        AssetTag fresh = writer.drawTags(1).getFirst();
        Instant at = clock.instant();
        jdbc.sql("""
                insert into void_tag (tag, asset_id, request_id, organisation_id, replaced_by, reason, voided_at, voided_by)
                values (:tag, :asset, :request, :organisation, :fresh, :reason, :at, :by)
                """)
                .param("tag", tag.value())
                .param("asset", asset.id().value())
                .param("request", asset.request().value())
                .param("organisation", asset.organisation())
                .param("fresh", fresh.value())
                .param("reason", reason.text())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.person())
                .update();
        String told = tag.value() + " → " + fresh.value() + ": " + reason.text();
        Map<String, String> parameters = Map.of("fresh", fresh.value());
        if (asset.state() == AssetState.TAGGED) {
            moves.move(held, AssetState.DECLARED, ", tag = :fresh", parameters, "replaceTag", by, at, told);
        } else {
            moves.set(held, "tag = :fresh", parameters, "replaceTag", by, at, told);
        }
        events.publishEvent(new TagReplaced(
                asset.id(),
                new RequestId(asset.request().value()),
                tag.value(),
                fresh.value(),
                by.stamp(asset.organisation(), at)));
        return register.asset(asset.id());
    }

    /** Unscoped, for a scanner's answer, which tells nothing of it to strangers. */
    @Transactional(readOnly = true)
    public Optional<VoidTag> voided(AssetTag tag) {
        return jdbc.sql("select * from void_tag where tag = :tag")
                .param("tag", tag.value())
                .query(AssetLabels::voidTag)
                .optional();
    }

    /** The asset that bore a tag, for its reader. */
    @Transactional(readOnly = true)
    public Optional<AssetView> bearerOf(AssetTag tag, Actor by) {
        Scope scope = by.scope();
        return voided(tag).filter(old -> scope.covers(old.organisation())).map(old -> register.asset(old.asset()));
    }

    /** The tags that an asset had before, oldest first. Unscoped: the caller has the asset. */
    @Transactional(readOnly = true)
    public List<VoidTag> before(AssetId asset) {
        return jdbc.sql("select * from void_tag where asset_id = :asset order by voided_at, tag")
                .param("asset", asset.value())
                .query(AssetLabels::voidTag)
                .list();
    }

    private static VoidTag voidTag(ResultSet row, int number) throws SQLException {
        return new VoidTag(
                new AssetTag(row.getString("tag")),
                new AssetId(row.getObject("asset_id", UUID.class)),
                row.getObject("organisation_id", UUID.class),
                new AssetTag(row.getString("replaced_by")),
                row.getString("reason"),
                row.getObject("voided_at", OffsetDateTime.class).toInstant(),
                row.getObject("voided_by", UUID.class));
    }
}
