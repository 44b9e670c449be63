package eu.boucle.asset;

import eu.boucle.shared.NotFound;
import eu.boucle.shared.StateForbids;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of single media. */
@Component
class Media {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final AssetRows rows;

    Media(JdbcClient jdbc, JdbcTemplate batches, AssetRows rows) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.rows = rows;
    }

    Optional<MediumView> find(MediumId id) {
        return rows.media("m.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /** The medium, its asset locked first: two media of one asset are decided one after the other. */
    Medium hold(MediumId id) {
        return hold(List.of(id)).getFirst();
    }

    /** In the order given; the assets are locked in one order, whatever the order given. @throws NotFound when one is unknown */
    List<Medium> hold(Collection<MediumId> ids) {
        Map<MediumId, MediumView> views = new HashMap<>();
        Map<MediumId, MediumStatus> before = new HashMap<>();
        List<List<UUID>> chunks =
                AssetRows.chunks(ids.stream().map(MediumId::value).sorted().toList());
        for (List<UUID> chunk : chunks) {
            jdbc.sql("select id from asset where id in (select asset_id from medium where id in (:ids)) order by id"
                            + " for update")
                    .param("ids", chunk)
                    .query(UUID.class)
                    .list();
            rows.media("m.id in (:ids)", Map.of("ids", chunk)).forEach(view -> views.put(view.id(), view));
            jdbc.sql("select id, coalesce(status_before, 'EXPECTED') from medium where id in (:ids)")
                    .param("ids", chunk)
                    .query(row -> {
                        before.put(new MediumId(row.getObject(1, UUID.class)), MediumStatus.valueOf(row.getString(2)));
                    });
        }
        if (!views.keySet().containsAll(ids)) {
            throw new NotFound();
        }
        return ids.stream()
                .map(id -> new Medium(Objects.requireNonNull(views.get(id)), Objects.requireNonNull(before.get(id))))
                .toList();
    }

    void write(List<MediumChanged> changes) {
        int[][] rows = batches.batchUpdate("""
                update medium set status = ?, status_before = ?, accepted_missing = false,
                    lost_with_asset = false, version = version + 1
                where id = ? and status = ?
                """, changes, AssetRows.CHUNK, (statement, changed) -> {
            statement.setString(1, changed.to().name());
            statement.setString(2, changed.from().name());
            statement.setObject(3, changed.medium().value());
            statement.setString(4, changed.from().name());
        });
        if (Arrays.stream(rows).flatMapToInt(Arrays::stream).anyMatch(changed -> changed == 0)) {
            throw new StateForbids("CHANGED_MEANWHILE");
        }
    }

    void acceptLoss(MediumId id) {
        jdbc.sql("update medium set accepted_missing = true, version = version + 1 where id = :id")
                .param("id", id.value())
                .update();
    }

    /** The stand-in gets the name of what was found. */
    void name(MediumId standIn, RegisterLot.ExpectedMedium found) {
        settle(standIn, found.kind(), found.attached());
        jdbc.sql("""
                update medium set serial = :serial, serial_raw = :raw, model = :model, capacity_gb = :capacity,
                    unnamed = false, empty_said_by = null
                where id = :id
                """)
                .param("serial", found.serial() == null ? null : found.serial().normalised())
                .param("raw", found.serial() == null ? null : found.serial().raw())
                .param("model", found.model())
                .param("capacity", found.capacityGb(), java.sql.Types.INTEGER)
                .param("id", standIn.value())
                .update();
    }

    void settle(MediumId id, MediumKind kind, MediumInterface attached) {
        jdbc.sql("update medium set kind = :kind, attached = :attached, version = version + 1 where id = :id")
                .param("kind", kind.name())
                .param("attached", attached.name())
                .param("id", id.value())
                .update();
    }

    @Nullable
    UUID emptySaidBy(MediumId id) {
        return jdbc.sql("select empty_said_by from medium where id = :id")
                .param("id", id.value())
                .query((row, number) -> Optional.ofNullable(row.getObject(1, UUID.class)))
                .single()
                .orElse(null);
    }

    void sayEmpty(MediumId id, @Nullable UUID person, boolean dismissed) {
        jdbc.sql("""
                update medium set empty_said_by = :person, dismissed = :dismissed, version = version + 1 where id = :id
                """)
                .param("person", person)
                .param("dismissed", dismissed)
                .param("id", id.value())
                .update();
    }

    List<MediumView> ofAsset(AssetId asset) {
        return rows.media("m.asset_id = :asset", Map.of("asset", asset.value()));
    }

    /** Positions of dismissed media stay taken. */
    int nextPosition(AssetId asset) {
        return jdbc.sql("select coalesce(max(position), -1) + 1 from medium where asset_id = :asset")
                .param("asset", asset.value())
                .query(Integer.class)
                .single();
    }

    DataInstruction instructionOf(AssetId asset) {
        return jdbc.sql("select data_action, data_place, data_level from asset where id = :asset")
                .param("asset", asset.value())
                .query((row, number) -> new DataInstruction(
                        DataAction.valueOf(row.getString(1)),
                        DataPlace.valueOf(row.getString(2)),
                        SanitizationLevel.valueOf(row.getString(3))))
                .single();
    }
}
