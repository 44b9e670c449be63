package eu.boucle.web.setup;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.HostSettings;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Role;
import eu.boucle.identity.Setting;
import eu.boucle.shared.Reason;
import eu.boucle.support.BoucleTest;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** Settings of the host and of a client on their pages and by calls. */
@BoucleTest
class SettingsPagesTests extends SetupVisits {

    @Autowired
    HostSettings settings;

    @AfterEach
    void asShipped() {
        settings.change(
                Map.of(
                        Setting.VALIDATION, Setting.VALIDATION.usual(),
                        Setting.HOLIDAYS, Setting.HOLIDAYS.usual(),
                        Setting.WEIGHT_TOLERANCE, Setting.WEIGHT_TOLERANCE.usual()),
                Reason.of("comme livré"),
                person(Role.ADMIN, null).actor());
    }

    @Test
    void theAdministratorSetsWithAReasonAndTheHistoryTellsIt() throws Exception {
        AccountView admin = person(Role.ADMIN, null);
        assertThat(page(admin, "/settings/host"))
                .contains("Moselle", "D’usine : 2 jours ouvrés", "VALIDATION/unit", "name=\"reason\"");
        assertThat(send(
                                admin,
                                "/settings/host",
                                Map.of(
                                        "VALIDATION", "36",
                                        "VALIDATION/unit", "HOURS",
                                        "HOLIDAYS", "57",
                                        "WEIGHT_TOLERANCE", "12,5",
                                        "reason", "accord du comité"))
                        .getRedirectedUrl())
                .isEqualTo("/settings/host");
        assertThat(settings.text(Setting.VALIDATION)).isEqualTo("PT36H");
        assertThat(page(admin, "/settings/host")).contains("accord du comité", "36 h", "12,5 %", "Personne");
        AccountView officer = person(Role.COMPLIANCE, null);
        assertThat(page(officer, "/settings/host")).contains("accord du comité").doesNotContain("name=\"reason\"");
        assertThat(send(officer, "/settings/host", Map.of("reason", "essai")).getStatus())
                .isEqualTo(403);
    }

    @Test
    void aClientSettlesWhatIsItsOwnAndItsFormIsFilledBeforehand() throws Exception {
        UUID mine = lots.organisation(OrganisationKind.CLIENT);
        AccountView client = person(Role.CLIENT, mine);
        String address = "/settings/organisations/" + mine + "/terms";
        assertThat(page(client, address)).contains("data/action").doesNotContain("name=\"mediaDays\"");
        assertThat(send(
                                client,
                                address,
                                Map.of(
                                        "language", "FR",
                                        "data/action", "DESTROY",
                                        "data/where", "PARTNER",
                                        "contacts/0/name", "Ana",
                                        "contacts/0/email", "ana@parc.example"))
                        .getRedirectedUrl())
                .isEqualTo("/settings/organisations/" + mine);
        assertThat(page(client, "/settings/organisations/" + mine)).contains("Détruire", "Chez le partenaire", "Ana");
        assertThat(page(client, "/requests/new"))
                .containsPattern("value=\"DESTROY\"[^>]*(checked|selected)")
                .containsPattern("value=\"PARTNER\"[^>]*(checked|selected)");
        AccountView officer = person(Role.COMPLIANCE, null);
        assertThat(page(officer, address)).contains("name=\"mediaDays\"");
        assertThat(send(officer, address, Map.of("language", "FR", "mediaDays", "4"))
                        .getRedirectedUrl())
                .isNotNull();
        assertThat(page(client, "/settings/organisations/" + mine)).contains("4 jours ouvrés");
        assertThat(status(person(Role.CLIENT, lots.organisation(OrganisationKind.CLIENT)), address))
                .isEqualTo(404);
    }

    @Test
    void theSameByCalls() throws Exception {
        AccountView admin = person(Role.ADMIN, null);
        assertThat(call(admin, HttpMethod.PUT, "/settings", """
                        {"values":{"VALIDATION":"3 working days"},"reason":"essai"}""").getContentAsString())
                .contains("\"VALIDATION\":\"3 working days\"");
        assertThat(call(admin, HttpMethod.GET, "/settings", null).getContentAsString())
                .contains("\"VALIDATION\":\"3 working days\"", "\"HOLIDAYS\":\"FR\"");
        assertThat(call(admin, HttpMethod.GET, "/settings/history?limit=1", null)
                        .getContentAsString())
                .contains("\"after\":\"3 working days\"", "essai");
        assertThat(call(admin, HttpMethod.PUT, "/settings", "{\"values\":{\"VALIDATION\":\"x\"},\"reason\":\"essai\"}")
                        .getContentAsString())
                .contains("/VALIDATION", "DELAY_WRONG");
        UUID mine = lots.organisation(OrganisationKind.CLIENT);
        AccountView client = person(Role.CLIENT, mine);
        assertThat(call(client, HttpMethod.PUT, "/organisations/" + mine + "/settings", """
                        {"language":"EN","data":{"action":"ERASE","where":"HERE","level":"CLEAR"},
                         "contacts":[{"name":"Ana","email":"ana@parc.example","topics":["INCIDENTS"]}]}""")
                        .getContentAsString())
                .contains("\"language\":\"EN\"", "\"level\":\"CLEAR\"", "INCIDENTS");
        assertThat(call(client, HttpMethod.PUT, "/organisations/" + mine + "/settings", "{\"mediaDays\":2}")
                        .getStatus())
                .isEqualTo(403);
        assertThat(call(admin, HttpMethod.PUT, "/organisations/" + mine + "/settings", "{\"mediaDays\":2}")
                        .getContentAsString())
                .contains("\"mediaDays\":2", "\"data\":null");
    }
}
