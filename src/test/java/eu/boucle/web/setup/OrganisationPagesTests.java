package eu.boucle.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import eu.boucle.identity.AccountView;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.support.BoucleTest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;

/** Organisations and sites on their pages and by calls. */
@BoucleTest
class OrganisationPagesTests extends SetupVisits {

    private static final Map<String, String> FORM = Map.of(
            "kind", "CLIENT",
            "name", "Abbaye du Parc",
            "siret", "",
            "vatNumber", "",
            "address/street", "1 rue du Parc",
            "address/postalCode", "69006",
            "address/city", "Lyon",
            "contacts/0/name", "Ana",
            "contacts/0/email", "ana@parc.example",
            "contacts/0/INCIDENTS", "true");

    @Autowired
    Organisations organisations;

    @Test
    void theAdministratorOpensEditsAndArchivesByPages() throws Exception {
        AccountView admin = person(Role.ADMIN, null);
        assertThat(page(admin, "/")).contains("Réglages");
        assertThat(page(admin, "/settings")).contains("Organisations");
        assertThat(page(admin, "/settings/organisations/new?kind=CLIENT")).contains("contacts/0/PROGRESS");

        String record = send(admin, "/settings/organisations", FORM).getRedirectedUrl();
        assertThat(record).startsWith("/settings/organisations/");
        assertThat(page(admin, record)).contains("Abbaye du Parc", "ana@parc.example", "les incidents");
        assertThat(page(admin, record + "/edit")).contains("name=\"version\" value=\"0\"");

        UUID id = UUID.fromString(record.substring(record.lastIndexOf('/') + 1));
        Map<String, String> renamed = new HashMap<>(FORM);
        renamed.put("name", "Abbaye du Lac");
        renamed.put("version", "0");
        assertThat(send(admin, record, renamed).getRedirectedUrl()).isEqualTo(record);
        assertThat(organisations.organisation(new OrganisationId(id)).name()).isEqualTo("Abbaye du Lac");

        assertThat(send(admin, record + "/archive", Map.of()).getRedirectedUrl())
                .isEqualTo(record);
        assertThat(page(admin, record)).contains("Archivée").doesNotContain("/edit");
        assertThat(page(admin, "/settings/organisations?kind=CLIENT&archived=true"))
                .contains("Abbaye du Lac");
        assertThat(page(admin, "/settings/organisations?kind=CLIENT")).doesNotContain("Abbaye du Lac");
    }

    @Test
    void theOfficerReadsAndAClientReadsItsOwn() throws Exception {
        UUID mine = lots.organisation(OrganisationKind.CLIENT);
        UUID theirs = lots.organisation(OrganisationKind.CLIENT);
        AccountView client = person(Role.CLIENT, mine);
        assertThat(page(client, "/settings/organisations/" + mine)).doesNotContain("/archive", "/edit");
        assertThat(status(client, "/settings/organisations/" + theirs)).isEqualTo(404);
        assertThat(status(client, "/settings/organisations")).isEqualTo(403);
        AccountView officer = person(Role.COMPLIANCE, null);
        assertThat(page(officer, "/settings/organisations/" + mine)).doesNotContain("/archive");
        assertThat(status(officer, "/settings/organisations/" + mine + "/edit")).isEqualTo(403);
        assertThat(status(person(Role.WAREHOUSE, null), "/settings")).isEqualTo(403);
    }

    @Test
    void sitesAreKeptByPages() throws Exception {
        UUID mine = lots.organisation(OrganisationKind.CLIENT);
        AccountView client = person(Role.CLIENT, mine);
        AccountView admin = person(Role.ADMIN, null);
        Map<String, String> site = Map.of(
                "organisation", mine.toString(),
                "name", "Salle Nord",
                "address/street", "2 rue du Parc",
                "address/postalCode", "69006",
                "address/city", "Lyon",
                "notes/dock", "Quai 7",
                "notes/truck", "12 t");
        assertThat(page(admin, "/sites/new?organisation=" + mine)).contains("notes/hours");
        assertThat(send(admin, "/sites", site).getRedirectedUrl()).isEqualTo("/settings/organisations/" + mine);
        String own = page(client, "/sites");
        assertThat(own).contains("Salle Nord", "Quai 7, 12 t", "/settings/organisations/" + mine);
        String address = own.replaceAll("(?s).*data-href=\"(/sites/[0-9a-f-]{36})\".*", "$1");
        assertThat(page(client, address)).contains("value=\"Quai 7\"");
        Map<String, String> changed = new HashMap<>(site);
        changed.put("notes/dock", "Quai 8");
        changed.put("version", "0");
        assertThat(send(client, address, changed).getRedirectedUrl()).isEqualTo("/sites");
        assertThat(page(client, "/sites")).contains("Quai 8, 12 t");
        assertThat(status(person(Role.CLIENT, lots.organisation(OrganisationKind.CLIENT)), address))
                .isEqualTo(404);
        assertThat(send(client, address + "/archive", Map.of()).getRedirectedUrl())
                .isEqualTo("/sites");
        assertThat(page(client, address)).contains("Archivé").doesNotContain("notes/dock");
    }

    @Test
    void theSameByCalls() throws Exception {
        AccountView admin = person(Role.ADMIN, null);
        MockHttpServletResponse opened = call(admin, HttpMethod.POST, "/organisations", """
                {"kind":"CLIENT","name":"Par appel","address":{"street":"1 rue","postalCode":"69001","city":"Lyon"},
                 "contacts":[{"name":"Ana","email":"ana@parc.example","topics":["PROGRESS"]}]}""");
        assertThat(opened.getStatus()).as(opened.getContentAsString()).isEqualTo(201);
        String id = JsonPath.read(opened.getContentAsString(), "$.id");
        assertThat(opened.getHeader("Location")).isEqualTo("/api/v1/organisations/" + id);
        assertThat(call(admin, HttpMethod.GET, "/organisations/" + id, null).getContentAsString())
                .isEqualTo(opened.getContentAsString());
        assertThat(call(admin, HttpMethod.PUT, "/organisations/" + id, """
                        {"name":"Autre nom","siret":"1","address":{"street":"1 rue","postalCode":"69001","city":"Lyon"}}""").getContentAsString())
                .contains("\"path\":\"/siret\"", "SIRET_WRONG");
        assertThat(call(admin, HttpMethod.PUT, "/organisations/" + id, """
                        {"name":"Autre nom","address":{"street":"1 rue","postalCode":"69001","city":"Lyon"}}""").getContentAsString())
                .contains("Autre nom");
        MockHttpServletResponse site = call(admin, HttpMethod.POST, "/sites", """
                {"organisation":"%s","name":"Salle","address":{"street":"1 rue","postalCode":"69001","city":"Lyon"},
                 "notes":{"dock":"Quai 1"},"access":"Sonner"}""".formatted(id));
        assertThat(site.getStatus()).as(site.getContentAsString()).isEqualTo(201);
        String siteId = JsonPath.read(site.getContentAsString(), "$.id");
        assertThat(call(admin, HttpMethod.PUT, "/sites/" + siteId, """
                        {"name":"Salle 2","address":{"street":"1 rue","postalCode":"69001","city":"Lyon"}}""").getContentAsString())
                .contains("Salle 2", "\"dock\":\"\"");
        assertThat(call(admin, HttpMethod.POST, "/sites/" + siteId + "/archive", null)
                        .getContentAsString())
                .contains("\"archived\":true");
        assertThat(call(admin, HttpMethod.POST, "/organisations/" + id + "/archive", null)
                        .getContentAsString())
                .contains("\"archived\":true");
        assertThat(call(admin, HttpMethod.GET, "/organisations?kind=CLIENT&limit=1", null)
                        .getContentAsString())
                .contains("\"next\":");
        AccountView stranger = person(Role.CLIENT, lots.organisation(OrganisationKind.CLIENT));
        assertThat(call(stranger, HttpMethod.GET, "/organisations/" + id, null).getStatus())
                .isEqualTo(404);
        assertThat(call(stranger, HttpMethod.PUT, "/sites/" + siteId, """
                        {"name":"Salle 3","address":{"street":"1 rue","postalCode":"69001","city":"Lyon"}}""").getStatus())
                .isEqualTo(404);
    }
}
