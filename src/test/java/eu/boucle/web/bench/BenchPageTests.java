package eu.boucle.web.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import eu.boucle.asset.AssetView;
import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumStatus;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Language;
import eu.boucle.identity.OpenAccount;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Role;
import eu.boucle.sanitization.EvidenceDesk;
import eu.boucle.sanitization.Samples;
import eu.boucle.support.BoucleTest;
import eu.boucle.support.Lots;
import eu.boucle.web.security.SignedIn;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** The bench as the warehouse, the officer, the client and strangers see it. */
@BoucleTest
class BenchPageTests {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    Lots lots;

    @Autowired
    MediaRegister media;

    @Autowired
    RequestDesk requests;

    @Autowired
    EvidenceDesk desk;

    private MockMvc web;
    private AccountView storekeeper;
    private AccountView officer;
    private UUID client;
    private String serial;
    private AssetView server;
    private String reference;

    @BeforeEach
    void aServerToDecide() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        storekeeper = person(Role.WAREHOUSE, UUID.randomUUID());
        officer = person(Role.COMPLIANCE, UUID.randomUUID());
        client = lots.organisation(OrganisationKind.CLIENT);
        serial = "ZB" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT) + "K";
        server = lots.server(client, serial);
        reference = requests.request(server.request()).reference();
    }

    @Test
    void anAssetIsOpenedByItsLabelOrByTheSerialOfItsDisk() throws Exception {
        for (String typed : new String[] {server.tag().value(), serial + "D2"}) {
            assertThat(page(get("/bench").param("tag", typed), storekeeper))
                    .contains(server.tag().value(), serial + "D1", serial + "D2", "Saisir une fiche")
                    .doesNotContain("??");
        }
        assertThat(page(get("/bench").param("tag", "rien de connu"), storekeeper))
                .contains("rien de connu");
        assertThat(page(get("/bench?lang=en").param("tag", server.tag().value()), officer))
                .contains("Media decided")
                .doesNotContain("??", "Record by hand");
    }

    @Test
    void reportsAreReadEachForItself() throws Exception {
        MockHttpServletResponse sent = call(
                multipart("/bench/reports")
                        .file(file("good.txt", Samples.log(serial + "D1", "WD-" + serial + "D2")))
                        .file(file("photo.txt", new byte[] {1, 2, 3}))
                        .param("tag", server.tag().value())
                        .with(csrf()),
                storekeeper);

        assertThat(sent.getStatus()).isEqualTo(302);
        assertThat(media.medium(server.media().getFirst().id()).status()).isEqualTo(MediumStatus.ERASED);
        assertThat(page(get("/bench/inbox"), storekeeper))
                .contains("WD-" + serial + "D2", "C’est celui-ci")
                .doesNotContain("??");
        assertThat(page(get("/bench").param("tag", server.tag().value()), storekeeper))
                .contains("Rapport d’effacement");
    }

    @Test
    void aReportSaysItsVerdictsInWords() throws Exception {
        String id = desk.receive("a.txt", Samples.failedLog(serial + "D1", serial + "D2"), null, storekeeper.actor())
                .id()
                .value()
                .toString();

        assertThat(page(get("/bench/reports/" + id), storekeeper))
                .contains("L’outil déclare l’échec.", server.tag().value())
                .doesNotContain("??");
        assertThat(call(get("/bench/reports/" + UUID.randomUUID()), storekeeper).getStatus())
                .isEqualTo(404);
    }

    @Test
    void formsOfferWhatTheMediumAllowsAndKeepWhatWasTyped() throws Exception {
        String medium = "/bench/media/" + server.media().getFirst().id().value();

        assertThat(page(get(medium), storekeeper)).contains(serial + "D1").doesNotContain("??");
        assertThat(page(get(medium + "/record"), storekeeper))
                .contains("Commande SANITIZE, écrasement")
                .doesNotContain("??", "Broyage", "effacement par blocs");
        assertThat(page(get(medium + "/destruction"), storekeeper))
                .contains("Broyage")
                .doesNotContain("??");
        call(
                post(medium + "/record")
                        .param("technique", "OVERWRITE")
                        .param("startedAt", "2026-01-01T10:00")
                        .param("endedAt", "2026-01-01T11:00")
                        .param("result", "ERASED")
                        .with(csrf()),
                storekeeper);
        assertThat(media.medium(server.media().getFirst().id()).status()).isEqualTo(MediumStatus.ERASED);
    }

    @Test
    void somebodyElseValidatesFromTheRequestsPage() throws Exception {
        desk.receive("a.txt", Samples.log(serial + "D1", serial + "D2"), null, storekeeper.actor());
        String address = "/requests/" + reference + "/sanitization";

        assertThat(page(get(address), storekeeper))
                .contains("une autre personne doit valider")
                .doesNotContain("??", "Valider l’effacement");
        assertThat(page(get(address), officer)).contains("Valider l’effacement", serial + "D1");
        assertThat(call(post(address + "/validate").with(csrf()), officer).getStatus())
                .isEqualTo(302);
        assertThat(page(get(address), officer)).contains("Validé").doesNotContain("Valider l’effacement");
        assertThat(page(get(address), person(Role.CLIENT, client)))
                .contains(serial + "D1")
                .doesNotContain("??", "/bench");
    }

    @Test
    void aStrangerMeetsTheSame404AndAClosedDoor() throws Exception {
        AccountView stranger = person(Role.CLIENT, lots.organisation(OrganisationKind.CLIENT));
        AccountView partner = person(Role.PARTNER, lots.organisation(OrganisationKind.PARTNER));
        String medium = "/bench/media/" + server.media().getFirst().id().value();

        assertThat(call(get("/requests/" + reference + "/sanitization"), stranger)
                        .getStatus())
                .isEqualTo(404);
        assertThat(call(get("/bench"), stranger).getStatus()).isEqualTo(403);
        assertThat(call(get(medium), partner).getStatus()).isEqualTo(404);
        assertThat(call(post(medium + "/destruction").with(csrf()), partner).getStatus())
                .isEqualTo(404);
        assertThat(page(get("/bench").param("tag", server.tag().value()), partner))
                .doesNotContain(serial, "??");
    }

    private static MockMultipartFile file(String name, byte[] bytes) {
        return new MockMultipartFile("file", name, "text/plain", bytes);
    }

    private AccountView person(Role role, UUID organisation) {
        return accounts.open(new OpenAccount(
                UUID.randomUUID() + "@test.example",
                "Personne " + role,
                "un mot de passe long",
                Set.of(role),
                role == Role.WAREHOUSE || role == Role.COMPLIANCE ? Set.of() : Set.of(new OrganisationId(organisation)),
                Language.FR));
    }

    private String page(AbstractMockHttpServletRequestBuilder<?> request, AccountView by) throws Exception {
        MockHttpServletResponse response = call(request, by);
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString();
    }

    private MockHttpServletResponse call(AbstractMockHttpServletRequestBuilder<?> request, AccountView by)
            throws Exception {
        return web.perform(request.with(authentication(SignedIn.as(by))))
                .andReturn()
                .getResponse();
    }
}
