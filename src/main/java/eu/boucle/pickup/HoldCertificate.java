package eu.boucle.pickup;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Command: a partner's site showed a certificate.
 *
 * @param file as received; absent when only its data are known
 * @throws Invalid naming everything that is wrong
 */
public record HoldCertificate(
        String name,
        String issuer,
        String number,
        @Nullable LocalDate validUntil,
        @Nullable GivenFile file) {

    /** A file as somebody sent it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    public record GivenFile(String name, String mediaType, byte[] bytes) {}

    public HoldCertificate {
        name = name.strip();
        issuer = issuer.strip();
        number = number.strip();
        List<Problem> problems = new ArrayList<>();
        if (name.isEmpty() || WritePartnerSite.unfit(name, 120)) {
            problems.add(new Problem("name", "PARTNER_TEXT_WRONG", name, List.of(120)));
        }
        if (issuer.isEmpty() || WritePartnerSite.unfit(issuer, 120)) {
            problems.add(new Problem("issuer", "PARTNER_TEXT_WRONG", issuer, List.of(120)));
        }
        if (WritePartnerSite.unfit(number, 80)) {
            problems.add(new Problem("number", "PARTNER_TEXT_WRONG", number, List.of(80)));
        }
        if (validUntil == null) {
            problems.add(new Problem("validUntil", "HELD_DATE_MISSING", name));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }
}
