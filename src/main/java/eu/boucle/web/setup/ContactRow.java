package eu.boucle.web.setup;

import eu.boucle.identity.ToldContact;
import eu.boucle.identity.Topic;
import eu.boucle.identity.WriteOrganisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One contact as a row of a form; blank ones stand after those known. */
record ContactRow(String name, String email, String phone, Set<Topic> topics) {

    private static final int BLANK_ROWS = 2;

    static List<ContactRow> rows(List<ToldContact> known) {
        List<ContactRow> rows = new ArrayList<>();
        known.forEach(contact ->
                rows.add(new ContactRow(contact.name(), contact.email(), contact.phone(), contact.topics())));
        for (int i = 0; i < BLANK_ROWS && rows.size() < WriteOrganisation.MOST_CONTACTS; i++) {
            rows.add(new ContactRow("", "", "", Set.of()));
        }
        return rows;
    }
}
