package eu.boucle.web.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import eu.boucle.certificate.CertificateState;
import eu.boucle.certificate.CertificateVault;
import eu.boucle.certificate.CertificateView;
import eu.boucle.certificate.ExampleCertificates;
import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Language;
import eu.boucle.identity.OpenAccount;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.shared.PostalAddress;
import eu.boucle.support.BoucleTest;
import eu.boucle.web.security.SignedIn;
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
class CertificatesPageTests {

    @Autowired
    WebApplicationContext application;

    @Autowired
    ExampleCertificates certificates;

    @Autowired
    CertificateVault vault;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisations organisations;

    private MockMvc web;
    private AccountView officer;
    private AccountView stranger;

    @BeforeEach
    void people() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        officer = person(Role.COMPLIANCE, OrganisationKind.HOST);
        stranger = person(Role.CLIENT, OrganisationKind.CLIENT);
    }

    @Test
    void theOfficerSeesWhatIsBlockedFirstWithItsHolder() throws Exception {
        String reference = certificates.blocked();
        CertificateView certificate = certificates.issue(false);
        String page = call(get("/certificates"), officer).getContentAsString();
        assertThat(page)
                .contains(reference, "Un écart est encore ouvert : 40 / 55 kg", certificate.number())
                .doesNotContain("??");
        assertThat(page.indexOf("40 / 55 kg")).isLessThan(page.indexOf(certificate.number()));
        assertThat(call(get("/certificates?lang=en"), officer).getContentAsString())
                .contains("A discrepancy is still open")
                .doesNotContain("??");
    }

    @Test
    void aStrangerSeesNothingAndMeetsTheSame404() throws Exception {
        CertificateView certificate = certificates.issue(false);
        assertThat(call(get("/certificates"), stranger).getContentAsString())
                .contains("Aucun certificat pour l’instant")
                .doesNotContain(certificate.number(), "Bloqués");
        for (String end : new String[] {"", ".pdf", ".json"}) {
            MockHttpServletResponse foreign = call(get("/certificates/" + certificate.number() + end), stranger);
            assertThat(foreign.getStatus()).isEqualTo(404);
            assertThat(foreign.getContentAsString()).doesNotContain("SRV-1", certificate.sha256());
            assertThat(call(get("/certificates/CE-1999-000001" + end), stranger).getStatus())
                    .isEqualTo(404);
        }
        assertThat(call(
                                post("/certificates/" + certificate.number() + "/revoke")
                                        .with(csrf()),
                                stranger)
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void thePaperIsServedAsStored() throws Exception {
        CertificateView certificate = certificates.issue(false);
        MockHttpServletResponse pdf = call(get("/certificates/" + certificate.number() + ".pdf"), officer);
        assertThat(pdf.getContentType()).isEqualTo("application/pdf");
        assertThat(pdf.getHeader("Content-Disposition")).startsWith("inline").contains(certificate.number() + ".pdf");
        assertThat(sha256(pdf.getContentAsByteArray())).isEqualTo(certificate.sha256());
        assertThat(call(get("/certificates/" + certificate.number() + ".json"), officer)
                        .getContentAsString())
                .contains("\"number\":\"" + certificate.number() + "\"", "SRV-1");
    }

    @Test
    void revokingNeedsAReasonAndShowsOnThePublicPage() throws Exception {
        CertificateView certificate = certificates.issue(false);
        String action = "/certificates/" + certificate.number() + "/revoke";
        call(post(action).with(csrf()), officer);
        assertThat(vault.verify(certificate.number(), null).orElseThrow().state())
                .isEqualTo(CertificateState.ISSUED);
        assertThat(call(post(action).with(csrf()).param("reason", "erreur de lot"), officer)
                        .getStatus())
                .isEqualTo(302);
        assertThat(call(get("/verify/" + certificate.number()), officer).getContentAsString())
                .contains("Révoqué");
    }

    private AccountView person(Role role, OrganisationKind kind) {
        OrganisationId organisation = kind == OrganisationKind.HOST
                ? OrganisationId.next()
                : organisations
                        .found(
                                OrganisationId.next(),
                                kind,
                                "Client",
                                null,
                                new PostalAddress("1 rue Haute", "59000", "Lille", "FR"),
                                Language.FR)
                        .id();
        return accounts.open(new OpenAccount(
                UUID.randomUUID() + "@example.org",
                "Test",
                null,
                Set.of(role),
                kind == OrganisationKind.HOST ? Set.of() : Set.of(organisation),
                Language.FR));
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder request, AccountView who) throws Exception {
        MockHttpServletResponse response = web.perform(request.with(authentication(SignedIn.as(who))))
                .andReturn()
                .getResponse();
        if (!"application/pdf".equals(response.getContentType())) {
            response.setCharacterEncoding("UTF-8");
        }
        return response;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return java.util.HexFormat.of()
                .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
