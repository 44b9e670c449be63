package eu.boucle.pickup;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Loading is over and the manifest frozen. */
public record RunClosed(
        RunId run,
        String reference,
        List<RequestId> requests,
        int assets,
        boolean dangerous,
        String manifestSha256,
        EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return run.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("reference", reference, "assets", assets, "dangerous", dangerous, "manifest", manifestSha256);
    }
}
