package eu.boucle.decommissioning;

import eu.boucle.asset.AssetId;
import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.RequestId;
import java.util.Map;
import java.util.UUID;

/** A question on an asset is settled, or no longer asked. */
public record AssetQuestionClosed(QuestionId question, RequestId request, AssetId asset, String tag, EventStamp stamp)
        implements DomainEvent {

    @Override
    public UUID subject() {
        return request.value();
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of(
                "question", question.value().toString(), "asset", asset.value().toString(), "tag", tag);
    }
}
