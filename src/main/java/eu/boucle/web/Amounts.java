package eu.boucle.web;

import eu.boucle.shared.Weight;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Numbers in the reader's manner, always with their unit: {@code ${@amounts.kg(weight)}} in templates. */
@Component("amounts")
public class Amounts {

    private static final String NARROW_SPACE = " ";

    private final MessageSource messages;

    Amounts(MessageSource messages) {
        this.messages = messages;
    }

    /** {@code 12,5 kg}, to the gram, without trailing zeros. */
    public String kg(@Nullable Weight weight) {
        return weight == null ? "" : kg(weight.kilograms());
    }

    public String kg(@Nullable BigDecimal kilograms) {
        return kilograms == null ? "" : number(kilograms, 3) + NARROW_SPACE + "kg";
    }

    /** Without the unit, for a column that has it in its head. */
    public String bare(@Nullable BigDecimal kilograms) {
        return kilograms == null ? "" : number(kilograms, 3);
    }

    /** The weight with where it comes from: {@code 12,5 kg (estimé)}. */
    public String kgWithBasis(@Nullable Weight weight) {
        if (weight == null) {
            return "";
        }
        String basis = messages.getMessage(
                "WeightBasis." + weight.basis().name(), null, weight.basis().name(), LocaleContextHolder.getLocale());
        return kg(weight) + " (" + basis + ")";
    }

    public String count(long count) {
        return NumberFormat.getIntegerInstance(locale()).format(count);
    }

    /** {@code 1,4 Mo} or {@code 1.4 MB}. */
    public String bytes(long bytes) {
        String unit = LocaleContextHolder.getLocale().getLanguage().equals("en") ? "B" : "o";
        if (bytes < 1000) {
            return count(bytes) + NARROW_SPACE + (unit.equals("B") ? "bytes" : "octets");
        }
        return bytes < 1_000_000
                ? number(BigDecimal.valueOf(bytes / 1e3), 0) + NARROW_SPACE + "k" + unit
                : number(BigDecimal.valueOf(bytes / 1e6), 1) + NARROW_SPACE + "M" + unit;
    }

    public String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale());
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    private static String number(BigDecimal value, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(locale());
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(value);
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? Locale.UK : Locale.FRANCE;
    }
}
