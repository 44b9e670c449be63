package eu.boucle.certificate;

import eu.boucle.identity.Language;
import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** The approval of a version was withdrawn: papers are drawn by the one approved before. */
public record WordingWithdrawn(CertificateType type, Language language, int version, String reason, EventStamp stamp)
        implements DomainEvent {

    /** A document's wording has no id of its own: one is made of its type and language, the same for ever. */
    @Override
    public UUID subject() {
        return UUID.nameUUIDFromBytes(("wording/" + type + "/" + language).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("type", type.name(), "language", language.name(), "version", version, "reason", reason);
    }
}
