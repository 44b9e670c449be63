package eu.boucle.pickup;

import eu.boucle.identity.Scope;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.RunId;
import eu.boucle.shared.StateForbids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The notes that correct handovers, as rows. */
@Component
class CorrectionRows {

    private static final String LINE = "\n";
    private static final String BETWEEN = "\t";

    private final JdbcClient jdbc;

    CorrectionRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws StateForbids {@code CORRECTION_UNANSWERED} while another note of the run awaits the partner */
    void insert(HandoverCorrection note, Run run) {
        try {
            jdbc.sql("insert into handover_correction (id, run_id, number, organisation_id, driver_name, plate,"
                            + " handed_over_at, seals, slips, not_left, unlisted, reason, standing, open_key, written_at,"
                            + " written_by, written_name) values (:id, :run, :number, :organisation, :driver, :plate, :at,"
                            + " :seals, :slips, :notLeft, :unlisted, :reason, :standing, :run, :writtenAt, :writtenBy,"
                            + " :writtenName)")
                    .param("id", note.id())
                    .param("run", note.run().value())
                    .param("number", note.number())
                    .param("organisation", run.organisation())
                    .param("driver", note.driverName())
                    .param("plate", note.plate())
                    .param("at", at(note.handedOverAt()))
                    .param("seals", note.seals() == null ? null : String.join(LINE, note.seals()))
                    .param(
                            "slips",
                            note.slips().stream()
                                    .map(slip -> slip.wasteCode() + BETWEEN + slip.number())
                                    .collect(Collectors.joining(LINE)))
                    .param("notLeft", tags(note.notLeft()))
                    .param("unlisted", tags(note.unlisted()))
                    .param("reason", note.reason())
                    .param("standing", note.standing().name())
                    .param("writtenAt", at(note.writtenAt()))
                    .param("writtenBy", note.writtenBy())
                    .param("writtenName", note.writtenName())
                    .update();
        } catch (DuplicateKeyException e) {
            throw new StateForbids("CORRECTION_UNANSWERED", run.reference());
        }
    }

    /** @return false when it was answered before */
    boolean answer(
            HandoverCorrection note,
            HandoverCorrection.Standing standing,
            String name,
            String reason,
            @Nullable UUID by,
            Instant at) {
        return jdbc.sql("update handover_correction set standing = :standing, open_key = null, answered_at = :at,"
                                + " answered_by = :by, answered_name = :name, answer_reason = :reason where id = :id"
                                + " and standing = 'WRITTEN'")
                        .param("standing", standing.name())
                        .param("at", at(at))
                        .param("by", by)
                        .param("name", name)
                        .param("reason", reason)
                        .param("id", note.id())
                        .update()
                == 1;
    }

    List<HandoverCorrection> of(RunId run) {
        return jdbc.sql("select * from handover_correction where run_id = ? order by number")
                .param(run.value())
                .query(CorrectionRows::note)
                .list();
    }

    Optional<HandoverCorrection> of(RunId run, int number) {
        return jdbc.sql("select * from handover_correction where run_id = ? and number = ?")
                .params(run.value(), number)
                .query(CorrectionRows::note)
                .optional();
    }

    /** A note that awaits the partner. */
    record Waiting(RunId run, String reference, UUID organisation, int number, Instant since) {}

    List<Waiting> waiting(Scope scope, int most) {
        return jdbc.sql(
                        "select c.run_id, r.reference, c.organisation_id, c.number, c.written_at from handover_correction c"
                                + " join pickup_run r on r.id = c.run_id where c.standing = 'WRITTEN'"
                                + " and (:all or c.organisation_id in (:organisations)) order by c.written_at, c.id"
                                + " fetch first :most rows only")
                .param("all", scope.all())
                .param("organisations", scope.organisations())
                .param("most", most)
                .query((row, position) -> new Waiting(
                        new RunId(row.getObject("run_id", UUID.class)),
                        row.getString("reference"),
                        row.getObject("organisation_id", UUID.class),
                        row.getInt("number"),
                        row.getObject("written_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    private static String tags(List<AssetTag> tags) {
        return tags.stream().map(AssetTag::value).collect(Collectors.joining(" "));
    }

    private static List<AssetTag> tags(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(" ")).map(AssetTag::new).toList();
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static HandoverCorrection note(ResultSet row, int position) throws SQLException {
        String seals = row.getString("seals");
        String slips = row.getString("slips");
        return new HandoverCorrection(
                row.getObject("id", UUID.class),
                new RunId(row.getObject("run_id", UUID.class)),
                row.getInt("number"),
                row.getString("driver_name"),
                row.getString("plate"),
                instant(row, "handed_over_at"),
                seals == null ? null : seals.isEmpty() ? List.of() : List.of(seals.split(LINE)),
                slips.isEmpty()
                        ? List.of()
                        : Arrays.stream(slips.split(LINE))
                                .map(line -> line.split(BETWEEN, 2))
                                .map(parts -> new Handover.Slip(parts[0], parts[1]))
                                .toList(),
                tags(row.getString("not_left")),
                tags(row.getString("unlisted")),
                row.getString("reason"),
                HandoverCorrection.Standing.valueOf(row.getString("standing")),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getObject("written_by", UUID.class),
                row.getString("written_name"),
                instant(row, "answered_at"),
                row.getObject("answered_by", UUID.class),
                row.getString("answered_name"),
                row.getString("answer_reason"));
    }
}
