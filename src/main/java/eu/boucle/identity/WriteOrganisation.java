package eu.boucle.identity;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Problem;
import eu.boucle.shared.Siret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Command: what the administrator keeps of an organisation.
 *
 * @param siret of its seat; absent for one outside France
 * @param vatNumber empty when it has none
 * @throws Invalid naming everything that is wrong
 */
public record WriteOrganisation(
        OrganisationKind kind,
        String name,
        @Nullable Siret siret,
        String vatNumber,
        PostalAddress address,
        Language language,
        List<ToldContact> contacts) {

    public static final int MOST_CONTACTS = 20;

    public WriteOrganisation {
        name = name.strip();
        vatNumber = VatNumber.clean(vatNumber);
        Texts texts = new Texts();
        texts.required("name", name, 120);
        if (!VatNumber.holds(vatNumber, siret)) {
            texts.add(new Problem("vatNumber", "VAT_WRONG", vatNumber));
        }
        texts.address(address);
        check(contacts, texts);
        texts.refuse();
        contacts = contacts.stream().filter(contact -> !contact.blank()).toList();
    }

    /** As typed: a number that is none is told with everything else that is wrong. */
    public static WriteOrganisation of(
            OrganisationKind kind,
            String name,
            String siret,
            String vatNumber,
            PostalAddress address,
            Language language,
            List<ToldContact> contacts) {
        Siret checked = null;
        Problem wrong = null;
        if (!siret.isBlank()) {
            try {
                checked = new Siret(siret);
            } catch (Invalid e) {
                wrong = e.problems().getFirst();
            }
        }
        if (wrong == null) {
            return new WriteOrganisation(kind, name, checked, vatNumber, address, language, contacts);
        }
        Texts texts = new Texts();
        texts.add(wrong);
        try {
            new WriteOrganisation(kind, name, null, vatNumber, address, language, contacts);
        } catch (Invalid others) {
            others.problems().forEach(texts::add);
        }
        texts.refuse();
        throw new IllegalStateException("refused above");
    }

    /** Blank ones are rows of a form that nobody filled in. */
    static void check(List<ToldContact> contacts, Texts texts) {
        if (contacts.size() > MOST_CONTACTS) {
            texts.add(new Problem(
                    "contacts", "CONTACTS_TOO_MANY", Integer.toString(contacts.size()), List.of(MOST_CONTACTS)));
            return;
        }
        for (int i = 0; i < contacts.size(); i++) {
            ToldContact contact = contacts.get(i);
            if (contact.blank()) {
                continue;
            }
            texts.required("contacts/" + i + "/name", contact.name(), 120);
            texts.email("contacts/" + i + "/email", contact.email());
            texts.optional("contacts/" + i + "/phone", contact.phone(), 40);
        }
    }
}
