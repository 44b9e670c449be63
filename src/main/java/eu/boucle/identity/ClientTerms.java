package eu.boucle.identity;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Command: how a client wants to be served.
 *
 * @param mediaDays working days to decide its media; absent for the host's own delay
 * @throws Invalid naming everything that is wrong
 */
public record ClientTerms(Language language, @Nullable Integer mediaDays, List<ToldContact> contacts) {

    public static final int MOST_MEDIA_DAYS = 250;

    public ClientTerms {
        Texts texts = new Texts();
        if (mediaDays != null && (mediaDays < 1 || mediaDays > MOST_MEDIA_DAYS)) {
            texts.add(new Problem("mediaDays", "MEDIA_DAYS_WRONG", mediaDays.toString(), List.of(MOST_MEDIA_DAYS)));
        }
        WriteOrganisation.check(contacts, texts);
        texts.refuse();
        contacts = contacts.stream().filter(contact -> !contact.blank()).toList();
    }
}
