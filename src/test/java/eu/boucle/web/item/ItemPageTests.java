package eu.boucle.web.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.Clearance;
import eu.boucle.asset.MediaRegister;
import eu.boucle.custody.RoundMode;
import eu.boucle.custody.RoundView;
import eu.boucle.custody.ScanCommand;
import eu.boucle.custody.ScanRounds;
import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Language;
import eu.boucle.identity.OpenAccount;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Role;
import eu.boucle.support.BoucleTest;
import eu.boucle.support.Lots;
import eu.boucle.web.security.SignedIn;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@BoucleTest
class ItemPageTests {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Lots lots;

    @Autowired
    Accounts accounts;

    @Autowired
    AssetRegister register;

    @Autowired
    MediaRegister media;

    @Autowired
    ScanRounds rounds;

    @Autowired
    Clock clock;

    private MockMvc web;
    private UUID client;
    private AccountView owner;
    private AccountView storekeeper;
    private AccountView officer;

    @BeforeEach
    void people() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        client = lots.organisation(OrganisationKind.CLIENT);
        UUID host = lots.organisation(OrganisationKind.PARTNER);
        owner = person(client, Role.CLIENT);
        storekeeper = person(host, Role.WAREHOUSE);
        officer = person(host, Role.COMPLIANCE);
    }

    @Test
    void aPageTellsWhatAnItemIsAndEverythingThatHappenedToIt() throws Exception {
        AssetView server = lots.server(client, serial());
        RoundView round =
                rounds.open(RoundMode.TAGGING, server.request(), "DR-2026-000001", client, storekeeper.actor());
        rounds.scan(
                round.id(),
                List.of(new ScanCommand(
                        UUID.randomUUID(),
                        server.tag().value(),
                        Objects.requireNonNull(server.serial()).raw(),
                        clock.instant(),
                        "")),
                storekeeper.actor());
        media.erased(server.media().getFirst().id(), "report 1", storekeeper.actor(), clock.instant());

        String page = read(owner, "/assets/" + server.tag().value());
        assertThat(page)
                .contains(server.tag().value())
                .contains(Objects.requireNonNull(server.serial()).raw())
                .contains("1 support traité sur 2")
                .contains("Étiqueté")
                .contains("Non libéré")
                .contains("16 02 13*")
                .contains("kg (déclaré)")
                .contains("Lecture, Étiquetage : Trouvé")
                .contains("Support " + serialOfFirstDisk(server) + " : Effacé")
                .doesNotContain("??");
        assertThat(page).as("the client changes nothing here").doesNotContain("confirm-empty", "/withdraw", "/media");
        assertThat(page.indexOf("Enregistré")).isLessThan(page.indexOf("Lecture, Étiquetage"));

        media.erased(server.media().getLast().id(), "report 2", storekeeper.actor(), clock.instant());
        assertThat(read(owner, "/assets/" + server.tag().value() + "?lang=en"))
                .contains("2 media decided of 2", "Cleared to leave")
                .doesNotContain("??");
    }

    @Test
    void aStrangerAndAnUnknownTagGetTheSamePage() throws Exception {
        AssetView screen = lots.screens(client, serial(), 1).getFirst();
        AccountView stranger = person(lots.organisation(OrganisationKind.CLIENT), Role.CLIENT);
        assertThat(ask(stranger, get("/assets/" + screen.tag().value())).getStatus())
                .isEqualTo(404);
        assertThat(ask(stranger, get("/assets/0000000")).getStatus()).isEqualTo(404);
        assertThat(ask(stranger, get("/assets/nothing")).getStatus()).isEqualTo(404);
        assertThat(ask(
                                person(client, Role.PARTNER),
                                get("/assets/" + screen.tag().value()))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void theOfficerCorrectsTheClassificationAndTheReasonIsKept() throws Exception {
        AssetView screen = lots.screens(client, serial(), 1).getFirst();
        String page = read(officer, "/assets/" + screen.tag().value());
        assertThat(page).contains("name=\"wasteCode\"", "16 02 14 – ");
        MockHttpServletResponse sent = ask(
                officer,
                post("/assets/" + screen.tag().value() + "/classification")
                        .param("weeeCategory", "")
                        .param("wasteCode", "16 02 14")
                        .param("largestDimensionCm", "")
                        .param("reason", "Dalle sans mercure, vérifiée"));
        assertThat(sent.getRedirectedUrl()).isEqualTo("/assets/" + screen.tag().value());
        AssetView corrected = register.asset(screen.id());
        assertThat(corrected.wasteCode()).isEqualTo("16 02 14");
        assertThat(corrected.dangerous()).isFalse();
        assertThat(read(officer, "/assets/" + screen.tag().value()))
                .contains("href=\"/reference-tables/waste-codes/rows/16%2002%2014\"", "version 0")
                .contains("href=\"/reference-tables/equipment-types/rows/" + screen.type() + "\"");
        assertThat(read(owner, "/assets/" + screen.tag().value()))
                .contains("Lignes de référence appliquées", screen.type())
                .doesNotContain("/reference-tables/");
        assertThat(read(owner, "/assets/" + screen.tag().value()))
                .contains("Dalle sans mercure, vérifiée", "Classement corrigé : 2 · 16 02 14");
    }

    @Test
    void aWrongDimensionIsSaidBesideItsField() throws Exception {
        AssetView screen = lots.screens(client, serial(), 1).getFirst();
        String address = "/assets/" + screen.tag().value();
        MvcResult refused = perform(
                officer,
                post(address + "/classification")
                        .header("Referer", "http://localhost" + address)
                        .param("largestDimensionCm", "grand")
                        .param("reason", "essai"));
        assertThat(refused.getResponse().getRedirectedUrl()).isEqualTo(address);
        Map<String, Object> flash = refused.getFlashMap();
        String page = Objects.requireNonNull(
                perform(officer, get(address).flashAttrs(flash)).getResponse().getContentAsString());
        assertThat(page).contains("n’est pas plausible", "value=\"grand\"").doesNotContain("??");
    }

    @Test
    void theWarehouseNamesAFoundMediumAndTwoPeopleConfirmAnEmptyItem() throws Exception {
        AssetView server = lots.register(client, List.of(Lots.line("server-rack", serial(), List.of())))
                .getFirst();
        String address = "/assets/" + server.tag().value();
        assertThat(read(storekeeper, address))
                .contains("Support à nommer", "confirm-empty", "Aucun support à l’intérieur");
        ask(storekeeper, post(address + "/confirm-empty"));
        assertThat(register.asset(server.id()).clearance()).isEqualTo(Clearance.NONE);
        ask(officer, post(address + "/confirm-empty"));
        assertThat(register.asset(server.id()).clearance()).isEqualTo(Clearance.CLEARED);
        ask(
                storekeeper,
                post(address + "/media")
                        .param("kind", "SSD")
                        .param("attached", "ATA")
                        .param("serial", "S3Z8 " + serial())
                        .param("capacityGb", "1 920"));
        AssetView again = register.asset(server.id());
        assertThat(again.media())
                .singleElement()
                .satisfies(found -> assertThat(found.capacityGb()).isEqualTo(1920));
        assertThat(again.clearance()).isEqualTo(Clearance.NONE);
        assertThat(read(storekeeper, address))
                .contains("Confirmé vide par une deuxième personne", "Support trouvé : S3Z8")
                .doesNotContain("??");
    }

    @Test
    void theWarehouseGivesAnItemBack() throws Exception {
        AssetView screen = lots.screens(client, serial(), 1).getFirst();
        String address = "/assets/" + screen.tag().value();
        assertThat(ask(officer, post(address + "/withdraw").param("reason", "non"))
                        .getStatus())
                .isEqualTo(403);
        ask(storekeeper, post(address + "/withdraw").param("reason", "Le client le reprend"));
        assertThat(register.asset(screen.id()).state()).isEqualTo(AssetState.WITHDRAWN);
        assertThat(read(owner, address)).contains("Rendu au client", "Le client le reprend");
    }

    @Test
    void theItemsOfARequestArePagedAndHiddenFromStrangers() throws Exception {
        List<AssetView> screens = lots.screens(client, serial(), 60);
        String reference = register.requestReference(screens.getFirst().request());
        String first = read(owner, "/requests/" + reference + "/assets");
        assertThat(first).contains("rel=\"next\"").doesNotContain("??");
        long shown = screens.stream()
                .filter(screen -> first.contains("/assets/" + screen.tag().value()))
                .count();
        assertThat(shown).isEqualTo(50);
        AccountView stranger = person(lots.organisation(OrganisationKind.CLIENT), Role.CLIENT);
        assertThat(ask(stranger, get("/requests/" + reference + "/assets")).getStatus())
                .isEqualTo(404);
    }

    private static String serialOfFirstDisk(AssetView server) {
        return Objects.requireNonNull(server.media().getFirst().serial()).raw();
    }

    private static String serial() {
        return "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    }

    private String read(AccountView reader, String address) throws Exception {
        MockHttpServletResponse answer = ask(reader, get(address));
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString();
    }

    private MockHttpServletResponse ask(AccountView reader, MockHttpServletRequestBuilder request) throws Exception {
        return perform(reader, request).getResponse();
    }

    private MvcResult perform(AccountView reader, MockHttpServletRequestBuilder request) throws Exception {
        return web.perform(request.accept("text/html").with(csrf()).with(authentication(SignedIn.as(reader))))
                .andReturn();
    }

    private AccountView person(UUID organisation, Role role) {
        return accounts.open(new OpenAccount(
                UUID.randomUUID() + "@example.org",
                "Camille",
                null,
                Set.of(role),
                Set.of(new OrganisationId(organisation)),
                Language.FR));
    }
}
