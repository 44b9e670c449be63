package eu.boucle.certificate;

import eu.boucle.identity.Language;
import eu.boucle.shared.Weight;
import eu.boucle.shared.WeightBasis;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/**
 * The words of papers in one language: claims by the template in force, labels from the message files, dates and numbers
 * as that language writes them.
 */
record Wording(MessageSource messages, Locale locale, ZoneId zone, Map<CertificateType, Template> templates) {

    /** With the sentences as shipped, which nobody approved. */
    Wording(MessageSource messages, Locale locale, ZoneId zone) {
        this(messages, locale, zone, shipped(messages, locale));
    }

    private static Map<CertificateType, Template> shipped(MessageSource messages, Locale locale) {
        Map<CertificateType, Template> templates = new EnumMap<>(CertificateType.class);
        Language language = Locale.FRENCH.getLanguage().equals(locale.getLanguage()) ? Language.FR : Language.EN;
        for (CertificateType type : CertificateType.values()) {
            templates.put(
                    type,
                    new Template(
                            type,
                            1,
                            false,
                            WordingShelf.shipped(messages, type, language).clauses()));
        }
        return templates;
    }

    Template template(CertificateType type) {
        return Objects.requireNonNull(templates.get(type));
    }

    /** A claim in the words of the template; empty when it states law and nobody approved it. */
    String claim(Clause clause, Object... values) {
        return template(clause.type()).say(clause, values);
    }

    /** The sentence {@code paper.KEY}. Arguments are texts, already formatted. */
    String say(String key, Object... arguments) {
        return messages.getMessage("paper." + key, arguments, locale);
    }

    /** The word for one value of a list: {@code Outcome.RECYCLED}. */
    String word(Enum<?> value) {
        return messages.getMessage(value.getDeclaringClass().getSimpleName() + "." + value.name(), null, locale);
    }

    String basis(WeightBasis basis) {
        return say("basis." + basis.name());
    }

    String yesNo(boolean yes) {
        return say(yes ? "yes" : "no");
    }

    /** Kilograms without unit, to the gram, without idle zeros. */
    String kilograms(BigDecimal kilograms) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(locale);
        if (Locale.FRENCH.getLanguage().equals(locale.getLanguage())) {
            // A plain no-break space: every letter set has it, the narrow one is often missing.
            symbols.setGroupingSeparator('\u00A0');
        }
        return new DecimalFormat("#,##0.###", symbols).format(kilograms);
    }

    String weight(@Nullable Weight weight) {
        return weight == null ? "" : kilograms(weight.kilograms());
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day);
    }

    String day(Instant instant) {
        return day(LocalDate.ofInstant(instant, zone));
    }

    String hour(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm", locale).format(instant.atZone(zone));
    }

    /** Day, hour and zone, short: for tables of evidence. */
    String moment(@Nullable Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm xxx", locale).format(instant.atZone(zone));
    }

    /** The sentence for a key when it exists: for words that come from outside and may have none. */
    String known(String key, String otherwise) {
        String found = messages.getMessage("paper." + key, null, "", locale);
        return found == null || found.isEmpty() ? otherwise : found;
    }
}
