package eu.boucle.reference;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The officer changed, added, ended or brought back a row of a reference table. */
public record ReferenceRowChanged(
        ReferenceTable table,
        String key,
        int version,
        LocalDate from,
        boolean ended,
        @Nullable Integer restored,
        EventStamp stamp)
        implements DomainEvent {

    /** A row has no id of its own: one is made of its table and key, the same for ever. */
    @Override
    public UUID subject() {
        return UUID.nameUUIDFromBytes((table.tableName() + "/" + key).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("table", table.tableName());
        facts.put("key", key);
        facts.put("version", version);
        facts.put("from", from.toString());
        facts.put("ended", ended);
        if (restored != null) {
            facts.put("restored", restored);
        }
        return facts;
    }
}
