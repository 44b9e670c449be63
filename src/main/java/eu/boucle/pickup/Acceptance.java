package eu.boucle.pickup;

import eu.boucle.shared.StateForbids;
import java.util.List;
import java.util.stream.Collectors;

/** What the permit lets a site take. A site whose codes nobody recorded takes everything; the page warns of it. */
final class Acceptance {

    private static final int NAMED = 12;

    private Acceptance() {}

    /** @param code empty as long as nobody classified it */
    record Waste(String tag, String code) {}

    /** @throws StateForbids {@code WASTE_CODE_NOT_TAKEN} naming tags with their codes */
    static void require(PartnerSite site, List<Waste> load) {
        List<Waste> refused =
                load.stream().filter(waste -> !site.takes(waste.code())).toList();
        if (!refused.isEmpty()) {
            throw new StateForbids(
                    "WASTE_CODE_NOT_TAKEN",
                    site.name(),
                    refused.stream()
                            .limit(NAMED)
                            .map(waste -> waste.tag() + " (" + waste.code() + ")")
                            .collect(Collectors.joining(", ")),
                    refused.size());
        }
    }
}
