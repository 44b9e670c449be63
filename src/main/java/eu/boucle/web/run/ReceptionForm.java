package eu.boucle.web.run;

import eu.boucle.asset.EquipmentType;
import eu.boucle.asset.ReferenceTables;
import eu.boucle.pickup.Reception;
import eu.boucle.pickup.RunView;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.web.When;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The partner's reception form: everything, what a round found, or a count of each type; and the exceptions. */
@Component
class ReceptionForm {

    private static final String COUNT = "count/";

    private final ReferenceTables tables;
    private final When when;
    private final Clock clock;

    ReceptionForm(ReferenceTables tables, When when, Clock clock) {
        this.tables = tables;
        this.when = when;
        this.clock = clock;
    }

    /** As the browser's own picker takes it, on the host's clock. */
    String now() {
        return LocalDateTime.ofInstant(clock.instant(), when.zone())
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    /** @param listed how many the frozen list names */
    record Type(String key, String label, int listed) {}

    List<Type> types(RunView run) {
        Map<String, Integer> listed = new LinkedHashMap<>();
        run.manifest().stream()
                .filter(line -> !"STAYED".equals(line.received()))
                .forEach(line -> listed.merge(line.type(), 1, Integer::sum));
        boolean english = LocaleContextHolder.getLocale().getLanguage().equals("en");
        return listed.entrySet().stream()
                .map(entry -> new Type(
                        entry.getKey(),
                        tables.equipmentType(entry.getKey())
                                .map(type -> label(type, english))
                                .orElse(entry.getKey()),
                        entry.getValue()))
                .toList();
    }

    private static String label(EquipmentType type, boolean english) {
        return english ? type.labelEn() : type.labelFr();
    }

    Reception command(Map<String, String> given) {
        Fields form = new Fields(given);
        List<Reception.RefusedTag> refused = new ArrayList<>();
        List<AssetTag> missing = new ArrayList<>();
        List<Reception.Count> counts = new ArrayList<>();
        String by = form.text("by");
        given.forEach((name, value) -> {
            if (name.startsWith("line/") && value.equals("REFUSED")) {
                AssetTag tag = tag(name);
                refused.add(new Reception.RefusedTag(tag, form.text("reason/" + tag)));
            } else if (name.startsWith("line/") && value.equals("MISSING")) {
                missing.add(tag(name));
            } else if (name.startsWith(COUNT) && by.equals("COUNT")) {
                counts.add(new Reception.Count(name.substring(COUNT.length()), whole(form, name)));
            }
        });
        return new Reception(
                form.moment("receivedAt", when.zone()),
                form.decimal("weightKg"),
                !by.equals("ROUND") && !by.equals("COUNT"),
                by.equals("ROUND"),
                List.of(),
                refused,
                missing,
                counts);
    }

    private static int whole(Fields form, String name) {
        BigDecimal count = form.decimal(name);
        try {
            return count.intValueExact();
        } catch (ArithmeticException e) {
            throw Invalid.field(name, "FORM_NUMBER_WRONG", form.text(name));
        }
    }

    private static AssetTag tag(String name) {
        return AssetTag.parse(name.substring("line/".length()))
                .orElseThrow(() -> Invalid.field("received", "TAG_NOT_ON_MANIFEST", name));
    }
}
