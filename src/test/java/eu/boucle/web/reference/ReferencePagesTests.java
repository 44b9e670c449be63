package eu.boucle.web.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import eu.boucle.asset.AssetView;
import eu.boucle.asset.RowsUsed;
import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Language;
import eu.boucle.identity.OpenAccount;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Role;
import eu.boucle.support.BoucleTest;
import eu.boucle.support.Lots;
import eu.boucle.web.security.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@BoucleTest
class ReferencePagesTests {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    Lots lots;

    @Autowired
    RowsUsed rowsUsed;

    @Autowired
    JsonMapper json;

    private MockMvc web;
    private AccountView officer;

    @BeforeEach
    void anOfficer() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        officer = person(Role.COMPLIANCE);
    }

    @Test
    void everyTableAndARowOfEachAreShownInBothLanguages() throws Exception {
        for (JsonNode table : read(get("/api/v1/reference-tables"))) {
            String name = table.path("name").asString();
            String key = read(get("/api/v1/reference-tables/" + name + "?limit=1"))
                    .path("items")
                    .get(0)
                    .path("key")
                    .asString();
            for (String page : new String[] {"", "/new"}) {
                assertThat(shown("/reference-tables/" + name + page, "fr")).doesNotContain("??");
                assertThat(shown("/reference-tables/" + name + page, "en")).doesNotContain("??");
            }
            MockHttpServletResponse row =
                    call(get("/reference-tables/{name}/rows/{key}", name, key).param("lang", "en"));
            assertThat(row.getStatus()).isEqualTo(200);
            assertThat(row.getContentAsString()).contains("Version 0").doesNotContain("??");
        }
        assertThat(shown("/reference-tables", "fr")).contains("Codes déchet", "Telle que livrée");
        assertThat(shown("/decision-tables", "fr"))
                .contains("Technique d’effacement", "La première ligne qui convient répond", "peu importe")
                .doesNotContain("??");
    }

    @Test
    void aRowIsChangedOnItsPageAndTheChangeIsSeenWithItsDifference() throws Exception {
        String key = newSubstance();
        assertThat(call(post("/reference-tables/rohs-substances/rows/{key}", key)
                                .with(csrf())
                                .param("key", key)
                                .param("label_fr", "essai")
                                .param("label_en", "trial")
                                .param("max_pct_by_weight", "0.2")
                                .param("status", "to check")
                                .param("from", "2026-01-02")
                                .param("reason", "relevé dans la directive")
                                .param("seen", "1"))
                        .getStatus())
                .isEqualTo(302);
        assertThat(call(get("/reference-tables/rohs-substances/rows/{key}", key))
                        .getContentAsString())
                .contains("<del>0.1</del>", "<ins>0.2</ins>", "relevé dans la directive", "Test", "Modifiée ici");
        assertThat(shown("/reference-tables/rohs-substances?changed=true&q=" + key, "fr"))
                .contains(key);
    }

    @Test
    void aWrongCellGoesBackToItsField() throws Exception {
        MockHttpServletResponse answer = call(post("/reference-tables/rohs-substances/new")
                .with(csrf())
                .header("Referer", "http://localhost/reference-tables/rohs-substances/new")
                .param("key", "X")
                .param("label_fr", "x")
                .param("label_en", "x")
                .param("max_pct_by_weight", "120")
                .param("status", "checked")
                .param("from", "2026-01-02")
                .param("reason", "essai"));
        assertThat(answer.getStatus()).isEqualTo(303);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/reference-tables/rohs-substances/new");
    }

    @Test
    void aFileOfTheTableIsTakenInAgain() throws Exception {
        String csv = call(get("/reference-tables/lithium-transport/lithium-transport.csv"))
                .getContentAsString();
        assertThat(csv).startsWith("case,rule,limit,packing,marking,status");
        MockMultipartFile file =
                new MockMultipartFile("file", "t.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8));
        MockHttpServletResponse answer = call(multipart("/reference-tables/lithium-transport/import")
                .file(file)
                .with(csrf())
                .param("from", "2026-01-02")
                .param("reason", "essai"));
        assertThat(answer.getRedirectedUrl()).isEqualTo("/reference-tables/lithium-transport");
        assertThat(call(get("/reference-tables/lithium-transport/other.csv")).getStatus())
                .isEqualTo(404);
    }

    @Test
    void aCallChangesEndsAndBringsBack() throws Exception {
        String key = newSubstance();
        String address = "/api/v1/reference-tables/rohs-substances/" + key;
        JsonNode ended = put(address, "{\"ended\":true,\"from\":\"2026-01-03\",\"reason\":\"fin\",\"version\":1}", 200);
        assertThat(ended.path("ended").asBoolean()).isTrue();
        JsonNode back = put(address, "{\"restore\":1,\"from\":\"2026-01-04\",\"reason\":\"reprise\"}", 200);
        assertThat(back.path("version").asInt()).isEqualTo(3);
        assertThat(put(address, "{\"restore\":1,\"from\":\"2026-01-04\",\"reason\":\"reprise\"}", 409)
                        .path("code")
                        .asString())
                .isEqualTo("REFERENCE_UNCHANGED");
        assertThat(put(address, "{\"cells\":{\"key\":\"other\"},\"reason\":\"clé\"}", 422)
                        .path("errors")
                        .isEmpty())
                .isFalse();
        assertThat(call(get("/api/v1/reference-tables/nothing")).getStatus()).isEqualTo(404);
    }

    @Test
    void nobodyElseComesIn() throws Exception {
        for (Role role : Set.of(Role.CLIENT, Role.WAREHOUSE, Role.PARTNER, Role.ADMIN)) {
            AccountView other = person(role);
            assertThat(web.perform(get("/reference-tables").with(authentication(SignedIn.as(other))))
                            .andReturn()
                            .getResponse()
                            .getStatus())
                    .isEqualTo(403);
        }
    }

    @Test
    void equipmentRemembersTheVersionsThatClassifiedIt() {
        AssetView server = lots.server(lots.organisation(OrganisationKind.CLIENT), "REF-" + UUID.randomUUID());
        assertThat(rowsUsed.of(server.request()))
                .containsExactly("equipment-types/server-rack@0", "waste-codes/" + server.wasteCode() + "@0");
    }

    private String newSubstance() throws Exception {
        String key = "X-" + UUID.randomUUID();
        put(
                "/api/v1/reference-tables/rohs-substances/" + key,
                "{\"cells\":{\"key\":\"" + key
                        + "\",\"label_fr\":\"essai\",\"label_en\":\"trial\",\"max_pct_by_weight\":\"0.1\","
                        + "\"status\":\"to check\"},\"from\":\"2026-01-01\",\"reason\":\"essai\"}",
                200);
        return key;
    }

    private JsonNode put(String address, String body, int status) throws Exception {
        MockHttpServletResponse answer =
                call(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put(address)
                        .with(csrf())
                        .contentType("application/json")
                        .content(body));
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        return json.readTree(answer.getContentAsString());
    }

    private JsonNode read(MockHttpServletRequestBuilder request) throws Exception {
        return json.readTree(call(request).getContentAsString());
    }

    private String shown(String page, String language) throws Exception {
        MockHttpServletResponse answer = call(get(page).param("lang", language));
        assertThat(answer.getStatus()).as(page).isEqualTo(200);
        return answer.getContentAsString();
    }

    private AccountView person(Role role) {
        return accounts.open(
                new OpenAccount(UUID.randomUUID() + "@example.org", "Test", null, Set.of(role), Set.of(), Language.FR));
    }

    private MockHttpServletResponse call(
            org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        MockHttpServletResponse response = web.perform(request.with(authentication(SignedIn.as(officer))))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
