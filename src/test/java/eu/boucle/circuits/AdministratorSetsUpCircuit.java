package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An administrator, who reads no client's case, keeps organisations and partners, also behind the second wall. */
class AdministratorSetsUpCircuit {

    @ParameterizedTest
    @EnumSource
    void organisationsAndPartnersAreKeptByWhoSeesNoCase(Database database) throws Exception {
        try (Story story = new Story("administrator sets up", database)) {
            Map<String, Object> address = Map.of("street", "1 rue", "postalCode", "69001", "city", "Lyon");
            String opened = story.post(
                            Player.ADMIN,
                            "/organisations",
                            Map.of(
                                    "kind",
                                    "CLIENT",
                                    "name",
                                    "Ouvert par l’administration",
                                    "address",
                                    address,
                                    "contacts",
                                    List.of(Map.of(
                                            "name",
                                            "Ana",
                                            "email",
                                            "ana@client.example",
                                            "topics",
                                            List.of("INCIDENTS")))))
                    .expect(201)
                    .text("id");
            story.call(
                            Player.ADMIN,
                            "PUT",
                            "/organisations/" + opened + "/settings",
                            Map.of(
                                    "mediaDays",
                                    4,
                                    "data",
                                    Map.of("action", "ERASE", "where", "HERE", "level", "PURGE"),
                                    "contacts",
                                    List.of(Map.of("name", "Bob", "email", "bob@client.example"))))
                    .expect(200);
            assertThat(story.get(Player.ADMIN, "/organisations/" + opened + "/settings")
                            .expect(200)
                            .json()
                            .toString())
                    .contains("bob@client.example", "PURGE")
                    .doesNotContain("ana@client.example");
            story.post(Player.ADMIN, "/sites", Map.of("organisation", opened, "name", "Salle", "address", address))
                    .expect(201);
            story.post(Player.ADMIN, "/organisations/" + opened + "/archive", Map.of())
                    .expect(200);

            String reference = story.submitted(
                    Story.instruction("ERASE", "HERE", "CLEAR"), List.of(Story.monitor(story.serial("M"))));
            Story.Answer refused =
                    story.post(Player.ADMIN, "/organisations/" + story.cast.site.organisation() + "/archive", Map.of());
            refused.refusedWith(409, "CASES_OPEN");
            assertThat(new String(refused.bytes(), StandardCharsets.UTF_8)).contains(reference);
            story.get(Player.ADMIN, "/requests/" + reference).expect(403);

            String certificates = "/partner-sites/" + story.cast.partnerSite.value() + "/certificates";
            HttpResponse<String> held = upload(database, story.cast.tokens.get(Player.ADMIN), certificates);
            assertThat(held.statusCode()).as(held.body()).isEqualTo(201);
            String certificate = Story.JSON.readTree(held.body()).path("id").asString();
            assertThat(new String(
                            story.get(Player.ADMIN, certificates + "/" + certificate + "/file")
                                    .expect(200)
                                    .bytes(),
                            StandardCharsets.UTF_8))
                    .contains("R2v3");
            story.get(Player.CLIENT, certificates + "/" + certificate + "/file").expect(403);
        }
    }

    private static HttpResponse<String> upload(Database database, String token, String path)
            throws IOException, InterruptedException {
        String part = "--grenze\r\nContent-Disposition: form-data; name=\"%s\"%s\r\n\r\n%s\r\n";
        String body = part.formatted("name", "", "R2v3")
                + part.formatted("issuer", "", "SGS")
                + part.formatted("validUntil", "", "2031-01-01")
                + part.formatted("file", "; filename=\"r2.pdf\"", "R2v3 " + UUID.randomUUID())
                + "--grenze--\r\n";
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(database.address() + "/api/v1" + path))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "multipart/form-data; boundary=grenze")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
