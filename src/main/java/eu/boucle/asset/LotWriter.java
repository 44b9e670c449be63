package eu.boucle.asset;

import eu.boucle.identity.Actor;
import eu.boucle.reference.ReferenceTable;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.SerialNumber;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a lot's rows: one statement a table, sent in batches. */
@Component
class LotWriter {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final AssetHistory history;
    private final ReferenceTables reference;

    LotWriter(JdbcClient jdbc, JdbcTemplate batches, AssetHistory history, ReferenceTables reference) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.history = history;
        this.reference = reference;
    }

    /** Draws that many tags in one go. Whoever draws holds the counter to the end of the transaction: others wait. */
    List<AssetTag> drawTags(int count) {
        jdbc.sql("update asset_tag_counter set last_number = last_number + :count where id = 1")
                .param("count", count)
                .update();
        long last = jdbc.sql("select last_number from asset_tag_counter where id = 1")
                .query(Long.class)
                .single();
        return LongStream.rangeClosed(last - count + 1, last)
                .mapToObj(AssetTag::of)
                .toList();
    }

    void write(
            RegisterLot command,
            LotRegistered figures,
            List<LotRegistration.NewAsset> assets,
            List<LotRegistration.NewMedium> media,
            Actor by,
            Instant at) {
        jdbc.sql("""
                insert into lot
                    (request_id, organisation_id, reference, planned_day, assets, media, unclassified, registered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """)
                .params(
                        command.request().value(),
                        command.organisation(),
                        command.reference(),
                        command.day(),
                        figures.assets(),
                        figures.media(),
                        figures.unclassified(),
                        at.atOffset(ZoneOffset.UTC))
                .update();
        insertAssets(command, assets);
        insertMedia(command.request().value(), command.organisation(), media);
        history.write(
                assets.stream()
                        .map(asset -> new AssetHistory.Line(
                                asset.id(), null, command.organisation(), null, AssetState.DECLARED.name()))
                        .toList(),
                "register",
                by,
                at,
                "");
    }

    /** One more asset of a lot that is registered already. */
    void add(RegisterLot addition, LotRegistration.NewAsset asset, Actor by, Instant at, String reason) {
        jdbc.sql("update lot set assets = assets + 1, media = media + :media, unclassified = unclassified + :open"
                        + " where request_id = :request")
                .param("media", asset.media().size())
                .param("open", asset.open() ? 1 : 0)
                .param("request", addition.request().value())
                .update();
        insertAssets(addition, List.of(asset));
        insertMedia(addition.request().value(), addition.organisation(), asset.media());
        history.write(
                List.of(new AssetHistory.Line(
                        asset.id(), null, addition.organisation(), null, AssetState.DECLARED.name())),
                "foundOnSite",
                by,
                at,
                reason);
    }

    private void insertAssets(RegisterLot command, List<LotRegistration.NewAsset> assets) {
        batches.batchUpdate("""
                insert into asset
                    (id, tag, request_id, organisation_id, line, equipment_type, manufacturer, model, serial, serial_raw,
                     state, clearance, loss_accepted, weee_category, waste_code, dangerous, classification_source,
                     classification_open, largest_dimension_cm, placed_on_market, item_condition, declared_kg,
                     estimated_kg, data_action, data_place, data_level, type_version, code_version, version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'DECLARED', ?, false, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
                """, assets, BATCH, (statement, asset) -> {
            RegisterLot.Item item = asset.item();
            Answer answer = Answer.of(asset.proposal());
            set(
                    statement,
                    asset.id(),
                    asset.tag().value(),
                    command.request().value(),
                    command.organisation(),
                    item.line(),
                    item.type(),
                    item.manufacturer(),
                    item.model(),
                    normalised(item.serial()),
                    raw(item.serial()),
                    asset.clearance().name(),
                    answer.weeeCategory(),
                    answer.wasteCode(),
                    answer.dangerous(),
                    answer.source(),
                    asset.open(),
                    item.largestDimensionCm(),
                    item.placedOnMarket(),
                    item.condition(),
                    item.weightKg(),
                    asset.estimatedKg(),
                    item.instruction().action().name(),
                    item.instruction().where().name(),
                    item.instruction().level().name(),
                    version(ReferenceTable.EQUIPMENT_TYPES, item.type(), command),
                    version(ReferenceTable.WASTE_CODES, answer.wasteCode(), command));
        });
    }

    /** Media of one request, new to the register. */
    void insertMedia(UUID request, UUID organisation, Collection<LotRegistration.NewMedium> media) {
        batches.batchUpdate(
                """
                insert into medium
                    (id, asset_id, request_id, organisation_id, position, kind, attached, serial, serial_raw, model,
                     capacity_gb, status, data_action, data_place, data_level, unnamed, accepted_missing, dismissed,
                     version)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'EXPECTED', ?, ?, ?, ?, false, false, 0)
                """,
                media,
                BATCH,
                (statement, medium) -> set(
                        statement,
                        medium.id(),
                        medium.asset(),
                        request,
                        organisation,
                        medium.position(),
                        medium.kind().name(),
                        medium.attached().name(),
                        normalised(medium.serial()),
                        raw(medium.serial()),
                        medium.model(),
                        medium.capacityGb(),
                        medium.instruction().action().name(),
                        medium.instruction().where().name(),
                        medium.instruction().level().name(),
                        medium.unnamed()));
    }

    /** What the decision table said, as columns. */
    record Answer(@Nullable String weeeCategory, @Nullable String wasteCode, boolean dangerous, String source) {

        static Answer of(WasteClassification.Proposal proposal) {
            return switch (proposal) {
                case WasteClassification.Proposal.Classified said ->
                    new Answer(said.weeeCategory(), said.wasteCode(), said.dangerous(), said.source());
                case WasteClassification.Proposal.Ask ask -> new Answer(null, null, false, ask.source());
            };
        }
    }

    private @Nullable Integer version(ReferenceTable table, @Nullable String key, RegisterLot command) {
        return key == null ? null : reference.version(table, key, command.day()).orElse(null);
    }

    private static @Nullable String normalised(@Nullable SerialNumber serial) {
        return serial == null ? null : serial.normalised();
    }

    private static @Nullable String raw(@Nullable SerialNumber serial) {
        return serial == null ? null : serial.raw();
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
