package eu.boucle.shared;

/**
 * The 14-digit number of a French establishment, checked by its Luhn key (source: INSEE, Sirene register). The
 * establishments of La Poste outgrew the key: their digits add up to a multiple of five instead.
 *
 * @throws Invalid {@code SIRET_WRONG}
 */
public record Siret(String value) {

    private static final String LA_POSTE = "356000000";

    public Siret {
        String given = value;
        value = value.replaceAll("[\\s\\u00A0\\u202F]", "");
        if (!value.matches("\\d{14}") || !keyed(value)) {
            throw Invalid.field("siret", "SIRET_WRONG", given);
        }
    }

    /** The company: the first nine digits. */
    public String siren() {
        return value.substring(0, 9);
    }

    private static boolean keyed(String digits) {
        return luhn(digits) % 10 == 0
                || (digits.startsWith(LA_POSTE)
                        && digits.chars().map(digit -> digit - '0').sum() % 5 == 0);
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : digit * 2;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum;
    }

    @Override
    public String toString() {
        return value;
    }
}
