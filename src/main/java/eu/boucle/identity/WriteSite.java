package eu.boucle.identity;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.PostalAddress;

/**
 * Command: what is known of a site from now on. Papers and requests already made keep what they said.
 *
 * @throws Invalid naming each missing or over-long field
 */
public record WriteSite(String name, PostalAddress address, AccessNotes notes) {

    public WriteSite {
        check(name, address, notes);
    }

    static void check(String name, PostalAddress address, AccessNotes notes) {
        Texts texts = new Texts();
        texts.required("name", name, 120);
        texts.address(address);
        notes.check(texts);
        texts.refuse();
    }
}
