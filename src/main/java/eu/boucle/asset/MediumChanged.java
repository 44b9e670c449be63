package eu.boucle.asset;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** A medium changed its status on evidence. */
public record MediumChanged(
        MediumId medium,
        AssetId asset,
        RequestId request,
        MediumStatus from,
        MediumStatus to,
        String evidence,
        EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return medium.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("from", from.name(), "to", to.name(), "evidence", evidence);
    }
}
