package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import eu.boucle.support.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What machines that watch a node may ask: whether it lives and is ready, and its metrics. */
class WatchedTests {

    /** Ours and the libraries' are of several words; {@code up}, of one, is Prometheus' own. */
    private static final Pattern MEASURED = Pattern.compile("\\b(boucle|http|hikaricp|jvm|process)_[a-z_]+");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void aNodeSaysThatItLivesAndIsReadyAndNoMore() throws Exception {
        assertThat(get("/actuator/health/liveness", null).body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/actuator/health/readiness", null).body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(get("/actuator/env", null).statusCode()).isEqualTo(401);
    }

    @Test
    void aNodeWhoseDatabaseIsOlderThanItselfLivesButIsNotReady() throws Exception {
        JdbcClient owner = TestDatabase.owner(Database.H2.application().getEnvironment());
        String last = owner.sql("select max(\"version\") from \"flyway_schema_history\"")
                .query(String.class)
                .single();
        String mark = "update \"flyway_schema_history\" set \"success\" = ? where \"version\" = ?";
        owner.sql(mark).params(false, last).update();
        try {
            assertThat(get("/actuator/health/readiness", null).statusCode()).isEqualTo(503);
            assertThat(get("/actuator/health/liveness", null).statusCode()).isEqualTo(200);
        } finally {
            owner.sql(mark).params(true, last).update();
        }
        assertThat(get("/actuator/health/readiness", null).statusCode()).isEqualTo(200);
    }

    @Test
    void metricsAreForAnAdministratorAndThoseOfTheDashboardAreAmongThem() throws Exception {
        Cast cast = new Cast(Database.H2.application());
        assertThat(get("/actuator/prometheus", null).statusCode()).isEqualTo(401);
        assertThat(get("/actuator/prometheus", cast.tokens.get(Player.COMPLIANCE))
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> metrics = get("/actuator/prometheus", cast.tokens.get(Player.ADMIN));
        assertThat(metrics.statusCode()).isEqualTo(200);
        assertThat(metrics.body())
                .contains(
                        "boucle_jobs{state=\"stuck\"}",
                        "boucle_letters{state=\"given_up\"} 0.0",
                        "boucle_letters_delay_seconds 0.0");
        assertThat(metrics.body().lines().filter(line -> !line.startsWith("#")).map(WatchedTests::name))
                .containsAll(drawn());
    }

    /** The names of what is measured in the dashboard's expressions: {@code boucle_jobs} in max(boucle_jobs{…}). */
    private static Set<String> drawn() throws IOException {
        Set<String> names = new TreeSet<>();
        for (JsonNode panel : Story.JSON
                .readTree(Path.of("docker/grafana-dashboard.json").toFile())
                .get("panels")) {
            for (JsonNode target : panel.get("targets")) {
                String expression = target.get("expr").asString();
                MEASURED.matcher(expression).results().map(MatchResult::group).forEach(names::add);
            }
        }
        assertThat(names).hasSizeGreaterThan(5);
        return names;
    }

    private static String name(String line) {
        return line.split("[{ ]", 2)[0];
    }

    @Test
    void eachAnswerHasANumberOfOursAndNeverTheCallers() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(Database.H2.address() + "/verify"))
                        .header("X-Request-Id", "mine")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().allValues("X-Request-Id"))
                .singleElement()
                .asString()
                .matches("[2-9A-Z]{8}");
    }

    private HttpResponse<String> get(String path, @Nullable String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Database.H2.address() + path));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
