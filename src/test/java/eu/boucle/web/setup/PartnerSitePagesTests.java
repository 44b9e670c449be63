package eu.boucle.web.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import com.jayway.jsonpath.JsonPath;
import eu.boucle.identity.AccountView;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Role;
import eu.boucle.support.BoucleTest;
import eu.boucle.support.Today;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

/** The partner's record on its pages and by calls. */
@BoucleTest
class PartnerSitePagesTests extends SetupVisits {

    private static final LocalDate SOON = Today.inParis().plusDays(20);

    private Map<String, String> form(UUID partner) {
        return new HashMap<>(Map.of(
                "partner", partner.toString(),
                "name", "Atelier Sud",
                "siret", "73282932000074",
                "address/street", "1 rue du Port",
                "address/postalCode", "13002",
                "address/city", "Marseille",
                "permit", "ICPE 2711-13",
                "permitUntil", SOON.toString(),
                "exemption", "Compte propre"));
    }

    @Test
    void theOfficerKeepsASiteWithItsCertificates() throws Exception {
        AccountView officer = person(Role.COMPLIANCE, null);
        UUID partner = lots.organisation(OrganisationKind.PARTNER);
        assertThat(page(officer, "/settings/partner-sites/new?partner=" + partner))
                .contains("code/16 02 13*");
        String address = send(officer, "/settings/partner-sites", form(partner)).getRedirectedUrl();
        assertThat(page(officer, address))
                .contains("Atelier Sud", "Bientôt échu", "Compte propre", "ne sont pas relevés");
        assertThat(page(officer, "/")).contains("Atelier Sud : renouveler l’autorisation ICPE 2711-13", address);

        Map<String, String> more = form(partner);
        more.put("version", "0");
        more.put("code/16 02 13*", "true");
        more.put("code/16 02 14", "true");
        more.put("downstream/0/name", "Affinage");
        more.put("downstream/0/what", "Cartes");
        assertThat(page(officer, address + "/edit")).contains("name=\"version\" value=\"0\"");
        assertThat(send(officer, address, more).getRedirectedUrl()).isEqualTo(address);
        assertThat(page(officer, address)).contains("16 02 13*", "Affinage").doesNotContain("ne sont pas relevés");
        assertThat(page(officer, "/settings/partner-sites")).contains("Atelier Sud");

        MockHttpServletResponse held = answer(
                officer,
                multipart(address + "/certificates")
                        .file(new MockMultipartFile(
                                "file", "r2.pdf", "application/pdf", "R2".getBytes(StandardCharsets.UTF_8)))
                        .param("name", "R2v3")
                        .param("issuer", "SGS")
                        .param("validUntil", "2030-01-01"));
        assertThat(held.getRedirectedUrl()).isEqualTo(address);
        String shown = page(officer, address);
        assertThat(shown).contains("R2v3", "SGS");
        String file = shown.replaceAll("(?s).*href=\"([^\"]*/file)\".*", "$1");
        MockHttpServletResponse fetched = answer(officer, get(file));
        assertThat(fetched.getContentAsString()).isEqualTo("R2");
        assertThat(fetched.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(send(officer, file.replace("/file", "/withdraw"), Map.of()).getRedirectedUrl())
                .isEqualTo(address);
        assertThat(page(officer, address)).doesNotContain("R2v3</span>");
        assertThat(send(officer, address + "/archive", Map.of()).getRedirectedUrl())
                .isEqualTo(address);
        assertThat(page(officer, address)).contains("Archivé").doesNotContain("/edit");
    }

    @Test
    void theSameByCalls() throws Exception {
        AccountView admin = person(Role.ADMIN, null);
        UUID partner = lots.organisation(OrganisationKind.PARTNER);
        String body = """
                {"partner":"%s","name":"Atelier","siret":"73282932000074",
                 "address":{"street":"1 rue","postalCode":"69001","city":"Lyon"},"permit":"ICPE","permitUntil":"2031-01-01",
                 "receipt":"R-1","receiptDepartment":"69","receiptUntil":"2031-01-01","wasteCodes":["16 02 14"],
                 "downstream":[{"name":"Affinage","what":"Cartes"}]}""".formatted(partner);
        MockHttpServletResponse opened = call(admin, HttpMethod.POST, "/partner-sites", body);
        assertThat(opened.getStatus()).as(opened.getContentAsString()).isEqualTo(201);
        String id = JsonPath.read(opened.getContentAsString(), "$.site.id");
        assertThat(call(admin, HttpMethod.GET, "/partner-sites/" + id, null).getContentAsString())
                .isEqualTo(opened.getContentAsString());
        assertThat(call(admin, HttpMethod.PUT, "/partner-sites/" + id, body.replace("\"16 02 14\"", "\"1\""))
                        .getContentAsString())
                .contains("\"path\":\"/wasteCodes\"", "WASTE_CODE_UNKNOWN");
        assertThat(call(admin, HttpMethod.PUT, "/partner-sites/" + id, body.replace("\"16 02 14\"", "\"160213*\""))
                        .getContentAsString())
                .contains("[\"16 02 13*\"]");
        assertThat(call(admin, HttpMethod.GET, "/partner-sites", null).getContentAsString())
                .contains(id);
        assertThat(call(person(Role.WAREHOUSE, null), HttpMethod.PUT, "/partner-sites/" + id, body)
                        .getStatus())
                .isEqualTo(403);
        assertThat(call(admin, HttpMethod.POST, "/partner-sites/" + id + "/archive", null)
                        .getContentAsString())
                .contains("\"archived\":true");
    }
}
