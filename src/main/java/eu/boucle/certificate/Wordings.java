package eu.boucle.certificate;

import eu.boucle.identity.Language;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The words by which papers are drawn now. */
@Component
class Wordings {

    private final WordingShelf shelf;
    private final MessageSource messages;

    Wordings(WordingShelf shelf, MessageSource messages) {
        this.shelf = shelf;
        this.messages = messages;
    }

    Wording inForce(Language language, ZoneId zone) {
        Map<CertificateType, Template> templates = new EnumMap<>(CertificateType.class);
        shelf.all(language).forEach((type, wording) -> {
            WordingVersion version = wording.current();
            templates.put(type, new Template(type, version.version(), version.approved(), version.clauses()));
        });
        return new Wording(messages, language.locale(), zone, templates);
    }
}
