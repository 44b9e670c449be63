package eu.boucle.identity;

import java.util.Set;

/**
 * Somebody whom an organisation names: to be reached, and to be told about some things. Needs no account.
 *
 * @param phone empty when none was given
 */
public record ToldContact(String name, String email, String phone, Set<Topic> topics) {

    public ToldContact {
        name = name.strip();
        email = email.strip();
        phone = phone.strip();
        topics = Set.copyOf(topics);
    }

    boolean blank() {
        return name.isEmpty() && email.isEmpty() && phone.isEmpty();
    }
}
