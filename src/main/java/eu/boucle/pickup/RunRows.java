package eu.boucle.pickup;

import eu.boucle.asset.AssetId;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Scope;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Period;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What belongs to runs, as rows: their requests, manifests, slips and handovers, and their list. */
@Component
class RunRows {

    private static final String SEAL_SEPARATOR = "\n";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    RunRows(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void replaceRequests(RunId run, Collection<RunView.RunRequest> requests) {
        jdbc.sql("delete from pickup_run_request where run_id = ?")
                .param(run.value())
                .update();
        batches.batchUpdate(
                "insert into pickup_run_request (run_id, request_id, reference, organisation_id) values (?, ?, ?, ?)",
                requests.stream()
                        .map(request -> new Object[] {
                            run.value(), request.id().value(), request.reference(), request.organisation()
                        })
                        .toList());
    }

    Optional<RunStatus> status(RunId run) {
        return jdbc.sql("select status from pickup_run where id = ?")
                .param(run.value())
                .query((row, number) -> RunStatus.valueOf(row.getString(1)))
                .optional();
    }

    List<RunView.RunRequest> requests(RunId run) {
        return jdbc.sql("select * from pickup_run_request where run_id = ? order by reference")
                .param(run.value())
                .query((row, number) -> new RunView.RunRequest(
                        new RequestId(row.getObject("request_id", UUID.class)),
                        row.getString("reference"),
                        row.getObject("organisation_id", UUID.class)))
                .list();
    }

    /** In the order they were planned. */
    Map<RunId, RunStatus> ofRequest(RequestId request) {
        Map<RunId, RunStatus> runs = new LinkedHashMap<>();
        jdbc.sql("select r.id, r.status from pickup_run r join pickup_run_request q on q.run_id = r.id"
                        + " where q.request_id = ? order by r.planned_at, r.id")
                .param(request.value())
                .query(row -> {
                    runs.put(new RunId(row.getObject(1, UUID.class)), RunStatus.valueOf(row.getString(2)));
                });
        return runs;
    }

    void insertManifest(RunId run, List<RunView.ManifestLine> lines) {
        List<Object[]> rows = new ArrayList<>();
        for (RunView.ManifestLine line : lines) {
            rows.add(new Object[] {
                run.value(),
                line.asset().value(),
                rows.size() + 1,
                line.tag().value(),
                line.request().value(),
                line.organisation(),
                line.type(),
                line.manufacturer(),
                line.model(),
                line.serial(),
                line.wasteCode(),
                line.dangerous(),
                line.clearance(),
                line.media(),
                line.estimatedKg()
            });
        }
        batches.batchUpdate(
                "insert into manifest_line (run_id, asset_id, position, tag, request_id, organisation_id,"
                        + " equipment_type, manufacturer, model, serial, waste_code, dangerous, clearance, media,"
                        + " estimated_kg, reception_note) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
                rows);
    }

    List<RunView.ManifestLine> manifest(RunId run) {
        return jdbc.sql("select * from manifest_line where run_id = ? order by position")
                .param(run.value())
                .query(RunRows::line)
                .list();
    }

    /** @param received RECEIVED, REFUSED or MISSING */
    void markReceived(RunId run, Map<AssetId, String> notes, String received) {
        batches.batchUpdate(
                "update manifest_line set received = ?, reception_note = ? where run_id = ? and asset_id = ?",
                notes.entrySet().stream()
                        .map(entry -> new Object[] {
                            received,
                            entry.getValue(),
                            run.value(),
                            entry.getKey().value()
                        })
                        .toList());
    }

    List<Handover.Slip> slips(RunId run) {
        return jdbc.sql("select waste_code, slip_number from pickup_slip where run_id = ? order by waste_code")
                .param(run.value())
                .query((row, number) -> new Handover.Slip(row.getString(1), row.getString(2)))
                .list();
    }

    void keepSlip(RunId run, Handover.Slip slip) {
        int changed = jdbc.sql("update pickup_slip set slip_number = ? where run_id = ? and waste_code = ?")
                .params(slip.number(), run.value(), slip.wasteCode())
                .update();
        if (changed == 0) {
            jdbc.sql("insert into pickup_slip (run_id, waste_code, slip_number) values (?, ?, ?)")
                    .params(run.value(), slip.wasteCode(), slip.number())
                    .update();
        }
    }

    List<String> dangerousCodes(RunId run) {
        return jdbc.sql("select distinct waste_code from manifest_line where run_id = ? and dangerous order by 1")
                .param(run.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    List<String> slipsMissing(RunId run) {
        return jdbc.sql("select distinct m.waste_code from manifest_line m left join pickup_slip s"
                        + " on s.run_id = m.run_id and s.waste_code = m.waste_code"
                        + " where m.run_id = ? and m.dangerous and s.run_id is null order by 1")
                .param(run.value())
                .query((row, number) -> row.getString(1))
                .list();
    }

    void insertHandover(RunId run, Handover handover, SiteAtHandover site) {
        jdbc.sql("insert into handover (run_id, driver_name, plate, signature_kind, signature_value, seals, "
                        + SiteAtHandover.COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Stream.concat(
                                Stream.of(
                                        run.value(),
                                        handover.driverName(),
                                        handover.plate(),
                                        handover.signatureKind(),
                                        handover.signatureValue(),
                                        String.join(SEAL_SEPARATOR, handover.seals())),
                                site.values())
                        .toList())
                .update();
    }

    Optional<Departed> handover(RunId run) {
        return jdbc.sql("select * from handover where run_id = ?")
                .param(run.value())
                .query((row, number) -> new Departed(
                        new Handover(
                                row.getString("driver_name"),
                                row.getString("plate"),
                                row.getString("signature_kind"),
                                row.getString("signature_value"),
                                row.getString("seals").isEmpty()
                                        ? List.of()
                                        : Arrays.asList(row.getString("seals").split(SEAL_SEPARATOR)),
                                List.of()),
                        SiteAtHandover.read(row)))
                .optional();
    }

    /** A lorry that left, and for what site, as far as that was kept. */
    record Departed(Handover handover, @Nullable SiteAtHandover site) {}

    Map<RunStatus, Integer> counts(Actor by) {
        Scope scope = by.partnerScope();
        Map<RunStatus, Integer> counts = new EnumMap<>(RunStatus.class);
        jdbc.sql("select status, count(*) from pickup_run"
                        + " where (:all or (organisation_id in (:organisations) and proposed_at is not null))"
                        + " group by status")
                .param("all", scope.all())
                .param("organisations", scope.organisations())
                .query(row -> {
                    counts.put(RunStatus.valueOf(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    /** Newest first. @param after the place of the last one seen */
    List<RunRow> page(Set<RunStatus> status, @Nullable Place after, int limit, Actor by) {
        Scope scope = by.partnerScope();
        List<RunRow> rows = jdbc.sql(
                        "select r.id, r.reference, r.status, s.name, r.window_from, r.window_to, r.planned_at,"
                                + " r.assets"
                                + " from pickup_run r join partner_site s on s.id = r.partner_site_id"
                                + " where (:all or (r.organisation_id in (:organisations) and r.proposed_at is not null))"
                                + (status.isEmpty() ? "" : " and r.status in (:status)")
                                + (after == null
                                        ? ""
                                        : " and (r.planned_at < :at or (r.planned_at = :at and r.id < :id))")
                                + " order by r.planned_at desc, r.id desc fetch first " + limit + " rows only")
                .param("all", scope.all())
                .param("organisations", scope.organisations())
                .param("status", status.stream().map(Enum::name).toList())
                .param("at", after == null ? null : after.at().atOffset(ZoneOffset.UTC))
                .param("id", after == null ? null : after.id())
                .query(RunRows::row)
                .list();
        Map<UUID, List<String>> references = references(rows);
        return rows.stream()
                .map(row -> new RunRow(
                        row.id(),
                        row.reference(),
                        row.status(),
                        row.partnerSite(),
                        row.window(),
                        row.assets(),
                        references.getOrDefault(row.id().value(), List.of()),
                        row.plannedAt()))
                .toList();
    }

    /** A place in the list. */
    record Place(Instant at, UUID id) {}

    private Map<UUID, List<String>> references(List<RunRow> rows) {
        Map<UUID, List<String>> references = new LinkedHashMap<>();
        if (!rows.isEmpty()) {
            jdbc.sql("select run_id, reference from pickup_run_request where run_id in (:runs) order by reference")
                    .param("runs", rows.stream().map(row -> row.id().value()).toList())
                    .query(row -> {
                        references
                                .computeIfAbsent(row.getObject(1, UUID.class), run -> new ArrayList<>())
                                .add(row.getString(2));
                    });
        }
        return references;
    }

    private static RunRow row(ResultSet row, int number) throws SQLException {
        return new RunRow(
                new RunId(row.getObject("id", UUID.class)),
                row.getString("reference"),
                RunStatus.valueOf(row.getString("status")),
                row.getString("name"),
                new Period(row.getObject("window_from", LocalDate.class), row.getObject("window_to", LocalDate.class)),
                row.getInt("assets"),
                List.of(),
                row.getObject("planned_at", OffsetDateTime.class).toInstant());
    }

    private static RunView.ManifestLine line(ResultSet row, int number) throws SQLException {
        return new RunView.ManifestLine(
                new AssetId(row.getObject("asset_id", UUID.class)),
                new AssetTag(row.getString("tag")),
                new RequestId(row.getObject("request_id", UUID.class)),
                row.getObject("organisation_id", UUID.class),
                row.getString("equipment_type"),
                row.getString("manufacturer"),
                row.getString("model"),
                row.getString("serial"),
                row.getString("waste_code"),
                row.getBoolean("dangerous"),
                row.getString("clearance"),
                row.getInt("media"),
                row.getBigDecimal("estimated_kg"),
                row.getString("received"),
                row.getString("reception_note"));
    }
}
