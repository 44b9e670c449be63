package eu.boucle.demo;

import eu.boucle.identity.Accounts;
import eu.boucle.identity.Actor;
import eu.boucle.identity.AddSite;
import eu.boucle.identity.DemoAccounts;
import eu.boucle.identity.Language;
import eu.boucle.identity.OpenAccount;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.pickup.PartnerSite;
import eu.boucle.pickup.PartnerSiteId;
import eu.boucle.pickup.RunDesk;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Siret;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The organisations, sites, accounts and tokens of the demo. All are invented; names are data. */
@Component
@Profile("demo")
class DemoPeople implements DemoAccounts {

    static final OrganisationId HOST = organisation(1);
    static final OrganisationId CLIENT_A = organisation(2);
    static final OrganisationId CLIENT_B = organisation(3);
    static final OrganisationId PARTNER = organisation(4);
    static final PartnerSiteId LYON = new PartnerSiteId(id(41));
    static final PartnerSiteId LILLE = new PartnerSiteId(id(42));

    private static final String PASSWORD = "boucle-demo-2026";

    private final Organisations organisations;
    private final Accounts accounts;
    private final RunDesk runs;

    DemoPeople(Organisations organisations, Accounts accounts, RunDesk runs) {
        this.organisations = organisations;
        this.accounts = accounts;
        this.runs = runs;
    }

    /** Of a person of the demo, by the beginning of the address. */
    Actor actor(String name) {
        return accounts.byEmail(name + "@demo.example").orElseThrow().actor();
    }

    /** @return false when an earlier start has done it */
    boolean settle(LocalDate today) {
        if (organisations.host().isPresent()) {
            return false;
        }
        organisations.found(
                HOST,
                OrganisationKind.HOST,
                "Nuage des Alpes Hébergement",
                new Siret("31516719737585"),
                new PostalAddress("12 quai du Rhône", "69007", "Lyon", "FR"),
                Language.FR);
        organisations.found(
                CLIENT_A,
                OrganisationKind.CLIENT,
                "Axelor Santé",
                new Siret("73118643349840"),
                new PostalAddress("5 place Bellecour", "69002", "Lyon", "FR"),
                Language.FR);
        organisations.found(
                CLIENT_B,
                OrganisationKind.CLIENT,
                "Northgate Retail",
                new Siret("58333732440991"),
                new PostalAddress("44 rue Nationale", "59000", "Lille", "FR"),
                Language.EN);
        organisations.found(
                PARTNER,
                OrganisationKind.PARTNER,
                "Matière Neuve Recyclage",
                new Siret("66118832611371"),
                new PostalAddress("3 chemin des Ateliers", "69800", "Saint-Priest", "FR"),
                Language.FR);
        people();
        places(today);
        return true;
    }

    private void people() {
        person("client", "Camille Roux", Role.CLIENT, CLIENT_A, Language.FR, "demo-client");
        person("client-b", "Blake Turner", Role.CLIENT, CLIENT_B, Language.EN, "demo-client-b");
        person("warehouse", "Samir Benali", Role.WAREHOUSE, HOST, Language.FR, "demo-warehouse");
        person("compliance", "Hélène Marchand", Role.COMPLIANCE, HOST, Language.FR, "demo-compliance");
        person("compliance-2", "Paul Delmas", Role.COMPLIANCE, HOST, Language.FR, "demo-compliance-2");
        person("partner", "Inès Fabre", Role.PARTNER, PARTNER, Language.FR, "demo-partner");
        person("admin", "Alex Morel", Role.ADMIN, HOST, Language.FR, "demo-admin");
    }

    private void person(
            String name, String fullName, Role role, OrganisationId organisation, Language language, String token) {
        UUID person = accounts.open(new OpenAccount(
                        name + "@demo.example", fullName, PASSWORD, Set.of(role), Set.of(organisation), language))
                .person();
        accounts.keepToken(person, "demo", token, Instant.now().plus(3650, ChronoUnit.DAYS));
    }

    private void places(LocalDate today) {
        Actor a = actor("client");
        Actor b = actor("client-b");
        organisations.addSite(
                new AddSite(
                        CLIENT_A,
                        "Salle Part-Dieu",
                        new PostalAddress("20 boulevard Vivier Merle", "69003", "Lyon", "FR"),
                        "Quai 2, niveau -1, badge à l’accueil, porteur 19 t au plus"),
                a);
        organisations.addSite(
                new AddSite(
                        CLIENT_A,
                        "Dépôt Brignais",
                        new PostalAddress("8 rue des Ronzières", "69530", "Brignais", "FR"),
                        "Plain-pied, hayon nécessaire"),
                a);
        organisations.addSite(
                new AddSite(
                        CLIENT_B,
                        "Lille head office",
                        new PostalAddress("44 rue Nationale", "59000", "Lille", "FR"),
                        "Goods lift, ring at gate B"),
                b);
        runs.addPartnerSite(new PartnerSite(
                LYON,
                PARTNER,
                "Matière Neuve – Saint-Priest",
                new Siret("66118832611371"),
                new PostalAddress("3 chemin des Ateliers", "69800", "Saint-Priest", "FR"),
                "ICPE 2711-69-2021-118",
                today.plusYears(4),
                "69-2023-0457",
                "69",
                today.plusYears(2),
                "",
                List.of(
                        "16 02 11*",
                        "16 02 13*",
                        "16 02 14",
                        "16 02 15*",
                        "16 02 16",
                        "16 06 01*",
                        "16 06 05",
                        "20 01 35*",
                        "20 01 36"),
                false,
                0));
        runs.addPartnerSite(new PartnerSite(
                LILLE,
                PARTNER,
                "Matière Neuve – Lesquin",
                new Siret("66118832698378"),
                new PostalAddress("17 rue du Port fluvial", "59810", "Lesquin", "FR"),
                "ICPE 2711-59-2022-064",
                today.plusYears(5),
                "59-2024-0193",
                "59",
                today.plusMonths(8),
                ""));
    }

    @Override
    public List<DemoAccount> all() {
        return List.of("client", "client-b", "warehouse", "compliance", "compliance-2", "partner", "admin").stream()
                .map(name -> new DemoAccount(name + "@demo.example", PASSWORD, "demo.account." + name))
                .toList();
    }

    private static OrganisationId organisation(int number) {
        return new OrganisationId(id(number));
    }

    private static UUID id(int number) {
        return new UUID(0x0de0000000004000L, 0x8000000000000000L + number);
    }
}
