package eu.boucle.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to whom a letter may go: a person with an account, or a contact that an organisation named.
 *
 * @param person absent for a contact
 * @param contact a key of the contact that is not its address; absent for a person
 * @param told whether letters about what happens are wanted
 */
public record Addressee(
        @Nullable UUID person, @Nullable String contact, String email, String name, Language language, boolean told) {

    /** Keeps the address out of logs. */
    @Override
    public String toString() {
        return "Addressee[" + (person == null ? contact : person) + "]";
    }
}
