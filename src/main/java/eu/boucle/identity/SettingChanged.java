package eu.boucle.identity;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** The host set one of its settings; the reason is in the setting's own history. */
public record SettingChanged(Setting setting, String before, String after, EventStamp stamp) implements DomainEvent {

    /** The same for ever for one setting. */
    @Override
    public UUID subject() {
        return UUID.nameUUIDFromBytes(("setting/" + setting.name()).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("setting", setting.name(), "before", before, "after", after);
    }
}
