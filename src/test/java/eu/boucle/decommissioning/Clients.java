package eu.boucle.decommissioning;

import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.MediumInterface;
import eu.boucle.asset.MediumKind;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.decommissioning.RequestLine.LineMedium;
import eu.boucle.identity.Actor;
import eu.boucle.identity.AddSite;
import eu.boucle.identity.Language;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.identity.SiteView;
import eu.boucle.shared.Period;
import eu.boucle.shared.PostalAddress;
import eu.boucle.support.Today;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A client of its own for each test, with one site and words to ask with. */
class Clients {

    private static final AtomicInteger SERIALS = new AtomicInteger();

    final OrganisationId organisation;
    final SiteView site;
    final Actor client;
    final Actor officer = new Actor(
            UUID.randomUUID(), "Officer", EnumSet.of(Role.COMPLIANCE), Set.of(new OrganisationId(UUID.randomUUID())));
    final Actor warehouse = new Actor(UUID.randomUUID(), "Warehouse", EnumSet.of(Role.WAREHOUSE), Set.of());

    Clients(Organisations organisations) {
        if (organisations.host().isEmpty()) {
            organisations.found(
                    new OrganisationId(UUID.randomUUID()), OrganisationKind.HOST, "Host", null, address(), Language.FR);
        }
        organisation = new OrganisationId(UUID.randomUUID());
        organisations.found(organisation, OrganisationKind.CLIENT, "Client", null, address(), Language.FR);
        client = new Actor(UUID.randomUUID(), "Client", EnumSet.of(Role.CLIENT), Set.of(organisation));
        site = organisations.addSite(new AddSite(organisation, "Lyon LY1", address(), "quai 2"), client);
    }

    private static PostalAddress address() {
        return new PostalAddress("1 rue des Lilas", "69003", "Lyon", "FR");
    }

    static String serial() {
        return "TST" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT)
                + SERIALS.incrementAndGet();
    }

    static RequestLine line(@Nullable String serial, LineMedium... media) {
        return line("server-rack", serial, 1, null, media);
    }

    static RequestLine line(
            String type, @Nullable String serial, int quantity, @Nullable BigDecimal weight, LineMedium... media) {
        return new RequestLine(
                type, "Dell", "PowerEdge R640", serial, quantity, "", "2018", null, weight, List.of(media), null);
    }

    static LineMedium disk(@Nullable String serial) {
        return new LineMedium(MediumKind.HDD, MediumInterface.SAS, serial, "", 1200);
    }

    WriteRequest asking(RequestLine... lines) {
        return asking(new DataInstruction(DataAction.ERASE, DataPlace.HERE, SanitizationLevel.CLEAR), lines);
    }

    WriteRequest asking(@Nullable DataInstruction data, RequestLine... lines) {
        return new WriteRequest(
                null,
                site.id(),
                new Contact("Ana Client", "ana@client.example", "+33 4 72 00 00 00"),
                new Period(Today.inParis().plusDays(10), Today.inParis().plusDays(12)),
                data,
                "",
                new ArrayList<>(List.of(lines)));
    }
}
