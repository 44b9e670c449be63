package eu.boucle.certificate;

import eu.boucle.reference.ReferenceRow;
import eu.boucle.reference.ReferenceRows;
import eu.boucle.reference.ReferenceTable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The components that Annex VII of Directive 2012/19/EU has taken out, as the reference table of a day lists them. */
final class AnnexSeven {

    private final Map<String, Part> parts = new HashMap<>();

    private AnnexSeven(List<ReferenceRow> rows) {
        for (ReferenceRow row : rows) {
            Part part = new Part(row.key(), row.text("label_fr"), row.text("label_en"));
            parts.put(plain(part.key()), part);
            parts.put(plain(part.labelFr()), part);
            parts.put(plain(part.labelEn()), part);
        }
    }

    static AnnexSeven on(LocalDate day, ReferenceRows rows) {
        return new AnnexSeven(rows.rows(ReferenceTable.DEPOLLUTION_FRACTIONS, day));
    }

    record Part(String key, String labelFr, String labelEn) {

        String label(Locale language) {
            return "fr".equals(language.getLanguage()) ? labelFr : labelEn;
        }
    }

    /** The component that a partner's fraction names, by its key or by its label in either language. */
    Optional<Part> named(String kind) {
        return Optional.ofNullable(parts.get(plain(kind)));
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
