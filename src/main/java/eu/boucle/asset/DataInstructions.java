package eu.boucle.asset;

import eu.boucle.identity.Actor;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.StateForbids;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The client's instruction as the register follows it. Who decided, when and what before, {@code decommissioning} keeps. */
@Service
@Transactional
public class DataInstructions {

    private static final String OPEN = "m.status in ('EXPECTED', 'UNDECIDED', 'FAILED')";

    /** Erased, and still in our hands: it can be erased better, or destroyed, when its client asks for more. */
    private static final String MAY_BE_DONE_AGAIN =
            "m.status = 'ERASED' and a.state in ('DECLARED', 'TAGGED') and :asksMore";

    private final AssetMoves moves;
    private final AssetRows rows;
    private final JdbcClient jdbc;

    DataInstructions(AssetMoves moves, AssetRows rows, JdbcClient jdbc) {
        this.moves = moves;
        this.rows = rows;
        this.jdbc = jdbc;
    }

    /**
     * Changes what is asked of the media of a line that are not decided, and of erased ones still here when it asks for more
     * than erasing before; the others stay what they became. Unscoped: the caller has the request.
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
        List<MediumView> open = concerned(place, to);
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
        return rows.media(
                "m.id in (:ids)",
                Map.of("ids", open.stream().map(medium -> medium.id().value()).toList()));
    }

    /** Lines of a request with media that a later instruction would still concern. Unscoped: the caller has the request. */
    @Transactional(readOnly = true)
    public Set<Integer> open(RequestId request) {
        return Set.copyOf(jdbc.sql("select distinct a.line from medium m join asset a on a.id = m.asset_id"
                        + " where m.request_id = :request and not m.dismissed and (" + OPEN + " or " + MAY_BE_DONE_AGAIN
                        + ")")
                .param("request", request.value())
                .param("asksMore", true)
                .query(Integer.class)
                .list());
    }

    private List<MediumView> concerned(Map<String, Object> place, DataInstruction to) {
        Map<String, Object> parameters = new HashMap<>(place);
        parameters.put("asksMore", to.action() == DataAction.DESTROY || to.level() != SanitizationLevel.CLEAR);
        return rows
                .media(
                        "a.request_id = :request and a.line = :line and (" + OPEN + " or " + MAY_BE_DONE_AGAIN + ")",
                        parameters)
                .stream()
                .filter(medium -> medium.status() != MediumStatus.ERASED || more(to, medium.instruction()))
                .toList();
    }

    private static boolean more(DataInstruction to, DataInstruction than) {
        return to.action() == DataAction.DESTROY
                || to.action() == DataAction.ERASE && to.level().compareTo(than.level()) > 0;
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
