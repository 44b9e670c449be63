package eu.boucle.web.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import eu.boucle.certificate.CertificateType;
import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Language;
import eu.boucle.identity.OpenAccount;
import eu.boucle.identity.Role;
import eu.boucle.support.BoucleTest;
import eu.boucle.support.Program;
import eu.boucle.web.security.SignedIn;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@BoucleTest
class WordingPagesTests {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    JsonMapper json;

    @TempDir
    Path folder;

    private MockMvc web;
    private AccountView editor;
    private AccountView second;
    private final String word = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void twoOfficers() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        editor = person(Role.COMPLIANCE);
        second = person(Role.COMPLIANCE);
    }

    @Test
    void everyWordingIsShownInBothLanguages() throws Exception {
        for (String language : new String[] {"fr", "en"}) {
            assertThat(shown("/wordings", language)).doesNotContain("??");
            for (CertificateType type : CertificateType.values()) {
                for (Language paper : Language.values()) {
                    assertThat(shown("/wordings/" + type + "/" + paper, language))
                            .contains("†")
                            .doesNotContain("??");
                }
            }
        }
        assertThat(call(editor, get("/wordings/LETTER/FR")).getStatus()).isIn(400, 404);
    }

    @Test
    void oneWritesOnThePageAndAnotherApproves() throws Exception {
        String page = "/wordings/ROHS_STATEMENT/FR";
        assertThat(call(
                                editor,
                                post(page)
                                        .with(csrf())
                                        .param("clauses/ROHS_SCOPE", "Pour le lot, " + word + ".")
                                        .param("reason", "relu " + word))
                        .getStatus())
                .isEqualTo(302);
        String version = Integer.toString(latest("ROHS_STATEMENT", "FR"));
        assertThat(call(editor, get(page)).getContentAsString())
                .contains("relu " + word, "Pour le lot, " + word, "Vous l’avez rédigée")
                .doesNotContain("Valider la version " + version);
        assertThat(call(second, get(page)).getContentAsString()).contains("Valider la version " + version);

        assertThat(pdf(call(second, get(page + "/" + version + ".pdf"))))
                .contains("Pour le lot, " + word, "modèle non validé", "Exemple");
        assertThat(call(second, post(page + "/approve").with(csrf()).param("version", version))
                        .getStatus())
                .isEqualTo(302);
        assertThat(call(second, get(page)).getContentAsString())
                .contains("Les certificats sont imprimés selon la version " + version + ", validée.");
        assertThat(pdf(call(second, get(page + "/" + version + ".pdf"))))
                .contains("version " + version + ", modèle validé");
        assertThat(call(second, post(page + "/withdraw").with(csrf()).param("version", version))
                        .getStatus())
                .as("without a reason")
                .isEqualTo(422);
        assertThat(call(second, get(page)).getContentAsString()).contains("selon la version " + version + ", validée");
        assertThat(call(
                                second,
                                post(page + "/withdraw")
                                        .with(csrf())
                                        .param("version", version)
                                        .param("withdrawReason", "trop dit " + word))
                        .getStatus())
                .isEqualTo(302);
        assertThat(call(second, get(page)).getContentAsString())
                .contains("avec la mention « modèle non validé »", "Validation retirée : trop dit " + word);
    }

    @Test
    void aWrongSentenceGoesBackToItsField() throws Exception {
        String page = "/wordings/DATA_SANITIZATION/EN";
        for (String target : new String[] {page, page + "/preview"}) {
            MockHttpServletResponse answer = call(
                    editor,
                    post(target)
                            .with(csrf())
                            .header("Referer", "http://localhost" + page)
                            .param("clauses/DATA_CLAIM", "We attest {everything}.")
                            .param("reason", "trial"));
            assertThat(answer.getStatus()).as(target).isEqualTo(303);
            assertThat(answer.getRedirectedUrl()).as(target).isEqualTo(page);
        }
    }

    @Test
    void aPreviewIsDrawnAndNothingIsKept() throws Exception {
        String page = "/wordings/DATA_SANITIZATION/EN";
        int before = latest("DATA_SANITIZATION", "EN");
        assertThat(pdf(call(
                        editor,
                        post(page + "/preview")
                                .with(csrf())
                                .param("clauses/DATA_CLAIM", "Under policy {policy}, " + word + ", level {level}."))))
                .contains("Under policy 1, " + word + ", level Clear.", "template not approved", "Example");
        assertThat(latest("DATA_SANITIZATION", "EN")).isEqualTo(before);
    }

    @Test
    void aCallWritesAndApproves() throws Exception {
        String address = "/api/v1/wordings/TAKE_BACK/EN";
        String body = "{\"clauses\":{\"TAKE_BACK_CLAIM\":\"Handed over by {%s}, " + word + ".\"},\"reason\":\"read\"}";
        MockHttpServletResponse wrong = sent(editor, body.formatted("donor"));
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString())
                .contains("WORDING_PLACEHOLDER_UNKNOWN", "donor", "{giver}", "Remise : «");
        assertThat(sent(editor, "{\"reason\":\"read\"}").getStatus()).isEqualTo(422);

        MockHttpServletResponse written = sent(editor, body.formatted("giver"));
        assertThat(written.getStatus()).as(written.getContentAsString()).isEqualTo(200);
        MockHttpServletResponse own = posted(editor, address + "/approve", "{}");
        assertThat(own.getStatus()).isEqualTo(403);
        assertThat(own.getContentAsString()).contains("WORDING_OWN_VERSION");
        JsonNode wording =
                json.readTree(posted(second, address + "/approve", "{}").getContentAsString());
        int version = latest("TAKE_BACK", "EN");
        assertThat(wording.path("inForce").asInt()).isEqualTo(version);
        assertThat(pdf(call(second, get(address + "/" + version + ".pdf"))))
                .contains("Handed over by Paul Martin, " + word);

        assertThat(posted(second, address + "/withdraw", "{}").getStatus()).isEqualTo(422);
        MockHttpServletResponse withdrawn =
                posted(second, address + "/withdraw", "{\"version\":" + version + ",\"reason\":\"too much\"}");
        assertThat(json.readTree(withdrawn.getContentAsString()).path("inForce").asInt())
                .isNotEqualTo(version);
        assertThat(json.readTree(call(editor, get(address)).getContentAsString())
                        .path("versions")
                        .get(version - 1)
                        .path("approved")
                        .asBoolean(true))
                .isFalse();
    }

    @Test
    void nobodyElseComesIn() throws Exception {
        for (Role role : Set.of(Role.CLIENT, Role.WAREHOUSE, Role.PARTNER, Role.ADMIN)) {
            assertThat(call(person(role), get("/wordings")).getStatus()).isEqualTo(403);
        }
    }

    private int latest(String type, String language) throws Exception {
        for (JsonNode one : json.readTree(call(editor, get("/api/v1/wordings")).getContentAsString())) {
            if (one.path("type").asString().equals(type)
                    && one.path("language").asString().equals(language)) {
                return one.path("latest").asInt();
            }
        }
        throw new AssertionError(type + " " + language);
    }

    private MockHttpServletResponse sent(AccountView by, String body) throws Exception {
        return call(
                by,
                put("/api/v1/wordings/TAKE_BACK/EN")
                        .with(csrf())
                        .contentType("application/json")
                        .content(body));
    }

    private MockHttpServletResponse posted(AccountView by, String address, String body) throws Exception {
        return call(
                by, post(address).with(csrf()).contentType("application/json").content(body));
    }

    private String pdf(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(200);
        Path file = Files.write(folder.resolve(UUID.randomUUID() + ".pdf"), answer.getContentAsByteArray());
        return Program.find("pdftotext")
                .run("-enc", "UTF-8", file, "-")
                .succeeded()
                .out()
                .replaceAll("\\s+", " ");
    }

    private String shown(String page, String language) throws Exception {
        MockHttpServletResponse answer = call(editor, get(page).param("lang", language));
        assertThat(answer.getStatus()).as(page).isEqualTo(200);
        return answer.getContentAsString();
    }

    private AccountView person(Role role) {
        return accounts.open(
                new OpenAccount(UUID.randomUUID() + "@example.org", "Test", null, Set.of(role), Set.of(), Language.FR));
    }

    private MockHttpServletResponse call(AccountView by, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        MockHttpServletResponse response = web.perform(request.with(authentication(SignedIn.as(by))))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
