package eu.boucle.certificate;

import eu.boucle.identity.Language;
import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

/** A person other than the editor approved a version: papers are drawn by it from now on. */
public record WordingApproved(CertificateType type, Language language, int version, EventStamp stamp)
        implements DomainEvent {

    /** A document's wording has no id of its own: one is made of its type and language, the same for ever. */
    @Override
    public UUID subject() {
        return UUID.nameUUIDFromBytes(("wording/" + type + "/" + language).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, Object> facts() {
        return Map.of("type", type.name(), "language", language.name(), "version", version);
    }
}
