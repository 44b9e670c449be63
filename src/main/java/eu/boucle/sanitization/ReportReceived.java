package eu.boucle.sanitization;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.util.Map;
import java.util.UUID;

/** An erasure report was received and read. */
public record ReportReceived(ReportId report, String sha256, int drives, EventStamp stamp) implements DomainEvent {

    @Override
    public UUID subject() {
        return report.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("sha256", sha256, "drives", drives);
    }
}
