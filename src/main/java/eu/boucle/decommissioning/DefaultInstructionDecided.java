package eu.boucle.decommissioning;

import eu.boucle.asset.DataInstruction;
import eu.boucle.identity.OrganisationId;
import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a client's form will propose for its data. @param instruction absent for nothing */
public record DefaultInstructionDecided(
        OrganisationId client, @Nullable DataInstruction instruction, EventStamp stamp) implements DomainEvent {

    @Override
    public UUID subject() {
        return client.value();
    }

    @Override
    public Map<String, Object> facts() {
        return instruction == null
                ? Map.of()
                : Map.of(
                        "action", instruction.action().name(),
                        "where", instruction.where().name(),
                        "level", instruction.level().name());
    }
}
