package eu.boucle.notification;

import eu.boucle.identity.Addressee;
import java.util.Optional;
import java.util.Set;

/** Writes letters of some kinds, at the moment they leave. */
interface LetterWriter {

    Set<LetterKind> kinds();

    /** @return empty when there is nothing to tell any more */
    Optional<Content> write(Letter letter, Addressee to);
}
