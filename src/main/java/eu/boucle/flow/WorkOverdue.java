package eu.boucle.flow;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.util.Map;
import java.util.UUID;

/**
 * Something has waited longer than promised.
 *
 * @param reference of the case, as people say it
 * @param work the step that waits, by the id of its element
 * @param escalated false for the reminder to whoever should act, true when the compliance officer is told
 */
public record WorkOverdue(UUID subject, String reference, String work, boolean escalated, EventStamp stamp)
        implements DomainEvent {

    @Override
    public Map<String, Object> facts() {
        return Map.of("work", work, "escalated", escalated);
    }
}
