package eu.boucle.asset;

import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.SerialNumber;
import eu.boucle.shared.Weight;
import eu.boucle.shared.WeightBasis;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads assets with their media: always two statements, whatever the number of rows. */
@Component
class AssetRows {

    /** The most ids that one statement names. */
    static final int CHUNK = 1000;

    private static final String MEDIA = """
            select m.*, a.tag from medium m join asset a on a.id = m.asset_id
            where not m.dismissed and (%s) order by a.line, a.tag, m.position
            """;

    private final JdbcClient jdbc;

    AssetRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param condition over the alias {@code a}, written in this package only */
    List<AssetView> where(String condition, Map<String, ?> parameters, String order) {
        Map<UUID, List<MediumView>> media = media(condition, parameters).stream()
                .collect(Collectors.groupingBy(medium -> medium.asset().value()));
        return jdbc.sql("select a.* from asset a where " + condition + " order by " + order)
                .params(parameters)
                .query((row, number) -> asset(row, media))
                .list();
    }

    /** The first rows of an order: the media are asked for these rows only. */
    List<AssetView> first(String condition, Map<String, ?> parameters, String order, int limit) {
        List<UUID> ids = jdbc.sql("select a.id from asset a where " + condition + " order by " + order + " fetch first "
                        + limit + " rows only")
                .params(parameters)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
        return ids.isEmpty() ? List.of() : where("a.id in (:ids)", Map.of("ids", ids), order);
    }

    List<AssetView> byIds(Collection<AssetId> ids) {
        List<AssetView> found = new ArrayList<>(ids.size());
        for (List<UUID> chunk : chunks(ids.stream().map(AssetId::value).toList())) {
            found.addAll(where("a.id in (:ids)", Map.of("ids", chunk), "a.line, a.tag"));
        }
        found.sort(Comparator.comparingInt(AssetView::line)
                .thenComparing(asset -> asset.tag().value()));
        return found;
    }

    /** @param condition over the aliases {@code m} and {@code a} */
    List<MediumView> media(String condition, Map<String, ?> parameters) {
        return jdbc.sql(MEDIA.formatted(condition))
                .params(parameters)
                .query(AssetRows::medium)
                .list();
    }

    static <T> List<List<T>> chunks(Collection<T> all) {
        List<T> rest = all.stream().distinct().toList();
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < rest.size(); from += CHUNK) {
            chunks.add(rest.subList(from, Math.min(rest.size(), from + CHUNK)));
        }
        return chunks;
    }

    private static AssetView asset(ResultSet row, Map<UUID, List<MediumView>> media) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID run = row.getObject("run_id", UUID.class);
        return new AssetView(
                new AssetId(id),
                new AssetTag(row.getString("tag")),
                new RequestId(row.getObject("request_id", UUID.class)),
                row.getObject("organisation_id", UUID.class),
                row.getInt("line"),
                row.getString("equipment_type"),
                row.getString("manufacturer"),
                row.getString("model"),
                serial(row),
                AssetState.valueOf(row.getString("state")),
                Clearance.valueOf(row.getString("clearance")),
                row.getString("weee_category"),
                row.getString("waste_code"),
                row.getBoolean("dangerous"),
                row.getString("classification_source"),
                row.getBoolean("classification_open"),
                row.getBigDecimal("largest_dimension_cm"),
                row.getString("placed_on_market"),
                row.getString("item_condition"),
                weight(row),
                run == null ? null : new RunId(run),
                row.getBoolean("loss_accepted"),
                media.getOrDefault(id, List.of()));
    }

    static MediumView medium(ResultSet row, int number) throws SQLException {
        MediumStatus status = MediumStatus.valueOf(row.getString("status"));
        boolean accepted = row.getBoolean("accepted_missing");
        return new MediumView(
                new MediumId(row.getObject("id", UUID.class)),
                new AssetId(row.getObject("asset_id", UUID.class)),
                new AssetTag(row.getString("tag")),
                new RequestId(row.getObject("request_id", UUID.class)),
                row.getObject("organisation_id", UUID.class),
                MediumKind.valueOf(row.getString("kind")),
                MediumInterface.valueOf(row.getString("attached")),
                serial(row),
                row.getString("model"),
                row.getObject("capacity_gb", Integer.class),
                status,
                new DataInstruction(
                        DataAction.valueOf(row.getString("data_action")),
                        DataPlace.valueOf(row.getString("data_place")),
                        SanitizationLevel.valueOf(row.getString("data_level"))),
                row.getBoolean("unnamed"),
                accepted,
                status.decided(accepted));
    }

    private static @Nullable SerialNumber serial(ResultSet row) throws SQLException {
        String serial = row.getString("serial");
        return serial == null ? null : new SerialNumber(row.getString("serial_raw"), serial);
    }

    /** What was weighed wins over what was declared, and that over what the type usually weighs. */
    private static @Nullable Weight weight(ResultSet row) throws SQLException {
        BigDecimal received = row.getBigDecimal("received_kg");
        if (received != null) {
            return new Weight(received, WeightBasis.valueOf(row.getString("received_basis")));
        }
        BigDecimal declared = row.getBigDecimal("declared_kg");
        if (declared != null) {
            return new Weight(declared, WeightBasis.DECLARED);
        }
        BigDecimal estimated = row.getBigDecimal("estimated_kg");
        return estimated == null ? null : new Weight(estimated, WeightBasis.ESTIMATED);
    }
}
