package eu.boucle.web.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import eu.boucle.certificate.CertificateView;
import eu.boucle.certificate.ExampleCertificates;
import eu.boucle.support.BoucleTest;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@BoucleTest
class VerifyPageTests {

    private static final AtomicInteger VISITORS = new AtomicInteger();

    @Autowired
    WebApplicationContext application;

    @Autowired
    ExampleCertificates certificates;

    private MockMvc web;
    private String address;

    @BeforeEach
    void visitor() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        address = "192.0.2." + VISITORS.incrementAndGet();
    }

    @Test
    void theVerdictStandsInLargeAndSaysNothingOfTheClient() throws Exception {
        CertificateView certificate = certificates.issue(false);
        MockHttpServletResponse page = call(get("/verify/" + certificate.number()));
        assertThat(page.getStatus()).isEqualTo(200);
        assertThat(page.getContentAsString())
                .contains("Authentique et en vigueur", certificate.number(), certificate.sha256())
                .contains("Certificat de traitement DEEE")
                .doesNotContain("Client A", "SRV-1", "DR-2026-000123");
        assertThat(call(get("/verify/" + certificate.number() + "?lang=en")).getContentAsString())
                .contains("Authentic and in force")
                .doesNotContain("??");
    }

    @Test
    void provisionalAndSupersededAreSaid() throws Exception {
        CertificateView provisional = certificates.issue(true);
        assertThat(call(get("/verify/" + provisional.number())).getContentAsString())
                .contains("Authentique, provisoire");
        CertificateView last = certificates.superseding();
        assertThat(call(get("/verify/" + last.supersedes())).getContentAsString())
                .contains("Authentique, mais remplacé", last.number())
                .doesNotContain("Authentique et en vigueur");
    }

    @Test
    void theNumberIsReadAsPeopleTypeIt() throws Exception {
        CertificateView certificate = certificates.issue(false);
        MockHttpServletResponse asked =
                call(get("/verify").param("number", " " + certificate.number().toLowerCase(java.util.Locale.ROOT)));
        assertThat(asked.getStatus()).isEqualTo(302);
        assertThat(asked.getHeader("Location")).isEqualTo("/verify/" + certificate.number());
        assertThat(call(get("/verify")).getContentAsString()).contains("CE-2026-000123", "Déposez votre PDF ici");
        assertThat(call(get("/verify").param("number", "../../x?y=1")).getHeader("Location"))
                .startsWith("/verify/")
                .doesNotContain("?");
    }

    @Test
    void anUnknownNumberIs404InBothForms() throws Exception {
        MockHttpServletResponse page = call(get("/verify/CE-1999-000001"));
        assertThat(page.getStatus()).isEqualTo(404);
        assertThat(page.getContentAsString()).contains("Numéro inconnu", "CE-1999-000001");
        assertThat(call(get("/verify/CE-1999-000001").accept(MediaType.APPLICATION_JSON))
                        .getStatus())
                .isEqualTo(404);
        assertThat(call(get("/verify/<script>")).getContentAsString()).doesNotContain("<SCRIPT>", "<script>alert");
    }

    @Test
    void theCodeOpensTheRestInPageAndJson() throws Exception {
        CertificateView certificate = certificates.issue(false);
        String code = certificates.printedCode(certificate.number());
        assertThat(call(get("/verify/" + certificate.number()).param("code", code))
                        .getContentAsString())
                .contains("Client A", "SRV-1", "SW-2");
        assertThat(call(get("/verify/" + certificate.number()).param("code", "0000 0000"))
                        .getContentAsString())
                .contains("Ce code n’est pas celui")
                .doesNotContain("Client A");
        String json = call(get("/verify/" + certificate.number())
                        .param("code", code)
                        .accept(MediaType.APPLICATION_JSON))
                .getContentAsString();
        assertThat(json).contains("\"state\":\"ISSUED\"", "\"client\":\"Client A\"", "\"assets\":2");
        assertThat(call(get("/verify/" + certificate.number()).accept(MediaType.APPLICATION_JSON))
                        .getContentAsString())
                .contains("\"sha256\"")
                .doesNotContain("client", "assets", "serials");
    }

    @Test
    void aHashIsAnsweredWithoutSessionOrFormToken() throws Exception {
        CertificateView certificate = certificates.issue(false);
        MockHttpServletResponse found = call(post("/verify")
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .content("{\"sha256\":\"" + certificate.sha256() + "\"}"));
        assertThat(found.getStatus()).isEqualTo(200);
        assertThat(found.getContentAsString()).contains(certificate.number()).doesNotContain("Client A");
        assertThat(call(post("/verify")
                                .contentType(MediaType.APPLICATION_JSON)
                                .accept(MediaType.APPLICATION_JSON)
                                .content("{\"sha256\":\"00\"}"))
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void tooManyCodesAreToldToWait() throws Exception {
        CertificateView certificate = certificates.issue(false);
        MockHttpServletResponse last = call(get("/verify/" + certificate.number()));
        for (int i = 0; i < 30 && last.getStatus() != 429; i++) {
            last = call(get("/verify/" + certificate.number()).param("code", "0000 00" + (10 + i)));
        }
        assertThat(last.getStatus()).isEqualTo(429);
        assertThat(Integer.parseInt(last.getHeader("Retry-After"))).isBetween(1, 11);
        assertThat(call(get("/verify/" + certificate.number())).getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse response = web.perform(request.with(asked -> {
                    asked.setRemoteAddr(address);
                    return asked;
                }))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding("UTF-8");
        return response;
    }
}
