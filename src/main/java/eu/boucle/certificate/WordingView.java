package eu.boucle.certificate;

import eu.boucle.identity.Language;
import eu.boucle.shared.NotFound;
import java.util.List;

/** The wording of one document in one language with its versions, oldest first. */
public record WordingView(CertificateType type, Language language, List<WordingVersion> versions) {

    public WordingVersion latest() {
        return versions.getLast();
    }

    /** The one by which papers are drawn: the latest approved, else the shipped one. */
    public WordingVersion current() {
        return versions.reversed().stream()
                .filter(WordingVersion::approved)
                .findFirst()
                .orElse(versions.getFirst());
    }

    public WordingVersion version(int number) {
        return versions.stream()
                .filter(one -> one.version() == number)
                .findFirst()
                .orElseThrow(NotFound::new);
    }
}
