package eu.boucle.pickup;

import eu.boucle.identity.OrganisationId;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Problem;
import eu.boucle.shared.Siret;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Command: what is known of a partner's site from now on. A past date is taken, for a record tells what is; planning
 * refuses such a site.
 *
 * @param siret of the site, checked by its key
 * @param permitUntil the last day of the permit
 * @param receipt number of the transport receipt or declaration, with its department and last day, unless exempt
 * @param wasteCodes as typed: {@code 160213*} and {@code 16 02 13*} are the same
 * @throws Invalid naming everything that is wrong
 */
public record WritePartnerSite(
        OrganisationId partner,
        String name,
        String siret,
        PostalAddress address,
        String permit,
        @Nullable LocalDate permitUntil,
        String receipt,
        String receiptDepartment,
        @Nullable LocalDate receiptUntil,
        String exemption,
        List<String> wasteCodes,
        List<Downstream> downstream) {

    public static final int MOST_DOWNSTREAM = 30;

    private static final int MOST_CODES = 200;

    public WritePartnerSite {
        name = name.strip();
        permit = permit.strip();
        receipt = receipt.strip();
        receiptDepartment = receiptDepartment.strip();
        exemption = exemption.strip();
        wasteCodes = wasteCodes.stream()
                .map(WritePartnerSite::spaced)
                .distinct()
                .sorted()
                .toList();
        List<Problem> problems = new ArrayList<>();
        text("name", name, 120, problems);
        try {
            siret = new Siret(siret).value();
        } catch (Invalid e) {
            problems.add(new Problem("siret", "SIRET_WRONG", siret));
        }
        text("address/street", address.street(), 200, problems);
        text("address/postalCode", address.postalCode(), 12, problems);
        text("address/city", address.city(), 120, problems);
        if (!address.country().matches("[A-Z]{2}")) {
            problems.add(new Problem("address/country", "COUNTRY_WRONG", address.country()));
        }
        text("permit", permit, 120, problems);
        if (permitUntil == null) {
            problems.add(new Problem("permitUntil", "PERMIT_DATE_MISSING", permit));
        }
        if (exemption.isEmpty()) {
            text("receipt", receipt, 120, problems);
            if (!receiptDepartment.matches("\\d{2,3}|2[AB]")) {
                problems.add(new Problem("receiptDepartment", "DEPARTMENT_WRONG", receiptDepartment));
            }
            if (receiptUntil == null) {
                problems.add(new Problem("receiptUntil", "RECEIPT_DATE_MISSING", receipt));
            }
        } else if (unfit(exemption, 300)) {
            problems.add(new Problem("exemption", "PARTNER_TEXT_WRONG", exemption, List.of(300)));
        }
        if (wasteCodes.size() > MOST_CODES) {
            problems.add(new Problem(
                    "wasteCodes", "CODES_TOO_MANY", Integer.toString(wasteCodes.size()), List.of(MOST_CODES)));
        }
        if (downstream.size() > MOST_DOWNSTREAM) {
            problems.add(new Problem(
                    "downstream",
                    "DOWNSTREAM_TOO_MANY",
                    Integer.toString(downstream.size()),
                    List.of(MOST_DOWNSTREAM)));
        } else {
            for (int i = 0; i < downstream.size(); i++) {
                if (!downstream.get(i).blank()) {
                    downstream.get(i).check("downstream/" + i, problems);
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        downstream = downstream.stream().filter(one -> !one.blank()).toList();
    }

    private static void text(String path, String value, int longest, List<Problem> problems) {
        if (value.isBlank() || unfit(value, longest)) {
            problems.add(new Problem(path, "PARTNER_TEXT_WRONG", value, List.of(longest)));
        }
    }

    /** Too long to keep, or with a character that cannot be read. */
    static boolean unfit(String text, int longest) {
        return text.length() > longest || text.chars().anyMatch(letter -> letter < ' ');
    }

    /** {@code 160213*} becomes {@code 16 02 13*}; what has another shape stays, to be refused by its own name. */
    private static String spaced(String code) {
        String plain = code.replaceAll("[\\s\\u00A0\\u202F]", "");
        return plain.matches("\\d{6}\\*?")
                ? plain.substring(0, 2) + " " + plain.substring(2, 4) + " " + plain.substring(4)
                : code.strip();
    }
}
