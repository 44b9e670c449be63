package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import eu.boucle.circuits.Story.Answer;
import eu.boucle.support.TestDatabase;
import eu.boucle.support.Today;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A repeated call with the same key has one effect and gets the first answer, alone and in a crowd. */
class KeyedCallsTests {

    @ParameterizedTest
    @EnumSource
    void aRepeatedCallGetsTheFirstAnswer(Database database) {
        try (Story story = new Story("keys", database)) {
            Map<String, Object> request = draft(story, "S1");
            String key = UUID.randomUUID().toString();
            Answer first =
                    story.send(Player.CLIENT, "POST", "/requests", request, key).expect(201);
            Answer again =
                    story.send(Player.CLIENT, "POST", "/requests", request, key).expect(201);
            assertThat(again.bytes()).isEqualTo(first.bytes());
            assertThat(again.location()).isEqualTo(first.location()).isNotEmpty();
            assertThat(again.type()).isEqualTo(first.type());
            assertThat(requestsOf(story, database)).isEqualTo(1);
            story.send(Player.CLIENT, "POST", "/requests", draft(story, "S2"), key)
                    .refusedWith(422, "KEY_REUSED");
            story.send(Player.STRANGER, "POST", "/requests", draft(story, "S3"), key)
                    .refusedWith(422, "INVALID");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalIsAnAnswerToo(Database database) {
        try (Story story = new Story("keys refused", database)) {
            String reference = story.post(Player.CLIENT, "/requests", draft(story, "S1"))
                    .expect(201)
                    .text("reference");
            String key = UUID.randomUUID().toString();
            String accept = "/requests/" + reference + "/accept";
            Answer refused =
                    story.send(Player.COMPLIANCE, "POST", accept, Map.of(), key).expect(409);
            story.post(Player.CLIENT, "/requests/" + reference + "/submit", Map.of())
                    .expect(200);
            Answer again =
                    story.send(Player.COMPLIANCE, "POST", accept, Map.of(), key).expect(409);
            assertThat(again.bytes()).isEqualTo(refused.bytes());
            story.post(Player.COMPLIANCE, accept, Map.of()).expect(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void sixteenAtOnceAreOne(Database database) throws Exception {
        try (Story story = new Story("keys in a crowd", database);
                ExecutorService crowd = Executors.newFixedThreadPool(16)) {
            Map<String, Object> request = draft(story, "S1");
            String key = UUID.randomUUID().toString();
            List<Callable<Answer>> calls = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                calls.add(() -> story.send(Player.CLIENT, "POST", "/requests", request, key));
            }
            List<String> answers = new ArrayList<>();
            for (var answer : crowd.invokeAll(calls)) {
                answers.add(new String(answer.get().expect(201).bytes(), StandardCharsets.UTF_8));
            }
            assertThat(answers).hasSize(16).containsOnly(answers.getFirst());
            assertThat(requestsOf(story, database)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFileSentTwiceUnderOneKeyIsReadOnce(Database database) throws Exception {
        try (Story story = new Story("keys and files", database)) {
            String key = UUID.randomUUID().toString();
            byte[] log = NwipeLog.erased(story.serial("D1"));
            HttpResponse<String> first = upload(story, database, key, log);
            HttpResponse<String> again = upload(story, database, key, log);
            assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.body()).isEqualTo(first.body()).contains("\"duplicateOf\":null");
            assertThat(upload(story, database, key, NwipeLog.erased(story.serial("D2")))
                            .body())
                    .contains("KEY_REUSED");
        }
    }

    private static HttpResponse<String> upload(Story story, Database database, String key, byte[] log)
            throws Exception {
        String body = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.log\"\r\n\r\n"
                + new String(log, StandardCharsets.UTF_8) + "\r\n--edge--\r\n";
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(database.address() + "/api/v1/sanitization/reports"))
                                .header("Authorization", "Bearer " + story.cast.tokens.get(Player.WAREHOUSE))
                                .header("Content-Type", "multipart/form-data; boundary=edge")
                                .header("Idempotency-Key", key)
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static Map<String, Object> draft(Story story, String serial) {
        Map<String, Object> request = new HashMap<>(
                story.draft(Story.instruction("NONE", "HERE", "CLEAR"), List.of(Story.monitor(story.serial(serial)))));
        request.put(
                "window",
                Map.of(
                        "from",
                        Today.inParis().plusDays(3),
                        "to",
                        Today.inParis().plusDays(10)));
        request.put("submit", false);
        return request;
    }

    private static int requestsOf(Story story, Database database) {
        return TestDatabase.owner(database.application().getEnvironment())
                .sql("select count(*) from decommissioning_request where site_id = ?")
                .param(story.cast.site.id().value())
                .query(Integer.class)
                .single();
    }
}
