package eu.boucle.decommissioning;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** The client agreed that a machine found on site goes along, or objected. */
public record FoundLineAnswered(RequestId request, int line, String tag, FoundLine.Answer answer, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return request.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("line", line, "tag", tag, "answer", answer.name());
    }
}
