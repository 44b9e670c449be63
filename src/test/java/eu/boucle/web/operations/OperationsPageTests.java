package eu.boucle.web.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import eu.boucle.asset.AssetView;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.flow.FlowView;
import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Language;
import eu.boucle.identity.OpenAccount;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Role;
import eu.boucle.support.BoucleTest;
import eu.boucle.support.Jobs;
import eu.boucle.support.Lots;
import eu.boucle.web.security.SignedIn;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@BoucleTest
class OperationsPageTests {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Lots lots;

    @Autowired
    Accounts accounts;

    @Autowired
    RequestDesk requests;

    @Autowired
    FlowView flow;

    @Autowired
    Jobs jobs;

    @Autowired
    ManagementService engine;

    @Autowired
    RuntimeService runtime;

    @Autowired
    Nodes nodes;

    @Autowired
    JdbcClient jdbc;

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
    void anAdministratorSeesWhatIsStuckByIdsAndTriesItAgain() throws Exception {
        stuck();
        AccountView administrator = person(client, Role.ADMIN);
        String page = ask(administrator, get("/operations")).getContentAsString();
        assertThat(page)
                .contains(request.id().toString(), "Remettre la copie de la demande", "Relancer")
                .doesNotContain(request.reference(), "??");
        MockHttpServletResponse tried = ask(administrator, post("/operations/incidents/" + incident() + "/retry"));
        assertThat(tried.getRedirectedUrl()).isEqualTo("/operations");
        jobs.runAll();
        assertThat(flow.standing(request.id().value()).orElseThrow().stuck()).isEmpty();
        assertThat(flow.standing(request.id().value()).orElseThrow().passed()).contains("issueRequestCopy");
    }

    @Test
    void anotherTryOfWhatIsNoLongerStuckSaysSo() throws Exception {
        MockHttpServletResponse tried =
                ask(person(client, Role.ADMIN), post("/operations/incidents/no-such-incident/retry"));
        assertThat(tried.getRedirectedUrl()).isEqualTo("/operations");
    }

    @Test
    void nobodyElseSeesOrTriesIncidents() throws Exception {
        stuck();
        String incident = incident();
        MockHttpServletResponse officer = ask(person(client, Role.COMPLIANCE), get("/operations"));
        assertThat(officer.getStatus()).isEqualTo(200);
        assertThat(officer.getContentAsString())
                .doesNotContain(request.id().toString())
                .doesNotContain("??");
        for (Role role : new Role[] {Role.CLIENT, Role.WAREHOUSE, Role.PARTNER}) {
            assertThat(ask(person(client, role), get("/operations")).getStatus())
                    .isEqualTo(403);
        }
        for (Role role : new Role[] {Role.CLIENT, Role.WAREHOUSE, Role.PARTNER, Role.COMPLIANCE}) {
            assertThat(ask(person(client, role), post("/operations/incidents/" + incident + "/retry"))
                            .getStatus())
                    .isEqualTo(403);
        }
        assertThat(flow.standing(request.id().value()).orElseThrow().stuck()).containsExactly("issueRequestCopy");
    }

    @Test
    void anAdministratorSeesTheNodesTheWorkAndTheVersions() throws Exception {
        nodes.beat();
        nodes.beat();
        jdbc.sql("insert into node (id, name, version, started_at, seen_at) values (?, 'dark-machine', '0.9',"
                        + " current_timestamp - interval '2' hour, current_timestamp - interval '1' hour)")
                .param(UUID.randomUUID())
                .update();
        try {
            assertThat(nodes.all()).filteredOn(node -> !node.silent()).hasSize(1);
            assertThat(nodes.all())
                    .filteredOn(OperationsView.Node::silent)
                    .extracting(OperationsView.Node::name)
                    .containsExactly("dark-machine");
            String page = ask(person(client, Role.ADMIN), get("/operations")).getContentAsString();
            assertThat(page)
                    .contains("dark-machine", "Muet", "En marche", "moteur 7.24", "H2 2", "pg_stat_statements")
                    .doesNotContain("??");
            assertThat(ask(person(client, Role.COMPLIANCE), get("/operations")).getContentAsString())
                    .doesNotContain("dark-machine");
        } finally {
            jdbc.sql("delete from node where name = 'dark-machine'").update();
        }
    }

    @Test
    void aNodeThatStopsTakesItsRowAway() {
        nodes.beat();
        nodes.leave();
        assertThat(nodes.all()).isEmpty();
    }

    @Test
    void thereIsNoClockToMoveOutsideTheDemo() throws Exception {
        AccountView administrator = person(client, Role.ADMIN);
        assertThat(ask(administrator, get("/operations")).getContentAsString()).doesNotContain("/operations/clock");
        assertThat(ask(administrator, post("/operations/clock").param("forward", "P1D"))
                        .getStatus())
                .isEqualTo(404);
    }

    private void stuck() {
        String instance = runtime.createProcessInstanceQuery()
                .processInstanceBusinessKey(request.id().toString())
                .singleResult()
                .getId();
        engine.setJobRetries(
                engine.createJobQuery()
                        .processInstanceId(instance)
                        .messages()
                        .singleResult()
                        .getId(),
                0);
    }

    private String incident() {
        return flow.incidents().stream()
                .filter(each -> each.subject().equals(request.id().value()))
                .findFirst()
                .orElseThrow()
                .id();
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
