package eu.boucle.decommissioning;

import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a client usually asks for its data. It only pre-fills the form: the instruction of each request stays the client's
 * own decision, kept with that request.
 */
@Service
@Transactional
public class DefaultInstructions {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DefaultInstructions(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @throws eu.boucle.shared.NotFound when it is another client's */
    @Transactional(readOnly = true)
    public Optional<DataInstruction> of(OrganisationId client, Actor by) {
        by.requireCare(client);
        return jdbc.sql("select data_action, data_where, data_level from default_instruction where organisation_id = ?")
                .param(client.value())
                .query((row, number) -> new DataInstruction(
                        DataAction.valueOf(row.getString("data_action")),
                        DataPlace.valueOf(row.getString("data_where")),
                        SanitizationLevel.valueOf(row.getString("data_level"))))
                .optional();
    }

    /** The client's people, or staff who keep its record. @param instruction absent for none. @throws eu.boucle.shared.Invalid {@code LEVEL_UNREACHABLE} */
    public void decide(OrganisationId client, @Nullable DataInstruction instruction, Actor by) {
        Optional<DataInstruction> before = of(client, by);
        if (before.equals(Optional.ofNullable(instruction))) {
            return;
        }
        Instant now = clock.instant();
        jdbc.sql("delete from default_instruction where organisation_id = ?")
                .param(client.value())
                .update();
        if (instruction != null) {
            Findings found = new Findings();
            LineRules.contradiction("data/level", instruction, found);
            found.refuse();
            jdbc.sql(
                            "insert into default_instruction (organisation_id, data_action, data_where, data_level, decided_at,"
                                    + " decided_by) values (?, ?, ?, ?, ?, ?)")
                    .param(client.value())
                    .param(instruction.action().name())
                    .param(instruction.where().name())
                    .param(instruction.level().name())
                    .param(now.atOffset(ZoneOffset.UTC))
                    .param(by.person())
                    .update();
        }
        events.publishEvent(new DefaultInstructionDecided(client, instruction, by.stamp(client.value(), now)));
    }
}
