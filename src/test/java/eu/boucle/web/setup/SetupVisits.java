package eu.boucle.web.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Language;
import eu.boucle.identity.OpenAccount;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Role;
import eu.boucle.support.Lots;
import eu.boucle.web.security.SignedIn;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Reads and sends pages and calls of set-up as a person with a role. */
abstract class SetupVisits {

    @Autowired
    WebApplicationContext context;

    @Autowired
    Accounts accounts;

    @Autowired
    Lots lots;

    private MockMvc web;

    @BeforeEach
    void doors() {
        web = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
    }

    AccountView person(Role role, @Nullable UUID organisation) {
        return accounts.open(new OpenAccount(
                UUID.randomUUID() + "@example.org",
                "Personne",
                null,
                Set.of(role),
                organisation == null ? Set.of() : Set.of(new OrganisationId(organisation)),
                Language.FR));
    }

    /** A page that is shown whole: 200 and no missing word. */
    String page(AccountView person, String path) throws Exception {
        MockHttpServletResponse answer = answer(person, get(path));
        assertThat(answer.getStatus()).as(path).isEqualTo(200);
        assertThat(answer.getContentAsString()).doesNotContain("??");
        return answer.getContentAsString();
    }

    int status(AccountView person, String path) throws Exception {
        return answer(person, get(path)).getStatus();
    }

    /** A form as sent from its page. */
    MockHttpServletResponse send(AccountView person, String path, Map<String, String> fields) throws Exception {
        MockHttpServletRequestBuilder form = post(path);
        fields.forEach(form::param);
        return answer(person, form);
    }

    MockHttpServletResponse call(AccountView person, HttpMethod method, String path, @Nullable String body)
            throws Exception {
        String token = UUID.randomUUID().toString();
        accounts.keepToken(person.person(), "test", token, Instant.now().plus(1, ChronoUnit.DAYS));
        MockHttpServletRequestBuilder call = request(method, "/api/v1" + path)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON);
        return web.perform(body == null ? call : call.content(body)).andReturn().getResponse();
    }

    MockHttpServletResponse answer(AccountView person, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        MockHttpServletResponse answer = web.perform(
                        request.with(authentication(SignedIn.as(person))).with(csrf()))
                .andReturn()
                .getResponse();
        answer.setCharacterEncoding("UTF-8");
        return answer;
    }
}
