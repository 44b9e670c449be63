package eu.boucle.circuits;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.AddSite;
import eu.boucle.identity.Language;
import eu.boucle.identity.OpenAccount;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.identity.SiteView;
import eu.boucle.pickup.PartnerSite;
import eu.boucle.pickup.PartnerSiteId;
import eu.boucle.pickup.RunDesk;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Siret;
import eu.boucle.support.Today;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationContext;

/** The people and organisations of one circuit: new ones each time, but for the host, of which there is one. */
final class Cast {

    enum Player {
        CLIENT,
        STRANGER,
        WAREHOUSE,
        COMPLIANCE,
        COMPLIANCE_2,
        PARTNER,
        PARTNER_2,
        FOREIGN_PARTNER,
        ADMIN
    }

    /** The site of FOREIGN_PARTNER. */
    final PartnerSiteId otherPartnerSite = new PartnerSiteId(UUID.randomUUID());

    static final String PASSWORD = "mot-de-passe-d-essai";

    final Map<Player, String> tokens = new EnumMap<>(Player.class);
    final Map<Player, String> emails = new EnumMap<>(Player.class);
    final SiteView site;
    final PartnerSiteId partnerSite;

    private final Accounts accounts;
    private final boolean signIn;

    Cast(ApplicationContext application) {
        this(application, false);
    }

    /** @param signIn whether these people have a password: hashing one takes its time */
    Cast(ApplicationContext application, boolean signIn) {
        this.signIn = signIn;
        partnerSite = new PartnerSiteId(UUID.randomUUID());
        Organisations organisations = application.getBean(Organisations.class);
        accounts = application.getBean(Accounts.class);
        PostalAddress address = new PostalAddress("1 rue des Essais", "69003", "Lyon", "FR");
        OrganisationId host = organisations
                .host()
                .orElseGet(() -> organisations.found(
                        OrganisationId.next(),
                        OrganisationKind.HOST,
                        "Hébergeur d’essai",
                        new Siret("73282932000074"),
                        address,
                        Language.FR))
                .id();
        OrganisationId client = organisations
                .found(OrganisationId.next(), OrganisationKind.CLIENT, "Client d’essai", null, address, Language.FR)
                .id();
        OrganisationId stranger = organisations
                .found(OrganisationId.next(), OrganisationKind.CLIENT, "Autre client", null, address, Language.EN)
                .id();
        OrganisationId partner = organisations
                .found(
                        OrganisationId.next(),
                        OrganisationKind.PARTNER,
                        "Recycleur d’essai",
                        new Siret("35600000000048"),
                        address,
                        Language.FR)
                .id();
        person(Player.CLIENT, Role.CLIENT, client);
        person(Player.STRANGER, Role.CLIENT, stranger);
        person(Player.WAREHOUSE, Role.WAREHOUSE, host);
        person(Player.COMPLIANCE, Role.COMPLIANCE, host);
        person(Player.COMPLIANCE_2, Role.COMPLIANCE, host);
        person(Player.PARTNER, Role.PARTNER, partner);
        person(Player.PARTNER_2, Role.PARTNER, partner);
        OrganisationId otherPartner = organisations
                .found(OrganisationId.next(), OrganisationKind.PARTNER, "Autre recycleur", null, address, Language.FR)
                .id();
        person(Player.FOREIGN_PARTNER, Role.PARTNER, otherPartner);
        person(Player.ADMIN, Role.ADMIN, host);
        application
                .getBean(RunDesk.class)
                .addPartnerSite(new PartnerSite(
                        otherPartnerSite,
                        otherPartner,
                        "Atelier de l’autre",
                        new Siret("35600000000048"),
                        address,
                        "2711-2024-002",
                        Today.inParis().plusYears(3),
                        "69-2024-78",
                        "69",
                        Today.inParis().plusYears(2),
                        ""));
        site = organisations.addSite(
                new AddSite(client, "Site d’essai", address, "Quai 2"),
                accounts.byEmail(emails.get(Player.CLIENT)).orElseThrow().actor());
        application
                .getBean(RunDesk.class)
                .addPartnerSite(new PartnerSite(
                        partnerSite,
                        partner,
                        "Atelier d’essai",
                        new Siret("35600000000048"),
                        address,
                        "2711-2024-001",
                        Today.inParis().plusYears(3),
                        "69-2024-77",
                        "69",
                        Today.inParis().plusYears(2),
                        ""));
    }

    /** People, a site and a partner's site that were set up by others. */
    Cast(Map<Player, String> tokens, SiteView site, PartnerSiteId partnerSite, Accounts accounts) {
        this.tokens.putAll(tokens);
        this.site = site;
        this.partnerSite = partnerSite;
        this.accounts = accounts;
        this.signIn = false;
    }

    private void person(Player player, Role role, OrganisationId organisation) {
        String email = UUID.randomUUID() + "@example.org";
        emails.put(player, email);
        AccountView account = accounts.open(new OpenAccount(
                email,
                player.name().charAt(0) + player.name().substring(1).toLowerCase(java.util.Locale.ROOT),
                signIn ? PASSWORD : null,
                Set.of(role),
                Set.of(organisation),
                Language.FR));
        String token = UUID.randomUUID().toString();
        accounts.keepToken(account.person(), "circuit", token, Instant.now().plus(1, ChronoUnit.DAYS));
        tokens.put(player, token);
    }
}
