package eu.boucle.web.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.decommissioning.AssetQuestions;
import eu.boucle.decommissioning.FoundOnSite;
import eu.boucle.decommissioning.QuestionView;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
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

/** The pages of the roads back of an item: each offers what may be done, says what will happen, and shows it done. */
@BoucleTest
class RoadsBackPageTests {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Lots lots;

    @Autowired
    Accounts accounts;

    @Autowired
    AssetRegister register;

    @Autowired
    AssetQuestions questions;

    @Autowired
    FoundOnSite found;

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
        owner = person(client, Role.CLIENT);
        UUID host = lots.organisation(OrganisationKind.PARTNER);
        storekeeper = person(host, Role.WAREHOUSE);
        officer = person(host, Role.COMPLIANCE);
    }

    @Test
    void aQuestionIsAskedAnsweredWithAFileAndClosedOnTheItemsPage() throws Exception {
        AssetView screen = lots.screens(client, serial(), 1).getFirst();
        String address = "/assets/" + screen.tag().value();
        assertThat(read(storekeeper, address)).contains("Poser une question au client");
        assertThat(read(owner, address)).doesNotContain("Questions au client");
        ask(
                storekeeper,
                post(address + "/questions")
                        .param("question", "Est-il à vous ?")
                        .param("blocking", "true"));
        QuestionView asked = questions.ofAsset(screen.id()).getFirst();
        assertThat(read(owner, address)).contains("Est-il à vous ?", "Retient les certificats", "Votre réponse");
        assertThat(read(owner, "/")).contains("Répondre à la question posée sur " + screen.tag());
        String question = "/questions/" + asked.id().value();
        MockMultipartFile bill = new MockMultipartFile(
                "file", "facture n°1.pdf", "application/pdf", "%PDF-facture".getBytes(StandardCharsets.UTF_8));
        ask(owner, multipart(question + "/answer").file(bill).param("answer", "Oui, voici la facture"));
        assertThat(read(storekeeper, address + "?lang=en"))
                .contains("Oui, voici la facture", "facture n°1.pdf", "Close the question", "Answered, to be closed")
                .doesNotContain("??");
        MockHttpServletResponse file = ask(storekeeper, get(question + "/file"));
        assertThat(file.getContentAsString()).isEqualTo("%PDF-facture");
        assertThat(file.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(ask(person(lots.organisation(OrganisationKind.CLIENT), Role.CLIENT), get(question + "/file"))
                        .getStatus())
                .isEqualTo(404);
        ask(storekeeper, post(question + "/close"));
        assertThat(read(owner, address)).contains("Question close").doesNotContain("??");
    }

    @Test
    void severalItemsAreTickedAndCorrectedOrGivenBackAfterAPageThatSaysWhatWillHappen() throws Exception {
        List<AssetView> screens = lots.screens(client, serial(), 3);
        String lot = "/requests/" + register.requestReference(screens.getFirst().request()) + "/assets";
        String one = screens.get(0).tag().value();
        String two = screens.get(1).tag().value();
        assertThat(read(officer, lot))
                .contains("name=\"tag\"", "/assets/correct")
                .doesNotContain("/assets/withdraw");
        assertThat(read(storekeeper, lot)).contains("/assets/withdraw");
        assertThat(read(owner, lot)).doesNotContain("name=\"tag\"");
        assertThat(ask(officer, get(lot + "/correct")).getRedirectedUrl()).isEqualTo(lot);
        assertThat(read(officer, lot + "/correct?tag=" + one + "&tag=" + two))
                .contains("Corriger le classement de 2 équipements", one, two)
                .doesNotContain("??");
        ask(
                officer,
                post(lot + "/correct")
                        .param("tag", one, two)
                        .param("wasteCode", "16 02 14")
                        .param("reason", "Vus au quai"));
        assertThat(register.asset(screens.get(1).id()).wasteCode()).isEqualTo("16 02 14");
        assertThat(read(storekeeper, lot + "/withdraw?tag=" + one + "&tag=" + two + "&lang=en"))
                .contains("Give 2 items back to the client", "This cannot be undone")
                .doesNotContain("??");
        ask(storekeeper, post(lot + "/withdraw").param("tag", one, two).param("reason", "Gardés"));
        assertThat(register.asset(screens.get(0).id()).state()).isEqualTo(AssetState.WITHDRAWN);
        assertThat(register.asset(screens.get(2).id()).state()).isEqualTo(AssetState.DECLARED);
        assertThat(read(storekeeper, lot + "/withdraw?tag=" + one + "&lang=fr")).contains("ne peuvent pas être rendus");
    }

    @Test
    void anItemIsMissedAndFoundAndItsLabelReplaced() throws Exception {
        AssetView screen = lots.screens(client, serial(), 1).getFirst();
        String address = "/assets/" + screen.tag().value();
        String request = register.requestReference(screen.request());
        ask(storekeeper, post(address + "/missing").param("reason", "Plus au quai"));
        assertThat(read(storekeeper, address)).contains("Introuvable", "Dire qu’il est retrouvé");
        ask(storekeeper, post(address + "/found").param("reason", "Au sous-sol"));
        assertThat(register.asset(screen.id()).state()).isEqualTo(AssetState.DECLARED);
        assertThat(read(storekeeper, address)).contains("Étiquette perdue ou abîmée", "Annuler et remplacer");
        assertThat(ask(
                                storekeeper,
                                post(address + "/reprint-label")
                                        .param("reason", "Déchirée")
                                        .param("request", request))
                        .getRedirectedUrl())
                .isEqualTo("/requests/" + request + "/labels?tag=" + screen.tag());
        assertThat(read(storekeeper, "/requests/" + request + "/labels?tag=" + screen.tag()))
                .contains("L’étiquette d’un seul équipement")
                .doesNotContain("??");
        ask(
                storekeeper,
                post(address + "/replace-tag").param("reason", "Perdue").param("request", request));
        String fresh = register.asset(screen.id()).tag().value();
        assertThat(fresh).isNotEqualTo(screen.tag().value());
        assertThat(ask(owner, get(address)).getRedirectedUrl())
                .as("the old label leads to what bore it")
                .isEqualTo("/assets/" + fresh);
        assertThat(ask(person(lots.organisation(OrganisationKind.CLIENT), Role.CLIENT), get(address))
                        .getStatus())
                .isEqualTo(404);
        assertThat(read(owner, "/assets/" + fresh + "?lang=en"))
                .contains("Void labels", screen.tag().value(), "Label voided and replaced")
                .doesNotContain("??");
    }

    @Test
    void aMachineFoundOnSiteIsAddedAndTheClientAnswers() throws Exception {
        AssetView screen = lots.screens(client, serial(), 1).getFirst();
        String request = "/requests/" + register.requestReference(screen.request());
        assertThat(read(storekeeper, request)).contains("Ajouter un équipement trouvé sur place");
        assertThat(read(storekeeper, request + "/found/new?serial=ABC"))
                .contains("value=\"ABC\"", "Effacer")
                .doesNotContain("??");
        String serial = serial();
        String address = ask(
                        storekeeper,
                        post(request + "/found")
                                .param("type", "server-rack")
                                .param("manufacturer", "HP")
                                .param("model", "DL380")
                                .param("serial", serial)
                                .param("reason", "Sous le premier"))
                .getRedirectedUrl();
        assertThat(address).startsWith("/assets/");
        assertThat(read(owner, "/")).contains("Un équipement trouvé sur place est ajouté");
        assertThat(read(owner, request)).contains("Trouvé sur place", "Sous le premier", "Non, rendez-le");
        assertThat(read(owner, request + "?lang=en")).contains("Found on site").doesNotContain("??");
        int line = found.of(screen.request()).getFirst().line();
        ask(owner, post(request + "/found/" + line + "/confirm").param("data", "DESTROY/HERE/DESTROY"));
        assertThat(read(storekeeper, request))
                .contains("Confirmé par le client")
                .doesNotContain("??");
        AssetView added = register.asset(found.of(screen.request()).getFirst().asset());
        assertThat(added.media().getFirst().instruction().level()).isEqualTo(SanitizationLevel.DESTROY);
        assertThat(read(owner, request + "/lines/" + line + "/data?lang=fr"))
                .contains("Première consigne", "Effacer · Chez l’hébergeur", "Détruire · Chez l’hébergeur")
                .doesNotContain("??");
        ask(
                owner,
                post(request + "/lines/" + line + "/data")
                        .param("data", "ERASE/HERE/CLEAR")
                        .param("reason", "Finalement réutilisable"));
        assertThat(register.asset(added.id()).media().getFirst().instruction().level())
                .isEqualTo(SanitizationLevel.CLEAR);
        assertThat(read(owner, address))
                .contains("Consigne pour les données changée par le client", "Changer la consigne")
                .contains("Détruire · Chez l’hébergeur · Destruction → Effacer · Chez l’hébergeur · Clear");
    }

    private static String serial() {
        return "B" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private String read(AccountView reader, String address) throws Exception {
        MockHttpServletResponse answer = ask(reader, get(address));
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse ask(AccountView reader, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        return web.perform(request.accept("text/html").with(csrf()).with(authentication(SignedIn.as(reader))))
                .andReturn()
                .getResponse();
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
