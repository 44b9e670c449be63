package eu.boucle.support;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.MediumInterface;
import eu.boucle.asset.MediumKind;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.decommissioning.Contact;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestLine;
import eu.boucle.decommissioning.RequestMilestones;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.decommissioning.WriteRequest;
import eu.boucle.identity.Actor;
import eu.boucle.identity.AddSite;
import eu.boucle.identity.Language;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.identity.SiteId;
import eu.boucle.shared.Period;
import eu.boucle.shared.PostalAddress;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Equipment for tests: accepted requests whose assets are in the register, and the people who handle them. */
@Component
public class Lots {

    private static final PostalAddress PARIS = new PostalAddress("1 rue de la Paix", "75002", "Paris", "FR");

    private final Organisations organisations;
    private final RequestDesk desk;
    private final RequestMilestones milestones;
    private final AssetRegister register;

    Lots(Organisations organisations, RequestDesk desk, RequestMilestones milestones, AssetRegister register) {
        this.organisations = organisations;
        this.desk = desk;
        this.milestones = milestones;
        this.register = register;
    }

    /** A person of the warehouse, unknown to the accounts. */
    public static Actor storekeeper() {
        return new Actor(UUID.randomUUID(), "Storekeeper", Set.of(Role.WAREHOUSE), Set.of());
    }

    public static Actor officer() {
        return new Actor(UUID.randomUUID(), "Officer", Set.of(Role.COMPLIANCE), Set.of());
    }

    public static Actor partner(UUID organisation) {
        return new Actor(UUID.randomUUID(), "Partner", Set.of(Role.PARTNER), Set.of(new OrganisationId(organisation)));
    }

    public static Actor client(UUID organisation) {
        return new Actor(UUID.randomUUID(), "Client", Set.of(Role.CLIENT), Set.of(new OrganisationId(organisation)));
    }

    /** A new organisation. */
    public UUID organisation(OrganisationKind kind) {
        if (organisations.host().isEmpty()) {
            organisations.found(OrganisationId.next(), OrganisationKind.HOST, "Host", null, PARIS, Language.FR);
        }
        OrganisationId id = OrganisationId.next();
        organisations.found(id, kind, kind + " " + id.toString().substring(0, 8), null, PARIS, Language.FR);
        return id.value();
    }

    /** Screens hold no data: they are cleared at registration. Their serials are {@code prefix1}, {@code prefix2}... */
    public List<AssetView> screens(UUID client, String prefix, int count) {
        List<RequestLine> lines = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            lines.add(line("monitor", prefix + i, List.of()));
        }
        return register(client, lines);
    }

    /** A server with two disks that nobody decided yet. */
    public AssetView server(UUID client, String serial) {
        return register(client, List.of(line("server-rack", serial, List.of(disk(serial + "D1"), disk(serial + "D2")))))
                .getFirst();
    }

    public static RequestLine line(String type, @Nullable String serial, List<RequestLine.LineMedium> media) {
        return new RequestLine(
                type,
                "Dell",
                "P2419H",
                serial,
                1,
                "",
                "",
                new BigDecimal("40"),
                new BigDecimal("5.0"),
                media,
                new DataInstruction(
                        media.isEmpty() ? DataAction.NONE : DataAction.ERASE, DataPlace.HERE, SanitizationLevel.CLEAR));
    }

    public static RequestLine.LineMedium disk(String serial) {
        return new RequestLine.LineMedium(MediumKind.HDD, MediumInterface.SAS, serial, "ST600MM", 600);
    }

    /** A request of these lines, accepted and registered. */
    public List<AssetView> register(UUID client, List<RequestLine> lines) {
        RequestView request = accepted(client, lines);
        milestones.registerAssets(request.id(), Actor.system(new OrganisationId(client)));
        return register.lot(request.id());
    }

    /** A request of these lines, accepted; its assets are not registered yet. */
    public RequestView accepted(UUID client, List<RequestLine> lines) {
        Actor by = client(client);
        SiteId site = organisations
                .addSite(new AddSite(new OrganisationId(client), "DC1", PARIS, ""), by)
                .id();
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/Paris"));
        RequestView request = desk.write(
                new WriteRequest(
                        new OrganisationId(client),
                        site,
                        new Contact("Ada", "ada@client.example", "+33 1 02 03 04 05"),
                        new Period(today, today.plusDays(10)),
                        new DataInstruction(DataAction.ERASE, DataPlace.HERE, SanitizationLevel.CLEAR),
                        "",
                        lines),
                true,
                by);
        return desk.accept(request.reference(), officer());
    }
}
