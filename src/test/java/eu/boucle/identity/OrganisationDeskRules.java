package eu.boucle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.decommissioning.Contact;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.decommissioning.WriteRequest;
import eu.boucle.document.PaperView;
import eu.boucle.document.Papers;
import eu.boucle.ledger.Ledger;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Period;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Problem;
import eu.boucle.shared.StateForbids;
import eu.boucle.support.Jobs;
import eu.boucle.support.Lots;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the administrator keeps of organisations, and what clients keep of their sites. */
abstract class OrganisationDeskRules {

    private static final PostalAddress LYON = new PostalAddress("1 rue des Essais", "69003", "Lyon", "FR");
    private static final Actor ADMIN = new Actor(UUID.randomUUID(), "Admin", Set.of(Role.ADMIN), Set.of());

    @Autowired
    OrganisationDesk desk;

    @Autowired
    SiteDesk sites;

    @Autowired
    Organisations organisations;

    @Autowired
    RequestDesk requests;

    @Autowired
    Papers papers;

    @Autowired
    Lots lots;

    @Autowired
    Jobs jobs;

    @Autowired
    Ledger ledger;

    private static WriteOrganisation named(String name) {
        return WriteOrganisation.of(OrganisationKind.CLIENT, name, "", "", LYON, Language.FR, List.of());
    }

    private OrganisationRecord client(String name) {
        return desk.open(named(name), ADMIN);
    }

    private List<String> journal(UUID subject) {
        return ledger.about(subject).stream().map(entry -> entry.kind()).toList();
    }

    @Test
    void anOrganisationIsOpenedAndReadBackWhole() {
        OrganisationRecord kept = desk.open(
                WriteOrganisation.of(
                        OrganisationKind.PARTNER,
                        " La Benne ",
                        "",
                        "fr 83 404 833 048",
                        LYON,
                        Language.EN,
                        List.of(
                                new ToldContact("", "", "", Set.of()),
                                new ToldContact("Ana", "ana@benne.example", "04 72", Set.of(Topic.INCIDENTS)))),
                ADMIN);

        OrganisationRecord read = desk.record(kept.organisation().id(), ADMIN);
        assertThat(read).isEqualTo(kept);
        assertThat(read.organisation().name()).isEqualTo("La Benne");
        assertThat(read.vatNumber()).isEqualTo("FR83404833048");
        assertThat(read.contacts())
                .containsExactly(new ToldContact("Ana", "ana@benne.example", "04 72", Set.of(Topic.INCIDENTS)));
        assertThat(journal(kept.organisation().id().value())).containsExactly("OrganisationOpened");
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        assertThatThrownBy(() -> WriteOrganisation.of(
                        OrganisationKind.CLIENT,
                        " ",
                        "12345678901234",
                        "FR00404833048",
                        new PostalAddress("", "69003", "Lyon", "France"),
                        Language.FR,
                        List.of(
                                new ToldContact("", "", "", Set.of()),
                                new ToldContact("Ana", "nowhere", "", Set.of()))))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Problem::path)
                                .containsExactlyInAnyOrder(
                                        "siret",
                                        "name",
                                        "vatNumber",
                                        "address/street",
                                        "address/country",
                                        "contacts/1/email"));
    }

    @Test
    void aFrenchVatNumberBelongsToTheSameCompany() {
        assertThatThrownBy(() -> WriteOrganisation.of(
                        OrganisationKind.CLIENT,
                        "Client",
                        "73282932000074",
                        "FR83404833048",
                        LYON,
                        Language.FR,
                        List.of()))
                .hasMessageContaining("VAT_WRONG");
        assertThat(WriteOrganisation.of(
                                OrganisationKind.CLIENT,
                                "Client",
                                "73282932000074",
                                "FR44732829320",
                                LYON,
                                Language.FR,
                                List.of())
                        .vatNumber())
                .isEqualTo("FR44732829320");
    }

    @Test
    void twoClientsDoNotShareASiret() {
        String siret = freeSiret();
        desk.open(WriteOrganisation.of(OrganisationKind.CLIENT, "One", siret, "", LYON, Language.FR, List.of()), ADMIN);

        assertThatThrownBy(() -> desk.open(
                        WriteOrganisation.of(OrganisationKind.CLIENT, "Two", siret, "", LYON, Language.FR, List.of()),
                        ADMIN))
                .hasMessageContaining("SIRET_TAKEN");
    }

    /** An establishment of La Poste, whose key is easily found: the sum of digits. */
    private String freeSiret() {
        for (int i = 10_000; ; i++) {
            String digits = "356000000" + i;
            if (digits.chars().map(c -> c - '0').sum() % 5 == 0
                    && organisations.clients().stream()
                            .noneMatch(client -> client.siret() != null
                                    && client.siret().value().equals(digits))) {
                return digits;
            }
        }
    }

    @Test
    void thereIsOneHost() {
        lots.organisation(OrganisationKind.CLIENT);

        assertThatThrownBy(() -> desk.open(
                        WriteOrganisation.of(OrganisationKind.HOST, "Second", "", "", LYON, Language.FR, List.of()),
                        ADMIN))
                .isInstanceOf(StateForbids.class)
                .hasMessageContaining("HOST_ALREADY");
        assertThatThrownBy(() -> desk.archive(organisations.host().orElseThrow().id(), ADMIN))
                .hasMessageContaining("HOST_STAYS");
    }

    @Test
    void twoWhoEditAtOnceDoNotOverwriteEachOther() {
        OrganisationRecord read = client("Before");
        OrganisationId id = read.organisation().id();
        desk.edit(id, named("First"), read.version(), ADMIN);

        assertThatThrownBy(() -> desk.edit(id, named("Second"), read.version(), ADMIN))
                .isInstanceOf(StateForbids.class)
                .hasMessageContaining("CHANGED_MEANWHILE");
        assertThat(organisations.organisation(id).name()).isEqualTo("First");
        assertThat(journal(id.value())).containsExactly("OrganisationOpened", "OrganisationEdited");
    }

    @Test
    void onlyTheAdministratorEditsAndOnlyItsOwnPeopleReadIt() {
        OrganisationRecord kept = client("Mine");
        OrganisationId id = kept.organisation().id();
        Actor own = Lots.client(id.value());
        Actor other = Lots.client(UUID.randomUUID());

        assertThat(desk.record(id, own)).isEqualTo(kept);
        assertThatThrownBy(() -> desk.record(id, other)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.edit(id, named("Theirs"), null, own)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> desk.edit(id, named("Theirs"), null, Lots.officer()))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> desk.archive(id, own)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> desk.page(null, false, null, 10, own)).isInstanceOf(NotAllowed.class);
    }

    @Test
    void anOrganisationWithAnOpenRequestIsNotArchivedAndTakesNoNewOneOnceItIs() {
        UUID client = lots.organisation(OrganisationKind.CLIENT);
        OrganisationId id = new OrganisationId(client);
        RequestView request = lots.accepted(client, List.of(Lots.line("monitor", serial(), List.of())));

        assertThatThrownBy(() -> desk.archive(id, ADMIN))
                .isInstanceOf(StateForbids.class)
                .hasMessageContaining("CASES_OPEN")
                .hasMessageContaining(request.reference());
        assertThat(organisations.organisation(id).archived()).isFalse();

        RequestView draft = requests.write(asking(request.site(), serial()), false, Lots.client(client));
        requests.cancel(request.reference(), Lots.client(client));
        desk.archive(id, ADMIN);
        desk.archive(id, ADMIN);

        assertThat(organisations.organisation(id).archived()).isTrue();
        assertThat(journal(client)).containsExactly("OrganisationArchived");
        assertThatThrownBy(() -> requests.submit(draft.reference(), Lots.client(client)))
                .hasMessageContaining("ORGANISATION_ARCHIVED");
        assertThatThrownBy(() -> requests.write(asking(request.site(), serial()), true, Lots.client(client)))
                .hasMessageContaining("ORGANISATION_ARCHIVED");
        assertThatThrownBy(() -> desk.edit(id, named("Again"), null, ADMIN))
                .hasMessageContaining("ORGANISATION_ARCHIVED");
    }

    @Test
    void aNewNameIsForNewPapersOnly() {
        OrganisationRecord kept = client("Nom d’avant");
        OrganisationId id = kept.organisation().id();
        RequestView before = lots.accepted(id.value(), List.of(Lots.line("monitor", serial(), List.of())));
        jobs.runAll();
        PaperView issued = papers.latest("REQUEST_COPY", before.id().value()).orElseThrow();
        byte[] bytes = papers.bytes(issued.id());
        String snapshot = papers.snapshot(issued.id());

        desk.edit(id, named("Nom d’après"), kept.version(), ADMIN);

        assertThat(papers.latest("REQUEST_COPY", before.id().value())).contains(issued);
        assertThat(papers.bytes(issued.id())).isEqualTo(bytes);
        assertThat(papers.snapshot(issued.id()))
                .isEqualTo(snapshot)
                .contains("Nom d’avant")
                .doesNotContain("Nom d’après");
        RequestView after = lots.accepted(id.value(), List.of(Lots.line("monitor", serial(), List.of())));
        jobs.runAll();
        assertThat(papers.snapshot(papers.latest("REQUEST_COPY", after.id().value())
                        .orElseThrow()
                        .id()))
                .contains("Nom d’après");
    }

    @Test
    void theListGoesOnWhereItStopped() {
        List<OrganisationId> opened = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            opened.add(client("Suite " + UUID.randomUUID()).organisation().id());
        }
        List<OrganisationId> seen = new ArrayList<>();
        String after = null;
        do {
            var slice = desk.page(OrganisationKind.CLIENT, false, after, 2, ADMIN);
            slice.items().forEach(one -> seen.add(one.id()));
            after = slice.next();
        } while (after != null);

        assertThat(seen).doesNotHaveDuplicates().containsAll(opened);
    }

    @Test
    void aSiteIsKeptByTheClientTheOfficerAndTheAdministrator() {
        OrganisationId client = client("Propriétaire").organisation().id();
        Actor own = Lots.client(client.value());
        AccessNotes notes = new AccessNotes("Quai 2", "2e étage", "", "à l’accueil", "19 t", "8 h–12 h", "Sonner");
        SiteView site = organisations.addSite(new AddSite(client, "Salle A", LYON, notes), ADMIN);

        assertThat(sites.site(site.id(), own)).isEqualTo(site);
        assertThat(site.access()).isEqualTo("Quai 2, 2e étage, à l’accueil, 19 t, 8 h–12 h, Sonner");
        SiteView edited = sites.edit(site.id(), new WriteSite("Salle B", LYON, notes), site.version(), own);
        assertThat(edited.name()).isEqualTo("Salle B");
        assertThatThrownBy(() -> sites.edit(site.id(), new WriteSite("C", LYON, notes), site.version(), own))
                .hasMessageContaining("CHANGED_MEANWHILE");
        sites.edit(site.id(), new WriteSite("Salle C", LYON, notes), null, Lots.officer());
        Actor other = Lots.client(UUID.randomUUID());
        assertThatThrownBy(() -> sites.site(site.id(), other)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sites.archive(site.id(), other)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> sites.ofClient(client, Lots.storekeeper())).isInstanceOf(NotFound.class);
        assertThat(journal(site.id().value())).containsExactly("SiteAdded", "SiteEdited", "SiteEdited");
    }

    @Test
    void anArchivedSiteTakesNoNewRequest() {
        OrganisationId client = client("Déménage").organisation().id();
        Actor own = Lots.client(client.value());
        SiteView site = organisations.addSite(new AddSite(client, "Ancienne salle", LYON, ""), own);
        RequestView draft = requests.write(asking(site.id(), serial()), false, own);
        sites.archive(site.id(), own);
        sites.archive(site.id(), own);

        assertThat(organisations.sites(own)).isEmpty();
        assertThat(sites.ofClient(client, own)).hasSize(1);
        assertThatThrownBy(() -> requests.submit(draft.reference(), own)).hasMessageContaining("SITE_ARCHIVED");
        assertThatThrownBy(() -> requests.write(asking(site.id(), serial()), true, own))
                .hasMessageContaining("SITE_ARCHIVED");
        assertThat(journal(site.id().value())).containsExactly("SiteAdded", "SiteArchived");
    }

    @Test
    void aSiteBelongsToAClient() {
        UUID partner = lots.organisation(OrganisationKind.PARTNER);

        assertThatThrownBy(() ->
                        organisations.addSite(new AddSite(new OrganisationId(partner), "Atelier", LYON, ""), ADMIN))
                .hasMessageContaining("SITE_NEEDS_CLIENT");
    }

    private static WriteRequest asking(@Nullable SiteId site, String serial) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));
        return new WriteRequest(
                null,
                site,
                new Contact("Ada", "ada@client.example", "+33 1 02 03 04 05"),
                new Period(today, today.plusDays(3)),
                new DataInstruction(DataAction.NONE, DataPlace.HERE, SanitizationLevel.CLEAR),
                "",
                List.of(Lots.line("monitor", serial, List.of())));
    }

    private static String serial() {
        return "S" + UUID.randomUUID().toString().substring(0, 10).toUpperCase(Locale.ROOT);
    }
}
