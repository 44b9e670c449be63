package eu.boucle.web.run;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.DiscrepancyView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Language;
import eu.boucle.identity.OpenAccount;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Role;
import eu.boucle.pickup.PartnerSite;
import eu.boucle.pickup.PartnerSiteId;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunStatus;
import eu.boucle.pickup.RunView;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Siret;
import eu.boucle.support.BoucleTest;
import eu.boucle.support.Lots;
import eu.boucle.support.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From the tagging to the weigh-in on the pages, by plain forms; and what strangers see of it. */
@BoucleTest
class RunPagesTests {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final String PASSWORD = "correct horse battery";

    @LocalServerPort
    int port;

    @Autowired
    Lots lots;

    @Autowired
    AssetRegister register;

    @Autowired
    RunDesk desk;

    @Autowired
    Discrepancies discrepancies;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    UUID client = UUID.randomUUID();
    UUID recycler = UUID.randomUUID();
    PartnerSiteId site = new PartnerSiteId(UUID.randomUUID());
    String prefix = "";

    @BeforeEach
    void newPeople() {
        prefix = "W" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT) + "N";
        client = lots.organisation(OrganisationKind.CLIENT);
        recycler = lots.organisation(OrganisationKind.PARTNER);
        LocalDate later = LocalDate.now(ZONE).plusYears(1);
        desk.addPartnerSite(new PartnerSite(
                site,
                new OrganisationId(recycler),
                "Atelier",
                new Siret("73282932000074"),
                new PostalAddress("2 quai du Port", "13002", "Marseille", "FR"),
                "ICPE 2718",
                later,
                "2024-13-001",
                "13",
                later,
                ""));
    }

    private Visitor signedIn(Role role, UUID organisation) {
        String email = role + "-" + UUID.randomUUID() + "@example.org";
        accounts.open(new OpenAccount(
                email, "Person", PASSWORD, Set.of(role), Set.of(new OrganisationId(organisation)), Language.FR));
        Visitor visitor = new Visitor(port);
        assertThat(visitor.signIn(email, PASSWORD).statusCode()).isEqualTo(302);
        return visitor;
    }

    private static Map<String, String> fields(String... pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i], pairs[i + 1]);
        }
        return fields;
    }

    private String scan(Visitor visitor, String station, String code, String serial) {
        visitor.get(station);
        HttpResponse<String> answer =
                visitor.post(station, fields("scan", UUID.randomUUID().toString(), "code", code, "serial", serial));
        assertThat(answer.statusCode()).isEqualTo(302);
        return visitor.get(station).body();
    }

    private String opened(Visitor visitor, String page, String action, String mode) {
        visitor.get(page);
        HttpResponse<String> answer = visitor.post(action, fields("mode", mode));
        assertThat(answer.statusCode()).isEqualTo(302);
        return Visitor.location(answer);
    }

    private List<AssetView> taggedOnPages(Visitor storekeeper, int count) {
        List<AssetView> lot = lots.screens(client, prefix, count);
        String reference = reference(lot);
        assertThat(storekeeper.get("/requests/" + reference).body()).contains("value=\"TAGGING\"", "value=\"CONTROL\"");
        String station = opened(storekeeper, "/requests/" + reference, "/requests/" + reference + "/rounds", "TAGGING");
        assertThat(storekeeper.get("/requests/" + reference).body()).contains(station);
        for (AssetView asset : lot) {
            assertThat(scan(
                            storekeeper,
                            station,
                            asset.tag().value(),
                            asset.serial().raw()))
                    .contains("answer done");
        }
        assertThat(storekeeper.post(station + "/close", fields()).statusCode()).isEqualTo(302);
        return lot;
    }

    private String reference(List<AssetView> lot) {
        return jdbc.sql("select reference from lot where request_id = ?")
                .param(lot.getFirst().request().value())
                .query(String.class)
                .single();
    }

    private String planned(Visitor storekeeper, List<AssetView> lot, String lithium) {
        storekeeper.get("/runs/new");
        LocalDate today = LocalDate.now(ZONE);
        HttpResponse<String> answer = storekeeper.post(
                "/runs",
                fields(
                        "partnerSite",
                        site.value().toString(),
                        "requests",
                        reference(lot),
                        "window/from",
                        today.toString(),
                        "window/to",
                        today.plusDays(2).toString(),
                        "lithiumKg",
                        lithium));
        if (answer.statusCode() == 422) {
            return answer.body();
        }
        assertThat(answer.statusCode()).isEqualTo(302);
        return Visitor.location(answer).substring("/runs/".length());
    }

    @Test
    void aRunIsPlannedLoadedHandedOverAndReceivedByForms() {
        Visitor storekeeper = signedIn(Role.WAREHOUSE, recycler);
        Visitor partner = signedIn(Role.PARTNER, recycler);
        List<AssetView> lot = taggedOnPages(storekeeper, 3);
        assertThat(storekeeper.get("/runs/new").body()).contains(reference(lot));
        assertThat(planned(storekeeper, lot, "333,5")).contains("333", "f-lithiumKg", "value=\"333,5\"");
        String run = planned(storekeeper, lot, "12,5");
        String page = "/runs/" + run;
        desk.propose(desk.run(run, Lots.storekeeper()).id(), Lots.storekeeper());

        assertThat(partner.get("/runs").body()).contains(run);
        assertThat(partner.get(page).body())
                .contains(page + "/confirm", page + "/decline")
                .doesNotContain("ne sont pas relevés");
        assertThat(storekeeper.get(page).body()).contains("les codes déchets admis ne sont pas relevés");
        takes("20 01 36");
        assertThat(storekeeper.get(page).body())
                .contains(lot.get(0).wasteCode() + " n’est pas parmi les codes que ce site peut prendre")
                .doesNotContain("ne sont pas relevés");
        takes("");
        assertThat(partner.post(page + "/confirm", fields()).statusCode()).isEqualTo(302);

        String station = opened(storekeeper, page, page + "/rounds", "LOADING");
        assertThat(scan(storekeeper, station, lot.get(0).tag().value(), "")).contains("answer done");
        assertThat(scan(storekeeper, station, lot.get(0).tag().value(), "")).contains("answer waits");
        assertThat(scan(storekeeper, station, lot.get(1).tag().value(), "")).contains("answer done");
        HttpResponse<String> early = storekeeper.post(station + "/close", fields());
        assertThat(Visitor.location(early)).isEqualTo(station);
        assertThat(storekeeper.get(station).body()).contains(lot.get(2).tag().value(), "notice stop");
        storekeeper.post(station + "/missing", fields("tag", lot.get(2).tag().value(), "reason", "Absent du quai"));
        assertThat(Visitor.location(storekeeper.post(station + "/close", fields())))
                .isEqualTo(page);

        String closed = storekeeper.get(page).body();
        assertThat(closed)
                .contains("handover", desk.run(run, Lots.storekeeper()).manifestSha256());
        HttpResponse<String> unsigned =
                storekeeper.post(page + "/handover", fields("driverName", "Jean Martin", "plate", ""));
        assertThat(Visitor.location(unsigned)).isEqualTo(page);
        assertThat(storekeeper.get(page).body()).contains("value=\"Jean Martin\"", "f-plate-wrong");
        for (String code : desk.slipsMissing(desk.run(run, Lots.storekeeper()).id())) {
            storekeeper.post(page + "/slips", fields("wasteCode", code, "number", "BSD-1"));
        }
        storekeeper.post(
                page + "/handover",
                fields(
                        "driverName",
                        "Jean Martin",
                        "plate",
                        "AB-123-CD",
                        "signature/typed",
                        "Jean Martin",
                        "seals",
                        "S1 S2"));
        assertThat(desk.run(run, Lots.storekeeper()).status()).isEqualTo(RunStatus.HANDED_OVER);

        assertThat(partner.get(page).body())
                .contains("id=\"reception\"", "line/" + lot.get(0).tag());
        String now = LocalDateTime.now(ZONE).withSecond(0).withNano(0).toString();
        Map<String, String> reception = fields("receivedAt", now, "weightKg", "5,2", "by", "ALL");
        reception.put("line/" + lot.get(1).tag(), "REFUSED");
        assertThat(Visitor.location(partner.post(page + "/reception", reception)))
                .isEqualTo(page);
        assertThat(desk.run(run, Lots.storekeeper()).status()).isEqualTo(RunStatus.HANDED_OVER);
        reception.put("reason/" + lot.get(1).tag(), "Dalle cassée");
        partner.get(page);
        partner.post(page + "/reception", reception);
        RunView received = desk.run(run, Lots.storekeeper());
        assertThat(received.status()).isEqualTo(RunStatus.WEIGHED_IN);
        assertThat(register.asset(lot.get(1).id()).state()).isEqualTo(AssetState.REFUSED);
        assertThat(storekeeper.get(page).body()).contains("5,2", "Dalle cassée");
        assertThat(storekeeper.get("/runs?status=WEIGHED_IN").body()).contains(run);
    }

    @Test
    void partOfARequestIsPickedTheRestShortenedAndLeftBehindByForms() {
        Visitor storekeeper = signedIn(Role.WAREHOUSE, recycler);
        Visitor partner = signedIn(Role.PARTNER, recycler);
        List<AssetView> lot = taggedOnPages(storekeeper, 4);
        String tag = lot.get(0).tag().value();
        assertThat(storekeeper.get("/runs/new").body()).contains("name=\"assets\" value=\"" + tag);
        LocalDate today = LocalDate.now(ZONE);
        Map<String, String> plan = fields(
                "partnerSite",
                site.value().toString(),
                "assets",
                tag,
                "window/from",
                today.toString(),
                "window/to",
                today.plusDays(2).toString());
        String first = Visitor.location(storekeeper.post("/runs", plan)).substring("/runs/".length());
        assertThat(register.onRun(desk.run(first, Lots.storekeeper()).id()))
                .extracting(asset -> asset.tag().value())
                .containsExactly(tag);
        assertThat(storekeeper.get("/runs/" + first).body()).contains("3 prêts, sur aucun enlèvement");
        assertThat(storekeeper.get("/runs/" + first + "/plan").body()).contains("déjà sur cet enlèvement");

        String second = planned(storekeeper, lot, "");
        String page = "/runs/" + second;
        storekeeper.get(page);
        storekeeper.post(page + "/shorten", fields("tag", lot.get(1).tag().value(), "reason", ""));
        assertThat(register.asset(lot.get(1).id()).run()).isNotNull();
        storekeeper.get(page);
        storekeeper.post(page + "/shorten", fields("tag", lot.get(1).tag().value(), "reason", "Trop large"));
        assertThat(register.asset(lot.get(1).id()).run()).isNull();
        assertThat(storekeeper.get(page).body()).contains("Trop large", "Réduit");
        desk.propose(desk.run(second, Lots.storekeeper()).id(), Lots.storekeeper());
        assertThat(partner.get(page).body()).doesNotContain("sur aucun enlèvement", page + "/shorten");
        desk.confirm(second, Lots.partner(recycler));
        String station = opened(storekeeper, page, page + "/rounds", "LOADING");
        scan(storekeeper, station, lot.get(2).tag().value(), "");
        storekeeper.post(station + "/staying", fields("tag", lot.get(3).tag().value(), "reason", "Palette instable"));
        assertThat(storekeeper.get(station).body()).contains("Restent ici", "Palette instable");
        assertThat(Visitor.location(storekeeper.post(station + "/close", fields())))
                .isEqualTo(page);
        assertThat(register.asset(lot.get(3).id()).run()).isNull();

        handOver(storekeeper, second);
        String notes = page + "/corrections";
        assertThat(storekeeper.get(page).body()).contains(notes);
        assertThat(storekeeper.get(notes).body()).contains("AB-123-CD");
        storekeeper.post(notes, fields("plate", "CD-456-EF", "reason", "plaque mal lue", "signedName", "Samir Quai"));
        assertThat(partner.get(page).body()).contains("contresignature");
        assertThat(partner.get(notes).body()).contains("CD-456-EF", notes + "/1/countersign");
        partner.post(notes + "/1/countersign", fields("signedName", ""));
        assertThat(partner.get(notes).body()).contains("f-signedName-wrong");
        partner.post(notes + "/1/countersign", fields("signedName", "Inès Partenaire"));
        assertThat(storekeeper.get(notes).body()).contains("Samir Quai", "Inès Partenaire");
        assertThat(storekeeper.get(notes + "/1.pdf").statusCode()).isEqualTo(200);

        String type = lot.get(2).type();
        assertThat(partner.get(page).body()).contains("name=\"count/" + type + "\"");
        String now = LocalDateTime.now(ZONE).withSecond(0).withNano(0).toString();
        partner.post(
                page + "/reception", fields("receivedAt", now, "weightKg", "5", "by", "COUNT", "count/" + type, "1"));
        assertThat(desk.run(second, Lots.storekeeper()).status()).isEqualTo(RunStatus.WEIGHED_IN);
    }

    private void takes(String codes) {
        jdbc.sql("update partner_site set waste_codes = ? where id = ?")
                .params(codes, site.value())
                .update();
    }

    private void handOver(Visitor storekeeper, String run) {
        String page = "/runs/" + run;
        storekeeper.get(page);
        for (String code : desk.slipsMissing(desk.run(run, Lots.storekeeper()).id())) {
            storekeeper.post(page + "/slips", fields("wasteCode", code, "number", "BSD-1"));
        }
        storekeeper.post(
                page + "/handover",
                fields(
                        "driverName",
                        "Jean Martin",
                        "plate",
                        "AB-123-CD",
                        "signature/typed",
                        "Jean Martin",
                        "seals",
                        "S1 S2"));
        assertThat(desk.run(run, Lots.storekeeper()).status()).isEqualTo(RunStatus.HANDED_OVER);
    }

    @Test
    void strangersFindNothing() {
        Visitor storekeeper = signedIn(Role.WAREHOUSE, recycler);
        List<AssetView> lot = taggedOnPages(storekeeper, 1);
        String run = planned(storekeeper, lot, "");
        String page = "/runs/" + run;
        RunView planned = desk.run(run, Lots.storekeeper());
        desk.propose(planned.id(), Lots.storekeeper());
        desk.confirm(run, Lots.partner(recycler));
        String station = opened(storekeeper, page, page + "/rounds", "LOADING");

        UUID other = lots.organisation(OrganisationKind.PARTNER);
        Visitor stranger = signedIn(Role.PARTNER, other);
        assertThat(stranger.get("/runs").body()).doesNotContain(run);
        assertThat(stranger.get(page).statusCode()).isEqualTo(404);
        assertThat(stranger.get(page + "/manifest.pdf").statusCode()).isEqualTo(404);
        assertThat(stranger.get(station).statusCode()).isEqualTo(404);
        assertThat(stranger.post(page + "/confirm", fields()).statusCode()).isEqualTo(404);
        assertThat(stranger.post(page + "/rounds", fields("mode", "RECEPTION")).statusCode())
                .isEqualTo(404);
        Visitor own = signedIn(Role.PARTNER, recycler);
        assertThat(own.get(station).statusCode()).isEqualTo(404);
        Visitor asked = signedIn(Role.CLIENT, client);
        assertThat(asked.get(page).statusCode()).isEqualTo(403);
        assertThat(asked.get(station).statusCode()).isEqualTo(403);
        assertThat(asked.get("/discrepancies").statusCode()).isEqualTo(403);
    }

    @Test
    void theOfficerEndsAGapWithAReason() {
        Visitor storekeeper = signedIn(Role.WAREHOUSE, recycler);
        List<AssetView> lot = lots.screens(client, prefix, 1);
        String station = opened(storekeeper, "/runs", "/requests/" + reference(lot) + "/rounds", "TAGGING");
        storekeeper.get(station);
        storekeeper.post(
                station + "/missing", fields("tag", lot.getFirst().tag().value(), "reason", "Absent de la baie"));
        storekeeper.post(station + "/close", fields());
        DiscrepancyView gap = discrepancies.ofRequest(lot.getFirst().request()).getFirst();

        Visitor officer = signedIn(Role.COMPLIANCE, recycler);
        String page = "/discrepancies/" + gap.id().value();
        assertThat(officer.get("/discrepancies").body()).contains(page);
        assertThat(officer.get(page).body()).contains(lot.getFirst().tag().value(), "Absent de la baie");
        officer.post(page + "/resolve", fields("outcome", "FOUND", "reason", ""));
        assertThat(officer.get(page).body()).contains("f-reason-wrong");
        officer.post(page + "/resolve", fields("outcome", "FOUND", "reason", "Retrouvé en salle 2"));
        assertThat(discrepancies.discrepancy(gap.id()).open()).isFalse();
        assertThat(officer.get(page).body()).contains("Retrouvé en salle 2");
        assertThat(register.asset(lot.getFirst().id()).state()).isEqualTo(AssetState.DECLARED);

        assertThat(storekeeper
                        .get("/discrepancies/new?tag=" + lot.getFirst().tag())
                        .body())
                .contains("value=\"" + lot.getFirst().tag());
        HttpResponse<String> refused = storekeeper.post(
                "/discrepancies",
                fields("kind", "DAMAGED", "tag", lot.getFirst().tag().value(), "detail", ""));
        assertThat(storekeeper.get(Visitor.location(refused)).body()).contains("f-detail-wrong");
        HttpResponse<String> opened = storekeeper.post(
                "/discrepancies",
                fields("kind", "DAMAGED", "tag", lot.getFirst().tag().value(), "detail", "écran fendu"));
        assertThat(storekeeper.get(Visitor.location(opened)).body())
                .contains("écran fendu")
                .doesNotContain("/resolve");
    }

    /** The third level, beside the scan and the desk. */
    @Test
    void loadingAnUnclearedAssetIsRefusedByTheApi() throws Exception {
        Visitor storekeeper = signedIn(Role.WAREHOUSE, recycler);
        List<AssetView> lot = taggedOnPages(storekeeper, 1);
        String run = planned(storekeeper, lot, "");
        RunView planned = desk.run(run, Lots.storekeeper());
        AssetView server = lots.server(client, prefix + "S");
        String tagging = opened(storekeeper, "/runs", "/requests/" + reference(List.of(server)) + "/rounds", "TAGGING");
        scan(storekeeper, tagging, server.tag().value(), server.serial().raw());
        jdbc.sql("update asset set run_id = ? where id = ?")
                .params(planned.id().value(), server.id().value())
                .update();
        desk.propose(planned.id(), Lots.storekeeper());
        desk.confirm(run, Lots.partner(recycler));
        String station = opened(storekeeper, "/runs/" + run, "/runs/" + run + "/rounds", "LOADING");
        String round = station.substring("/scan/".length());

        String token = UUID.randomUUID().toString();
        UUID person = accounts.open(new OpenAccount(
                        UUID.randomUUID() + "@example.org",
                        "Scanner",
                        null,
                        Set.of(Role.WAREHOUSE),
                        Set.of(new OrganisationId(recycler)),
                        Language.FR))
                .person();
        accounts.keepToken(person, "scanner", token, Instant.now().plus(Duration.ofHours(1)));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        "http://localhost:" + port + "/api/v1/scan-rounds/" + round + "/scans"))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "[{\"id\":\"" + UUID.randomUUID() + "\",\"code\":\"" + server.tag() + "\"}]"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).contains("NOT_CLEARED").contains("0", "2");
        assertThat(register.asset(server.id()).state()).isEqualTo(AssetState.TAGGED);
        assertThat(scan(storekeeper, station, server.tag().value(), "")).contains("answer stop");
    }
}
