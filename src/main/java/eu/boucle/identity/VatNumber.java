package eu.boucle.identity;

import eu.boucle.shared.Siret;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A VAT number of the European Union, in its outer form; a French one is checked by its key, which is computed from the
 * company's nine digits (general tax code, article 286 ter; key: BOI-TVA-DECLA-20-10-10).
 */
final class VatNumber {

    private VatNumber() {}

    /** Capitals without spaces; empty stays empty. */
    static String clean(String given) {
        return given.replaceAll("[\\s.\\u00A0\\u202F-]", "").toUpperCase(Locale.ROOT);
    }

    /** @param siret of the same organisation, which a French number must belong to; absent when unknown */
    static boolean holds(String clean, @Nullable Siret siret) {
        if (clean.isEmpty()) {
            return true;
        }
        if (!clean.startsWith("FR")) {
            return clean.matches("[A-Z]{2}[0-9A-Z]{2,12}");
        }
        if (!clean.matches("FR[0-9A-HJ-NP-Z]{2}\\d{9}")) {
            return false;
        }
        String siren = clean.substring(4);
        if (siret != null && !siret.siren().equals(siren)) {
            return false;
        }
        String key = clean.substring(2, 4);
        return !key.matches("\\d{2}") || Integer.parseInt(key) == (12 + 3 * (Integer.parseInt(siren) % 97)) % 97;
    }
}
