package eu.boucle.asset;

import eu.boucle.identity.Actor;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.StateForbids;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The client's instruction as the register follows it. Who decided, when and what before, {@code decommissioning} keeps. */
@Service
@Transactional
public class DataInstructions {

    private static final String OPEN = "m.status in ('EXPECTED', 'UNDECIDED', 'FAILED')";

    private final AssetMoves moves;
    private final AssetRows rows;
    private final JdbcClient jdbc;

    DataInstructions(AssetMoves moves, AssetRows rows, JdbcClient jdbc) {
        this.moves = moves;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /**
     * Changes what is asked of the media of a line that are not decided; the others stay what they became. Unscoped: the
     * caller has the request.
     *
     * @return the media that it concerns now
     * @throws StateForbids {@code INSTRUCTION_TOO_LATE} when every medium of the line is decided or gone
     * @throws Invalid {@code LOT_DATA_NONE_WITH_MEDIA}
     */
    public List<MediumView> amend(RequestId request, int line, DataInstruction to, Actor by, Instant at) {
        Map<String, Object> place = Map.of("request", request.value(), "line", line);
        List<AssetId> assets = jdbc.sql("select id from asset where request_id = :request and line = :line")
                .params(place)
                .query((row, number) -> new AssetId(row.getObject(1, UUID.class)))
                .list();
        moves.hold(assets);
        List<MediumView> open = rows.media("a.request_id = :request and a.line = :line and " + OPEN, place);
        if (open.isEmpty()) {
            throw new StateForbids("INSTRUCTION_TOO_LATE", line);
        }
        long named = open.stream().filter(medium -> !medium.unnamed()).count();
        if (to.action() == DataAction.NONE && named > 0) {
            throw new Invalid(List.of(
                    new Problem("action", "LOT_DATA_NONE_WITH_MEDIA", Integer.toString(line), List.of((int) named))));
        }
        List<AssetId> concerned =
                open.stream().map(MediumView::asset).distinct().toList();
        DataInstruction from = open.getFirst().instruction();
        moves.set(
                moves.hold(concerned),
                "data_action = :action, data_place = :place, data_level = :level",
                columns(to),
                "amendData",
                by,
                at,
                words(from) + " → " + words(to));
        for (List<UUID> ids : AssetRows.chunks(
                open.stream().map(medium -> medium.id().value()).toList())) {
            jdbc.sql("update medium set data_action = :action, data_place = :place, data_level = :level,"
                            + " version = version + 1 where id in (:ids)")
                    .params(columns(to))
                    .param("ids", ids)
                    .update();
        }
        return rows.media("a.request_id = :request and a.line = :line and " + OPEN, place);
    }

    private static Map<String, String> columns(DataInstruction to) {
        return Map.of(
                "action",
                to.action().name(),
                "place",
                to.where().name(),
                "level",
                to.level().name());
    }

    private static String words(DataInstruction instruction) {
        return instruction.action() + " " + instruction.where() + " " + instruction.level();
    }
}
