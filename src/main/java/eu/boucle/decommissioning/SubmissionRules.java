package eu.boucle.decommissioning;

import eu.boucle.asset.EquipmentType;
import eu.boucle.asset.ReferenceTables;
import eu.boucle.decommissioning.RequestLine.LineMedium;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Period;
import eu.boucle.shared.Problem;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.SerialNumber;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Everything that a request must say before it can be sent; all that is wrong is said at once. */
@Component
class SubmissionRules {

    private static final int MOST_UNITS = 5_000;
    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;<>]+@[^@\\s,;<>]+\\.[^@\\s,;<>.]{2,}");
    private static final Pattern PHONE = Pattern.compile("(\\+|00)?[0-9]{6,15}");
    private static final Pattern PHONE_MARKS = Pattern.compile("[\\s\\u00A0\\u202F.()/-]");

    private final ReferenceTables references;
    private final TechniqueTable techniques;
    private final SerialClaims claims;
    private final Clock clock;
    private final ZoneId zone;

    SubmissionRules(
            ReferenceTables references,
            TechniqueTable techniques,
            SerialClaims claims,
            Clock clock,
            @Value("${boucle.zone}") ZoneId zone) {
        this.references = references;
        this.techniques = techniques;
        this.claims = claims;
        this.clock = clock;
        this.zone = zone;
    }

    void check(WriteRequest said, RequestId id, Findings found) {
        if (said.site() == null) {
            found.add("site", "SITE_MISSING", null);
        }
        contact(said.contact(), found);
        window(said.window(), found);
        if (said.data() == null) {
            found.add("data", "DATA_MISSING", null);
        } else {
            LineRules.contradiction("data/level", said.data(), found);
        }
        lines(said, id, found);
    }

    private static void contact(Contact contact, Findings found) {
        if (contact.name().isEmpty()) {
            found.add("contact/name", "CONTACT_NAME_MISSING", null);
        }
        if (contact.email().isEmpty()) {
            found.add("contact/email", "CONTACT_EMAIL_MISSING", null);
        } else if (!EMAIL.matcher(contact.email()).matches()) {
            found.add("contact/email", "CONTACT_EMAIL_WRONG", contact.email());
        }
        if (contact.phone().isEmpty()) {
            found.add("contact/phone", "CONTACT_PHONE_MISSING", null);
        } else if (!PHONE.matcher(PHONE_MARKS.matcher(contact.phone()).replaceAll(""))
                .matches()) {
            found.add("contact/phone", "CONTACT_PHONE_WRONG", contact.phone());
        }
    }

    private void window(@Nullable Period window, Findings found) {
        if (window == null) {
            found.add("window", "WINDOW_MISSING", null);
            return;
        }
        LocalDate today = today();
        if (window.from().isBefore(today)) {
            found.add("window/from", "WINDOW_PAST", window.from(), today);
        } else if (window.to().isAfter(today.plusYears(1))) {
            found.add("window/to", "WINDOW_TOO_FAR", window.to(), today.plusYears(1));
        }
    }

    private void lines(WriteRequest said, RequestId id, Findings found) {
        if (said.lines().isEmpty()) {
            found.add("lines", "LINES_MISSING", null);
        }
        if (said.lines().size() > WriteRequest.MOST_LINES) {
            return; // said by the rules of a draft
        }
        if (said.units() > MOST_UNITS) {
            found.add("lines", "UNITS_TOO_MANY", said.units(), MOST_UNITS);
        }
        Map<String, EquipmentType> types =
                references.equipmentTypes().stream().collect(Collectors.toMap(EquipmentType::key, Function.identity()));
        LineRules rules = new LineRules(types, techniques, today(), found);
        for (int i = 0; i < said.lines().size(); i++) {
            rules.check(i, said.lines().get(i), said.data());
        }
        taken(said, id, found);
    }

    /** A machine found on site is held to what a declared one is. @throws Invalid by the line's own paths */
    void checkFound(RequestLine seen, RequestId id) {
        Findings found = new Findings();
        WriteRequest alone = new WriteRequest(null, null, null, null, null, null, List.of(seen));
        DraftRules.check(alone, found);
        lines(alone, id, found);
        List<Problem> problems = found.all().stream()
                .map(problem -> new Problem(
                        problem.path().replaceFirst("^lines/0/", ""),
                        problem.code(),
                        problem.value(),
                        problem.arguments()))
                .toList();
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
    }

    private void taken(WriteRequest said, RequestId id, Findings found) {
        Set<String> taken = claims.inUse(LineRules.serials(said.lines()), id);
        if (taken.isEmpty()) {
            return;
        }
        for (int i = 0; i < said.lines().size(); i++) {
            RequestLine line = said.lines().get(i);
            taken("lines/" + i + "/serial", line.serial(), taken, found);
            for (int j = 0; j < line.media().size(); j++) {
                LineMedium medium = line.media().get(j);
                taken("lines/" + i + "/media/" + j + "/serial", medium.serial(), taken, found);
            }
        }
    }

    private static void taken(String path, @Nullable String serial, Set<String> taken, Findings found) {
        SerialNumber.of(serial)
                .map(SerialNumber::normalised)
                .filter(taken::contains)
                .ifPresent(normalised -> found.add(path, "SERIAL_IN_USE", normalised));
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }
}
