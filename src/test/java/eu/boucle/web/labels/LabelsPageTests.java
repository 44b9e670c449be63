package eu.boucle.web.labels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import eu.boucle.asset.AssetView;
import eu.boucle.decommissioning.RequestDesk;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@BoucleTest
class LabelsPageTests {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    Lots lots;

    @Autowired
    RequestDesk desk;

    private MockMvc web;
    private AccountView storekeeper;
    private AccountView client;
    private List<AssetView> assets;
    private String address;

    @BeforeEach
    void aRequestOfThreeScreens() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        UUID organisation = lots.organisation(OrganisationKind.CLIENT);
        storekeeper = person(Role.WAREHOUSE, Set.of());
        client = person(Role.CLIENT, Set.of(new OrganisationId(organisation)));
        assets = lots.screens(organisation, "W" + UUID.randomUUID().toString().substring(0, 8), 3);
        address = "/requests/" + desk.request(assets.getFirst().request()).reference() + "/labels";
    }

    @Test
    void theStorekeeperChoosesMediaPlaceAndResolution() throws Exception {
        String page = page(address, storekeeper);
        assertThat(page)
                .contains("Imprimer les 3 étiquettes", "Feuille A4", "Rouleau de 62", "Imprimez à 100")
                .doesNotContain("Rien à étiqueter", "??");
        assertThat(page.split("name=\"start\"", -1)).hasSize(25);
        assertThat(page(address + "?lang=en", storekeeper))
                .contains("Print the 3 labels", "Print at 100")
                .doesNotContain("??");
    }

    @Test
    void aPreviewIsShownAndADownloadIsKept() throws Exception {
        MockHttpServletResponse preview =
                call(address + "/preview.pdf?media=SHEET_A4_24&start=23&dpi=203", storekeeper);
        assertThat(preview.getHeader("Content-Disposition")).startsWith("inline");
        assertThat(text(preview))
                .contains(assets.get(1).tag().value())
                .doesNotContain(assets.get(2).tag().value());
        assertThat(page(address, storekeeper)).doesNotContain("Déjà imprimées");

        MockHttpServletResponse labels = call(address + "/labels.pdf?media=ROLL_62&start=5&dpi=300", storekeeper);
        assertThat(labels.getContentType()).isEqualTo("application/pdf");
        assertThat(labels.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(labels.getHeader("Cache-Control")).contains("no-store");
        assertThat(text(labels))
                .contains(assets.stream().map(asset -> asset.tag().value()).toList());
        assertThat(page(address, storekeeper)).contains("Déjà imprimées", "Storekeeper of the page");
    }

    @Test
    void nobodyElsePrintsAndWhatIsWrongIsExplained() throws Exception {
        for (String end : new String[] {"", "/preview.pdf?media=ROLL_62", "/labels.pdf?media=ROLL_62"}) {
            assertThat(call(address + end, client).getStatus()).isEqualTo(403);
            assertThat(call("/requests/DR-2019-999999/labels" + end, storekeeper)
                            .getStatus())
                    .isEqualTo(404);
        }
        assertThat(call(address + "/labels.pdf?media=SHEET_A4_24&start=25", storekeeper)
                        .getStatus())
                .isEqualTo(422);
        assertThat(call(address + "/labels.pdf?media=PAPYRUS", storekeeper).getStatus())
                .isEqualTo(400);
    }

    private AccountView person(Role role, Set<OrganisationId> organisations) {
        return accounts.open(new OpenAccount(
                UUID.randomUUID() + "@example.org",
                "Storekeeper of the page",
                null,
                Set.of(role),
                organisations,
                Language.FR));
    }

    private String page(String path, AccountView who) throws Exception {
        MockHttpServletResponse response = call(path, who);
        assertThat(response.getStatus()).isEqualTo(200);
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse call(String path, AccountView who) throws Exception {
        return web.perform(get(path).with(authentication(SignedIn.as(who))))
                .andReturn()
                .getResponse();
    }

    private static String text(MockHttpServletResponse pdf) throws Exception {
        assertThat(pdf.getStatus()).isEqualTo(200);
        try (PDDocument document = Loader.loadPDF(pdf.getContentAsByteArray())) {
            return new PDFTextStripper().getText(document);
        }
    }
}
