package eu.boucle.decommissioning;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** The client decided again what is done with the data of a line. */
public record DataInstructionAmended(RequestId request, int line, String instruction, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return request.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("line", line, "instruction", instruction);
    }
}
