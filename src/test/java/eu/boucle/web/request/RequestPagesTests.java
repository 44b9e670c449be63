package eu.boucle.web.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import eu.boucle.asset.AssetRegister;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestFilter;
import eu.boucle.decommissioning.RequestMilestones;
import eu.boucle.decommissioning.RequestRow;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Actor;
import eu.boucle.identity.AddSite;
import eu.boucle.identity.Language;
import eu.boucle.identity.OpenAccount;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.identity.SiteView;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Reason;
import eu.boucle.support.BoucleTest;
import eu.boucle.support.Lots;
import eu.boucle.support.Today;
import eu.boucle.web.request.RequestTimeline.Standing;
import eu.boucle.web.request.RequestTimeline.Step;
import eu.boucle.web.security.SignedIn;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@BoucleTest
class RequestPagesTests {

    @Autowired
    WebApplicationContext application;

    @Autowired
    Accounts accounts;

    @Autowired
    Organisations organisations;

    @Autowired
    Lots lots;

    @Autowired
    RequestDesk desk;

    @Autowired
    RequestMilestones milestones;

    @Autowired
    RequestTimeline timeline;

    @Autowired
    AssetRegister assets;

    private MockMvc web;
    private AccountView client;
    private AccountView stranger;
    private AccountView officer;
    private AccountView storekeeper;
    private SiteView site;

    @BeforeEach
    void people() {
        web = MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
        OrganisationId a = new OrganisationId(lots.organisation(OrganisationKind.CLIENT));
        client = person("Ana Client", Role.CLIENT, Set.of(a));
        stranger = person(
                "Boris Stranger", Role.CLIENT, Set.of(new OrganisationId(lots.organisation(OrganisationKind.CLIENT))));
        officer = person("Olga Officer", Role.COMPLIANCE, Set.of());
        storekeeper = person("Sam Storekeeper", Role.WAREHOUSE, Set.of());
        site = organisations.addSite(
                new AddSite(a, "Lyon LY1", new PostalAddress("1 rue des Lilas", "69003", "Lyon", "FR"), "quai 2"),
                client.actor());
    }

    private Map<String, String> filled(String serial) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("site", site.id().value().toString());
        fields.put("contact/name", "Ana");
        fields.put("contact/email", "ana@client.example");
        fields.put("contact/phone", "04 72 00 00 00");
        fields.put("window/from", Today.inParis().plusDays(8).toString());
        fields.put("window/to", Today.inParis().plusDays(9).toString());
        fields.put("data/action", "ERASE");
        fields.put("data/where", "HERE");
        fields.put("data/level", "CLEAR");
        fields.put("row/0/type", "server-rack");
        fields.put("row/0/manufacturer", "Dell");
        fields.put("row/0/model", "PowerEdge R640");
        fields.put("row/0/serial", serial);
        fields.put("row/0/mediaKind", "HDD/SAS");
        fields.put("row/0/mediaSerials", serial + "D1 | " + serial + "D2");
        fields.put("row/0/weightKg", "17,7");
        return fields;
    }

    private static String serial() {
        return "RP" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private RequestView sent() throws Exception {
        MockHttpServletResponse answer = send("/requests", with(filled(serial()), "step", "submit"), client);
        assertThat(answer.getStatus()).isEqualTo(302);
        return desk.request(answer.getHeader("Location").replace("/requests/", ""), client.actor());
    }

    @Test
    void theFormIsWholeInBothLanguages() throws Exception {
        assertThat(page("/requests/new", client))
                .contains("Nouvelle demande", "Lyon LY1", "serveur rack", "Envoyer la demande")
                .doesNotContain("??");
        assertThat(page("/requests/new?lang=en", client))
                .contains("New request", "rack server", "Send the request")
                .doesNotContain("??");
        assertThat(read("/requests/new", officer).getStatus()).isEqualTo(403);
    }

    @Test
    void withoutScriptADraftIsWrittenRowByRowChangedAndSent() throws Exception {
        String serial = serial();
        MockHttpServletResponse saved = send("/requests", with(filled(serial), "step", "save"), client);
        String address = saved.getHeader("Location");
        assertThat(address).matches("/requests/DR-\\d{4}-\\d{6}/edit");
        String reference = address.split("/")[2];
        RequestView draft = desk.request(reference, client.actor());
        assertThat(draft.status()).isEqualTo(RequestStatus.DRAFT);
        assertThat(draft.lines().getFirst().serial()).isEqualTo(serial);
        assertThat(draft.lines().getFirst().weightKg()).isEqualByComparingTo("17.7");
        assertThat(draft.lines().getFirst().media()).hasSize(2);
        assertThat(page(address, client)).contains(serial, serial + "D1 | " + serial + "D2");

        Map<String, String> more = with(filled(serial), "row/1/type", "monitor");
        more.put("row/1/manufacturer", "Dell");
        more.put("row/1/model", "P2419H");
        more.put("row/0/remove", "true");
        more.put("version", Long.toString(draft.version()));
        more.put("step", "submit");
        assertThat(send(address, more, client).getHeader("Location")).isEqualTo("/requests/" + reference);
        RequestView sent = desk.request(reference, client.actor());
        assertThat(sent.status()).isEqualTo(RequestStatus.SUBMITTED);
        assertThat(sent.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.model()).isEqualTo("P2419H"));
    }

    @Test
    void whatIsMissingIsSaidOnTopAndBesideTheFieldAndNothingTypedIsLost() throws Exception {
        int before = requests(client).size();
        Map<String, String> fields = filled("?????");
        fields.put("contact/email", "ana@nowhere");
        fields.put("window/from", "2019-01-01");
        fields.put("window/to", "2019-01-02");
        fields.put("step", "submit");
        MockHttpServletResponse answer = send("/requests", fields, client);

        assertThat(answer.getStatus()).isEqualTo(422);
        String page = answer.getContentAsString(StandardCharsets.UTF_8);
        assertThat(page)
                .contains(
                        "« ana@nowhere » n’est pas une adresse électronique",
                        "est masqué par l’outil",
                        "href=\"#f-lines-0-serial\"",
                        "href=\"#f-contact-email\"",
                        "value=\"ana@nowhere\"",
                        "est déjà passé")
                .doesNotContain("??<");
        assertThat(requests(client)).hasSize(before);
    }

    @Test
    void absurdNumbersAndDatesAreSentencesNotErrors() throws Exception {
        Map<String, String> fields = filled(serial());
        fields.put("row/0/quantity", "beaucoup");
        fields.put("row/0/weightKg", "1e9");
        fields.put("window/from", "demain");
        MockHttpServletResponse answer = send("/requests", with(fields, "step", "save"), client);
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentAsString(StandardCharsets.UTF_8))
                .contains("« beaucoup » n’est pas un nombre", "« demain » n’est pas une date");
        assertThat(send("/requests", Map.of("lines", "{nonsense", "step", "save"), client)
                        .getStatus())
                .isEqualTo(422);
        assertThat(send("/requests", Map.of("site", "nonsense", "data/action", "EAT", "step", "save"), client)
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void fiveThousandLinesFromTheScriptAreKept() throws Exception {
        String prefix = serial();
        String lines = IntStream.range(0, 5_000)
                .mapToObj(i ->
                        "{\"type\":\"server-rack\",\"manufacturer\":\"Dell\",\"model\":\"PowerEdge R640\",\"serial\":\""
                                + prefix + "N" + i + "\",\"media\":[{\"kind\":\"HDD/SAS\",\"serial\":\"" + prefix + "M"
                                + i
                                + "\"}]}")
                .collect(Collectors.joining(",", "[", "]"));
        MockHttpServletResponse answer = send("/requests", Map.of("lines", lines, "step", "save"), client);
        String address = answer.getHeader("Location");
        assertThat(desk.request(address.split("/")[2], client.actor()).lines()).hasSize(5_000);
        assertThat(page(address, client)).contains(prefix + "N24", "Lignes 1 à 25");
        assertThat(page(address.replace("/edit", ""), client)).contains(prefix + "N49");
    }

    @Test
    void theDraftKeepsItselfAndAnOldCopyIsRefused() throws Exception {
        MockHttpServletResponse kept = send("/requests/autosave", filled(serial()), client);
        assertThat(kept.getStatus()).isEqualTo(200);
        String json = kept.getContentAsString(StandardCharsets.UTF_8);
        String reference = json.replaceAll(".*\"reference\":\"([^\"]+)\".*", "$1");
        String version = json.replaceAll(".*\"version\":(\\d+).*", "$1");
        String address = "/requests/" + reference + "/autosave";
        Map<String, String> again = with(filled(serial()), "version", version);
        assertThat(send(address, again, client).getStatus()).isEqualTo(200);
        assertThat(json(address, again, client).getStatus()).isEqualTo(409);
        assertThat(send(address, again, stranger).getStatus()).isEqualTo(404);
    }

    @Test
    void whoSavesSecondIsToldWhoWasFirstKeepsWhatWasTypedAndChooses() throws Exception {
        String address = send("/requests", with(filled(serial()), "step", "save"), client)
                .getHeader("Location");
        String reference = address.split("/")[2];
        String read = Long.toString(desk.request(reference, client.actor()).version());
        AccountView colleague =
                person("Camille Seconde", Role.CLIENT, client.actor().organisations());
        Map<String, String> first = with(with(filled(serial()), "version", read), "note", "la première");
        assertThat(send(address, first, colleague).getStatus()).isEqualTo(302);

        Map<String, String> second = with(with(filled(serial()), "version", read), "note", "la seconde");
        MockHttpServletResponse told = send(address, second, client);
        assertThat(told.getStatus()).isEqualTo(409);
        assertThat(html(told))
                .contains("Camille Seconde a modifié cette demande", "la seconde", "Garder ma version")
                .doesNotContain("??");
        assertThat(desk.request(reference, client.actor()).note()).isEqualTo("la première");
        String newest = Long.toString(desk.request(reference, client.actor()).version());
        assertThat(html(told)).contains("name=\"over\" value=\"" + newest + "\"");
        assertThat(send(address, with(second, "over", newest), client).getStatus())
                .isEqualTo(302);
        assertThat(desk.request(reference, client.actor()).note()).isEqualTo("la seconde");
        assertThat(send(address, with(second, "over", newest), client).getStatus())
                .as("and a third change in between is told again")
                .isEqualTo(409);
    }

    @Test
    void aPastedListIsShownAsUnderstoodBeforeItIsKept() throws Exception {
        String preview = html(web.perform(multipart("/requests/list")
                        .file(new MockMultipartFile(
                                "file", "a.csv", "text/csv", sample("samples/assets/assets-with-errors.csv")))
                        .with(csrf())
                        .with(authentication(SignedIn.as(client))))
                .andReturn()
                .getResponse());
        assertThat(preview)
                .contains("Colonnes non reprises : couleur", "n’est pas un nombre", "data-lines=\"ready\"", "doublons")
                .doesNotContain("<html", "??<");

        MockHttpServletResponse foreign = web.perform(multipart("/requests/list")
                        .file(new MockMultipartFile(
                                "file", "n.csv", "text/csv", sample("samples/assets/netbox-devices.csv")))
                        .with(csrf())
                        .with(authentication(SignedIn.as(client))))
                .andReturn()
                .getResponse();
        assertThat(foreign.getStatus()).isEqualTo(415);
        assertThat(html(foreign)).contains("NetBox", "modèle");
    }

    @Test
    void withoutScriptAListGoesThroughItsOwnPage() throws Exception {
        String edit = send("/requests", with(filled(serial()), "step", "list"), client)
                .getHeader("Location");
        assertThat(edit).endsWith("/list");
        assertThat(page(edit, client)).contains("Lire la liste");
        String paste = "Marque\tModèle\tN° de série\nDell\tPowerEdge R640\t" + serial() + "\n";
        String shown = html(send(edit, Map.of("text", paste), client));
        assertThat(shown).contains("Ajouter les lignes comprises (1)");
        String ready = org.springframework.web.util.HtmlUtils.htmlUnescape(
                shown.replaceAll("(?s).*<textarea name=\"ready\"[^>]*>(.*?)</textarea>.*", "$1"));
        assertThat(send(edit + "/apply", Map.of("ready", ready), client).getHeader("Location"))
                .endsWith("/edit");
        assertThat(desk.request(edit.split("/")[2], client.actor()).lines()).hasSize(2);
    }

    @Test
    void theOfficerFindsTheRequestAndDecides() throws Exception {
        RequestView view = sent();
        String address = "/requests/" + view.reference();
        assertThat(page("/requests?status=SUBMITTED&q=" + view.reference(), officer))
                .contains(view.reference(), "Lyon LY1", "À examiner");
        assertThat(page(address, officer)).contains("Accepter", "Demander un complément", "Ana Client");
        assertThat(page(address, client))
                .doesNotContain("/accept")
                .contains("Annuler la demande", "Examen de la demande")
                .contains("l’équipement déclaré reste au client", "Aucune étiquette n’existe encore");

        assertThat(send(address + "/accept", Map.of(), storekeeper).getStatus()).isEqualTo(403);
        assertThat(send(address + "/accept", Map.of(), client).getStatus()).isEqualTo(403);
        assertThat(send(address + "/return", Map.of("reason", "x"), officer).getStatus())
                .isEqualTo(422);
        assertThat(send(address + "/return", Map.of("reason", "Quel étage ?"), officer)
                        .getHeader("Location"))
                .isEqualTo(address);
        assertThat(page(address, client)).contains("Quel étage ?", "Compléter la demande");
        assertThat(send(address + "/submit", Map.of(), client).getHeader("Location"))
                .isEqualTo(address);
        assertThat(send(address + "/accept", Map.of(), officer).getHeader("Location"))
                .isEqualTo(address);
        assertThat(send(address + "/reject", Map.of("reason", "trop tard"), officer)
                        .getStatus())
                .isEqualTo(409);
    }

    @Test
    void theStoryIsToldWithPeopleAndPapersAndSaysWhoseTurnItIs() throws Exception {
        RequestView view = sent();
        assertThat(timeline.of(view)).extracting(Step::step).startsWith("submitted", "accepted", "registered");
        Step now = timeline.of(view).stream()
                .filter(step -> step.standing() == Standing.NOW)
                .findFirst()
                .orElseThrow();
        assertThat(now.step()).isEqualTo("accepted");
        assertThat(now.expectedFrom()).isEqualTo(Role.COMPLIANCE);

        milestones.issueCopy(view.id(), Actor.system(view.organisation()));
        Step first = timeline.of(view).getFirst();
        assertThat(first.by()).isEqualTo("Ana Client");
        assertThat(first.documents())
                .singleElement()
                .satisfies(document -> assertThat(document.number()).isEqualTo(view.reference()));
        MockHttpServletResponse copy = read("/requests/" + view.reference() + "/copy.pdf", client);
        assertThat(copy.getContentAsByteArray()).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        String paper = "/requests/" + view.reference() + "/papers/"
                + first.documents().getFirst().paper();
        assertThat(read(paper, storekeeper).getStatus()).isEqualTo(200);
        assertThat(read(paper, stranger).getStatus()).isEqualTo(404);

        desk.reject(view.reference(), new Reason("Hors périmètre"), officer.actor());
        List<Step> ended = timeline.of(desk.request(view.id()));
        assertThat(ended).extracting(Step::step).containsExactly("submitted", "rejected");
        assertThat(ended.getLast().by()).isEqualTo("Olga Officer");
    }

    @Test
    void registeredEquipmentIsShownWithItsTagsAndWhoMustAct() throws Exception {
        RequestView view = sent();
        desk.accept(view.reference(), officer.actor());
        milestones.registerAssets(view.id(), Actor.system(view.organisation()));
        String tag = assets.lot(view.id()).getFirst().tag().value();
        assertThat(page("/requests/" + view.reference(), storekeeper))
                .contains(tag, "Étiquettes", "0 / 2", "16 02 1")
                .doesNotContain("??<", "Annuler la demande");
        assertThat(page("/requests/" + view.reference() + "?lang=en", client))
                .contains("Registered equipment", "Expected from")
                .contains("one item is given back to the client and its tag is void. Tags applied: 0.")
                .doesNotContain("??<");
    }

    @Test
    void aStrangerFindsNothing() throws Exception {
        RequestView view = sent();
        for (String end : List.of("", "/edit", "/list", "/copy.pdf")) {
            assertThat(read("/requests/" + view.reference() + end, stranger).getStatus())
                    .as(end)
                    .isEqualTo(404);
        }
        assertThat(page("/requests?q=" + view.reference(), stranger)).contains("Aucune demande ne correspond");
    }

    private List<RequestRow> requests(AccountView who) {
        return desk.page(RequestFilter.none(), null, 200, who.actor()).items();
    }

    private AccountView person(String name, Role role, Set<OrganisationId> of) {
        return accounts.open(
                new OpenAccount(UUID.randomUUID() + "@example.org", name, null, Set.of(role), of, Language.FR));
    }

    private static byte[] sample(String name) throws Exception {
        return new ClassPathResource(name).getContentAsByteArray();
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(fields);
        more.put(name, value);
        return more;
    }

    private String page(String path, AccountView who) throws Exception {
        MockHttpServletResponse response = read(path, who);
        assertThat(response.getStatus()).isEqualTo(200);
        return html(response);
    }

    private static String html(MockHttpServletResponse response) throws Exception {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse read(String path, AccountView who) throws Exception {
        return web.perform(get(path).with(authentication(SignedIn.as(who))))
                .andReturn()
                .getResponse();
    }

    private MockHttpServletResponse send(String path, Map<String, String> fields, AccountView who) throws Exception {
        return perform(post(path), fields, who);
    }

    private MockHttpServletResponse json(String path, Map<String, String> fields, AccountView who) throws Exception {
        return perform(post(path).accept("application/json"), fields, who);
    }

    private MockHttpServletResponse perform(
            MockHttpServletRequestBuilder call, Map<String, String> fields, AccountView who) throws Exception {
        fields.forEach(call::param);
        return web.perform(call.with(csrf()).with(authentication(SignedIn.as(who))))
                .andReturn()
                .getResponse();
    }
}
