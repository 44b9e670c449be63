package eu.boucle.web.setup;

import eu.boucle.identity.Actor;
import eu.boucle.identity.FirstSteps;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Role;
import eu.boucle.pickup.PartnerDesk;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The steps of a first start without demo. Where each stands is seen from what is there, so they may be left and resumed. */
@Component
public class GuidedStart {

    private final FirstSteps steps;
    private final PartnerDesk partners;
    private final Clock clock;
    private final ZoneId zone;

    GuidedStart(FirstSteps steps, PartnerDesk partners, Clock clock, @Value("${boucle.zone}") ZoneId zone) {
        this.steps = steps;
        this.partners = partners;
        this.clock = clock;
        this.zone = zone;
    }

    /** One thing to do. @param name of its words. @param href where it is done; absent while something before it is missing */
    public record Part(String name, boolean done, @Nullable String href) {}

    /** Parts that belong together. */
    public record Step(String name, List<Part> parts) {
        public boolean done() {
            return parts.stream().allMatch(Part::done);
        }
    }

    /** All steps as they stand. */
    public record Standing(List<Step> steps) {
        public boolean done() {
            return steps.stream().allMatch(Step::done);
        }

        public int doneSteps() {
            return (int) steps.stream().filter(Step::done).count();
        }
    }

    /** Nothing for anybody but an administrator. */
    public @Nullable Standing standing(Actor by) {
        if (!by.is(Role.ADMIN)) {
            return null;
        }
        FirstSteps.Taken taken = steps.taken(by);
        OrganisationId host = taken.host();
        OrganisationId partner = taken.partner();
        OrganisationId client = taken.client();
        boolean permit = partners.anyInOrderOn(LocalDate.now(clock.withZone(zone)), by);
        return new Standing(List.of(
                new Step("host", List.of(new Part("host", host != null, organisation(host, "HOST")))),
                new Step(
                        "people",
                        List.of(
                                new Part("compliance", taken.compliance(), person(host, Role.COMPLIANCE)),
                                new Part("warehouse", taken.warehouse(), person(host, Role.WAREHOUSE)))),
                new Step(
                        "partner",
                        List.of(
                                new Part("partner", partner != null, organisation(partner, "PARTNER")),
                                new Part(
                                        "partnerSite",
                                        permit,
                                        partner == null
                                                ? null
                                                : "/settings/partner-sites/new?from=setup&partner=" + partner),
                                new Part("partnerPerson", taken.partnerPerson(), person(partner, Role.PARTNER)))),
                new Step(
                        "client",
                        List.of(
                                new Part("client", client != null, organisation(client, "CLIENT")),
                                new Part(
                                        "clientSite",
                                        taken.clientSite(),
                                        client == null ? null : "/sites/new?from=setup&organisation=" + client),
                                new Part("clientPerson", taken.clientPerson(), person(client, Role.CLIENT))))));
    }

    private static String organisation(@Nullable OrganisationId known, String kind) {
        return known == null
                ? "/settings/organisations/new?from=setup&kind=" + kind
                : "/settings/organisations/" + known;
    }

    private static @Nullable String person(@Nullable OrganisationId organisation, Role role) {
        return organisation == null ? null : "/people/new?roles=" + role + "&organisations=" + organisation;
    }
}
