package eu.boucle.web.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import eu.boucle.asset.AssetView;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestView;
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
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@BoucleTest
class DiagramPageTests {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Lots lots;

    @Autowired
    Accounts accounts;

    @Autowired
    RequestDesk requests;

    private MockMvc web;
    private UUID client;
    private RequestView request;

    @BeforeEach
    void aRequestInPreparation() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        client = lots.organisation(OrganisationKind.CLIENT);
        AssetView server = lots.server(client, serial());
        request = requests.request(server.request());
    }

    private static String serial() {
        return "D" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    @Test
    void theClientAndTheHostSeeWhereTheTokensStandAlsoWithoutTheDrawing() throws Exception {
        UUID host = lots.organisation(OrganisationKind.PARTNER);
        for (AccountView reader : new AccountView[] {
            person(client, Role.CLIENT), person(host, Role.WAREHOUSE), person(host, Role.COMPLIANCE)
        }) {
            MockHttpServletResponse page = ask(reader, get(address()));
            assertThat(page.getStatus()).isEqualTo(200);
            assertThat(page.getContentAsString())
                    .contains(request.reference(), "data-source=", "Remettre la copie de la demande")
                    .doesNotContain("??");
        }
    }

    @Test
    void theSourceHoldsTheDrawingAndTheElements() throws Exception {
        MockHttpServletResponse source = ask(person(client, Role.CLIENT), get(address() + "/source"));
        assertThat(source.getStatus()).isEqualTo(200);
        assertThat(source.getContentAsString())
                .contains("BPMNDiagram", "\"active\":[\"issueRequestCopy\"]", "\"passed\":[\"submitted\"]");
    }

    @Test
    void aStrangerGetsWhatAnUnknownReferenceGets() throws Exception {
        AccountView stranger = person(lots.organisation(OrganisationKind.CLIENT), Role.CLIENT);
        for (String path : new String[] {address(), address() + "/source", "/requests/DR-1999-000001/diagram"}) {
            assertThat(ask(stranger, get(path)).getStatus()).as(path).isEqualTo(404);
        }
        assertThat(ask(person(client, Role.PARTNER), get(address())).getStatus())
                .isEqualTo(403);
        assertThat(ask(person(client, Role.ADMIN), get(address() + "/source")).getStatus())
                .isEqualTo(403);
    }

    private String address() {
        return "/requests/" + request.reference() + "/diagram";
    }

    private MockHttpServletResponse ask(AccountView reader, MockHttpServletRequestBuilder asked) throws Exception {
        return web.perform(asked.accept("text/html", "application/json")
                        .with(csrf())
                        .with(authentication(SignedIn.as(reader))))
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
