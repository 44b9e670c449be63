package eu.boucle.pickup;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import eu.boucle.shared.Siret;
import java.util.List;

/**
 * Where a partner's site sends what it does not finish itself.
 *
 * @param siret empty outside France
 * @param country ISO 3166 alpha-2
 * @param what which fractions and operations, in words
 */
public record Downstream(String name, String siret, String city, String country, String what) {

    public Downstream {
        name = name.strip();
        siret = siret.replaceAll("[\\s\\u00A0\\u202F]", "");
        city = city.strip();
        country = country.strip();
        what = what.strip();
    }

    boolean blank() {
        return name.isEmpty() && siret.isEmpty() && city.isEmpty() && what.isEmpty();
    }

    void check(String path, List<Problem> problems) {
        if (name.isEmpty() || WritePartnerSite.unfit(name, 120)) {
            problems.add(new Problem(path + "/name", "PARTNER_TEXT_WRONG", name, List.of(120)));
        }
        if (WritePartnerSite.unfit(city, 120)) {
            problems.add(new Problem(path + "/city", "PARTNER_TEXT_WRONG", city, List.of(120)));
        }
        if (WritePartnerSite.unfit(what, 200)) {
            problems.add(new Problem(path + "/what", "PARTNER_TEXT_WRONG", what, List.of(200)));
        }
        if (!country.matches("[A-Z]{2}")) {
            problems.add(new Problem(path + "/country", "COUNTRY_WRONG", country));
        }
        if (!siret.isEmpty()) {
            try {
                new Siret(siret);
            } catch (Invalid e) {
                problems.add(new Problem(path + "/siret", "SIRET_WRONG", siret));
            }
        }
    }
}
