package eu.boucle.circuits;

import eu.boucle.circuits.Cast.Player;
import eu.boucle.support.Today;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * A program that asks, accepts, labels and scans without end, one machine after another. A call that got no answer is
 * made again with the same key until it has one, at the next node where there are several.
 */
final class CrashClient implements Callable<Void> {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final long PAUSE_NANOS = 100_000_000;

    private final List<String> addresses;
    private final Cast cast;
    private final Record heard;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private int node;

    CrashClient(List<String> addresses, Cast cast, Record heard) {
        this.addresses = addresses;
        this.cast = cast;
        this.heard = heard;
    }

    @Override
    public Void call() throws InterruptedException {
        while (heard.goesOn()) {
            oneMachine(UUID.randomUUID().toString());
        }
        return null;
    }

    private void oneMachine(String marker) throws InterruptedException {
        String reference = post(Player.CLIENT, "/requests", request(marker))
                .path("reference")
                .asString();
        heard.acknowledged("request", reference, marker);
        post(Player.COMPLIANCE, "/requests/" + reference + "/accept", Map.of());
        heard.acknowledged("accept", reference, marker);
        JsonNode asset = registered(reference);
        String round = post(Player.WAREHOUSE, "/scan-rounds", Map.of("mode", "TAGGING", "subject", reference))
                .path("id")
                .asString();
        heard.acknowledged("round", round, reference);
        String scan = UUID.randomUUID().toString();
        post(
                Player.WAREHOUSE,
                "/scan-rounds/" + round + "/scans",
                List.of(Map.of(
                        "id", scan,
                        "code", asset.path("tag").asString(),
                        "serial", asset.path("serial").asString(),
                        "happenedAt", Instant.now().toString())));
        heard.acknowledged("scan", scan, round);
        post(Player.WAREHOUSE, "/scan-rounds/" + round + "/close", Map.of());
        heard.acknowledged("close", round, reference);
    }

    private Map<String, Object> request(String marker) {
        return Map.of(
                "site", cast.site.id().value().toString(),
                "contact",
                        Map.of("name", "Camille Essai", "email", "camille@example.org", "phone", "+33 4 72 00 00 00"),
                "window",
                        Map.of(
                                "from",
                                Today.inParis().plusDays(3),
                                "to",
                                Today.inParis().plusDays(10)),
                "data", Story.instruction("NONE", "HERE", "CLEAR"),
                "note", marker,
                "lines", List.of(Story.monitor(marker.replace("-", "").toUpperCase(java.util.Locale.ROOT))),
                "submit", true);
    }

    /** A step of the process makes the asset, a moment after the click or after the restart. */
    private JsonNode registered(String reference) throws InterruptedException {
        Instant last = Instant.now().plus(PATIENCE);
        while (true) {
            JsonNode items = send(Player.WAREHOUSE, "GET", "/requests/" + reference + "/assets", null)
                    .path("items");
            if (items.size() == 1) {
                return items.get(0);
            }
            if (Instant.now().isAfter(last)) {
                throw new AssertionError(reference + " was accepted and its asset was never registered");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private JsonNode post(Player player, String path, Object body) throws InterruptedException {
        return send(player, "POST", path, body);
    }

    private JsonNode send(Player player, String method, String path, Object body) throws InterruptedException {
        HttpRequest.Builder call = HttpRequest.newBuilder()
                .timeout(Duration.ofSeconds(20))
                .header("Authorization", "Bearer " + cast.tokens.get(player))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(Story.JSON.writeValueAsString(body)));
        Instant last = Instant.now().plus(PATIENCE);
        String problem = "";
        while (Instant.now().isBefore(last)) {
            try {
                HttpResponse<String> answer = http.send(
                        call.uri(URI.create(addresses.get(node) + "/api/v1" + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (answer.statusCode() < 300) {
                    return Story.JSON.readTree(answer.body());
                }
                problem = answer.statusCode() + " " + answer.body();
                boolean later = answer.statusCode() >= 500
                        || answer.headers().firstValue("Retry-After").isPresent();
                if (!later) {
                    throw new AssertionError(method + " " + path + ": " + problem);
                }
            } catch (IOException e) {
                problem = e.toString();
                node = (node + 1) % addresses.size();
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        throw new AssertionError(method + " " + path + " had no answer in " + PATIENCE + ": " + problem);
    }

    /** What all clients were told, and when. */
    static final class Record {

        private record Answer(String kind, String id, String about) {}

        private final List<Answer> answers = new ArrayList<>();
        private boolean over;
        private int wanted;
        private Instant latest = Instant.MAX;
        private Duration longest = Duration.ZERO;

        synchronized void acknowledged(String kind, String id, String about) {
            Instant now = Instant.now();
            if (now.isAfter(latest) && Duration.between(latest, now).compareTo(longest) > 0) {
                longest = Duration.between(latest, now);
            }
            latest = now;
            answers.add(new Answer(kind, id, about));
            notifyAll();
        }

        /** Waits for so many more answers from now on, but not longer than this. @return whether they came */
        synchronized boolean more(int count, Duration atMost) throws InterruptedException {
            if (wanted == 0) {
                wanted = answers.size() + count;
            }
            Instant until = Instant.now().plus(atMost);
            while (answers.size() < wanted && Instant.now().isBefore(until)) {
                wait(Math.max(1, Duration.between(Instant.now(), until).toMillis()));
            }
            if (answers.size() < wanted) {
                return false;
            }
            wanted = 0;
            return true;
        }

        synchronized boolean goesOn() {
            return !over;
        }

        synchronized void end() {
            over = true;
        }

        synchronized int acknowledged() {
            return answers.size();
        }

        synchronized Duration longestPause() {
            return longest;
        }

        synchronized List<String> lost(JdbcClient jdbc) {
            return answers.stream()
                    .filter(answer -> !there(answer, jdbc))
                    .map(Answer::toString)
                    .toList();
        }

        private static boolean there(Answer answer, JdbcClient jdbc) {
            String sql = switch (answer.kind()) {
                case "request" ->
                    "select count(*) from decommissioning_request where reference = :id and note = :about";
                case "accept" ->
                    "select count(*) from decommissioning_request where reference = :id and note = :about"
                            + " and status not in ('DRAFT', 'SUBMITTED')";
                case "round" -> "select count(*) from scan_round where id = cast(:id as uuid) and reference = :about";
                case "scan" ->
                    "select count(*) from scan where id = cast(:id as uuid) and answer = 'ACCEPTED'"
                            + " and round_id = cast(:about as uuid)";
                case "close" ->
                    "select count(*) from scan_round where id = cast(:id as uuid) and reference = :about"
                            + " and not open";
                default -> throw new IllegalArgumentException(answer.kind());
            };
            return jdbc.sql(sql)
                            .param("id", answer.id())
                            .param("about", answer.about())
                            .query(Integer.class)
                            .single()
                    == 1;
        }

        List<String> doubled(JdbcClient jdbc) {
            return jdbc.sql("""
                            select 'request ' || note as twice from decommissioning_request
                              group by note having count(*) > 1
                            union all select 'round ' || reference from scan_round group by reference having count(*) > 1
                            union all select 'scan ' || tag from scan where answer = 'ACCEPTED'
                              group by tag having count(*) > 1
                            union all select 'asset ' || serial from asset group by serial having count(*) > 1
                            union all select 'entry ' || kind || ' ' || cast(subject as varchar) from ledger_entry
                              where kind in ('RequestSubmitted', 'RequestAccepted', 'LotRegistered')
                              group by kind, subject having count(*) > 1
                            """).query(String.class).list();
        }
    }
}
