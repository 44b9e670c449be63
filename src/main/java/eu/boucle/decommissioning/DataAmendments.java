package eu.boucle.decommissioning;

import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.DataInstructions;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.MediumView;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.identity.Actor;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.StateForbids;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The client, as controller, decides again what is done with the data of a line after acceptance. Kept beside the first
 * instruction; nobody else can lower what was asked.
 */
@Service
@Transactional
public class DataAmendments {

    private final RequestAuthors authors;
    private final RequestCabinet cabinet;
    private final DataInstructions register;
    private final TechniqueTable techniques;
    private final JdbcClient jdbc;

    DataAmendments(
            RequestAuthors authors,
            RequestCabinet cabinet,
            DataInstructions register,
            TechniqueTable techniques,
            JdbcClient jdbc) {
        this.authors = authors;
        this.cabinet = cabinet;
        this.register = register;
        this.techniques = techniques;
        this.jdbc = jdbc;
    }

    /**
     * CLIENT.
     *
     * @param line from 1, as the request's pages number them; machines found on site have lines too
     * @throws StateForbids {@code INSTRUCTION_TOO_EARLY}, {@code INSTRUCTION_TOO_LATE}
     * @throws eu.boucle.shared.Invalid {@code LEVEL_UNREACHABLE} when no technique reaches it on that medium
     */
    public DataAmendment amend(String reference, int line, DataInstruction to, Reason reason, Actor by) {
        DecommissioningRequest request = authors.own(reference, by);
        Instant now = cabinet.now();
        refuseUnlessWorked(request, line);
        Findings found = new Findings();
        LineRules.contradiction("level", to, found);
        found.refuse();
        List<MediumView> concerned = register.amend(request.requestId(), line, to, by, now);
        concerned.forEach(medium -> reachable(medium, to, found));
        found.refuse();
        DataAmendment amendment = new DataAmendment(line, to, reason.text(), by.person(), now);
        keep(request, amendment);
        cabinet.tell(new DataInstructionAmended(
                request.requestId(),
                line,
                to.action() + " " + to.where() + " " + to.level(),
                by.stamp(request.organisation(), now)));
        return amendment;
    }

    /** Before registration the request itself is edited or given back; after its end nothing is left to decide. */
    private static void refuseUnlessWorked(DecommissioningRequest request, int line) {
        RequestStatus status = request.status();
        if (status.ordinal() < RequestStatus.IN_PREPARATION.ordinal()) {
            throw new StateForbids("INSTRUCTION_TOO_EARLY", request.reference());
        }
        if (status.ended()) {
            throw new StateForbids("INSTRUCTION_TOO_LATE", line);
        }
    }

    private void reachable(MediumView medium, DataInstruction to, Findings found) {
        if (to.action() != DataAction.ERASE) {
            return;
        }
        techniques
                .highestByErasing(medium.kind(), medium.attached())
                .filter(highest -> highest.compareTo(to.level()) < 0)
                .ifPresent(highest -> found.add("level", "LEVEL_UNREACHABLE", to.level(), to.level(), highest));
    }

    private void keep(DecommissioningRequest request, DataAmendment amendment) {
        jdbc.sql("""
                insert into data_amendment (id, request_id, line, organisation_id, data_action, data_where, data_level,
                    reason, decided_by, decided_at)
                values (:id, :request, :line, :organisation, :action, :where, :level, :reason, :by, :at)
                """)
                .param("id", UUID.randomUUID())
                .param("request", request.requestId().value())
                .param("line", amendment.line())
                .param("organisation", request.organisation())
                .param("action", amendment.instruction().action().name())
                .param("where", amendment.instruction().where().name())
                .param("level", amendment.instruction().level().name())
                .param("reason", amendment.reason())
                .param("by", amendment.decidedBy())
                .param("at", amendment.decidedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lines whose instruction may still change something. Unscoped: the caller has the request. */
    @Transactional(readOnly = true)
    public Set<Integer> open(RequestId request) {
        return register.open(request);
    }

    /** Oldest first. Unscoped: the caller has the request. */
    @Transactional(readOnly = true)
    public List<DataAmendment> of(RequestId request) {
        return jdbc.sql("select * from data_amendment where request_id = :request order by line, decided_at, id")
                .param("request", request.value())
                .query((row, number) -> new DataAmendment(
                        row.getInt("line"),
                        new DataInstruction(
                                DataAction.valueOf(row.getString("data_action")),
                                DataPlace.valueOf(row.getString("data_where")),
                                SanitizationLevel.valueOf(row.getString("data_level"))),
                        row.getString("reason"),
                        row.getObject("decided_by", UUID.class),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
