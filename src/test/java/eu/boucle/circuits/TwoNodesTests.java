package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import eu.boucle.circuits.Cast.Player;
import eu.boucle.support.TestDatabase;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on one PostgreSQL, each a JVM: begun at once on an empty schema; one dies while it holds jobs and sessions. */
class TwoNodesTests {

    private static final int REQUESTS = 20;
    private static final Duration LOCK = Duration.ofSeconds(6);
    private static final Duration NOTICE = Duration.ofSeconds(3);

    @Test
    void oneNodeDiesAndTheOtherEndsItsWorkAndKnowsItsPeople() throws Exception {
        Map<String, Object> settings = new HashMap<>(TestDatabase.freshPostgres());
        settings.put("camunda.bpm.job-execution.lock-time-in-millis", LOCK.toMillis());
        // However long the papers are held below, the steps that wait for them do not fail.
        settings.put("boucle.database.lock", Duration.ofMinutes(1));
        settings.put("boucle.data", "target/test-data");
        settings.put("boucle.stop-notice", NOTICE);
        try (Node mortal = Node.start(settings);
                ConfigurableApplicationContext started = Place.start(settings)) {
            Place other = () -> started;
            mortal.awaitReady();
            JdbcClient owner = TestDatabase.owner(started.getEnvironment());
            Cast cast = new Cast(started, true);
            Browser browser = new Browser(mortal.address()).signIn(cast.emails.get(Player.CLIENT), Cast.PASSWORD);
            try (Connection hold = holdPapers(settings)) {
                for (int i = 0; i < REQUESTS; i++) {
                    submit(mortal, cast, i);
                }
                await("both nodes hold jobs")
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> count(
                                        owner,
                                        "select count(distinct lock_owner_) from act_ru_job where lock_owner_ is not null")
                                == 2);
                mortal.kill();
                hold.rollback();
            }
            await("the other does what the dead one held")
                    .atMost(LOCK.multipliedBy(5))
                    .until(() ->
                            count(owner, "select count(*) from paper where paper_type = 'REQUEST_COPY'") == REQUESTS
                                    && count(
                                                    owner,
                                                    "select count(*) from act_ru_job where handler_type_ = 'async-continuation'")
                                            == 0);
            assertThat(count(owner, "select count(distinct subject_id) from paper where paper_type = 'REQUEST_COPY'"))
                    .as("no paper twice")
                    .isEqualTo(REQUESTS);
            assertThat(
                            count(
                                    owner,
                                    "select count(*) from act_hi_actinst where act_id_ = 'issueRequestCopy' and end_time_ is not null"))
                    .as("no step twice")
                    .isEqualTo(REQUESTS);
            assertThat(count(owner, "select count(*) from act_ru_incident")).isZero();
            HttpResponse<String> page = browser.at(other.address()).read("/requests");
            assertThat(page.statusCode()).as("still signed in").isEqualTo(200);
            assertThat(count(owner, "select count(*) from decommissioning_request where status = 'SUBMITTED'"))
                    .as("acknowledged and kept")
                    .isEqualTo(REQUESTS);
            saysThatItIsNotReadyBeforeItCloses(started, other.address());
        }
    }

    private static void saysThatItIsNotReadyBeforeItCloses(ConfigurableApplicationContext node, String address)
            throws Exception {
        HttpClient http = HttpClient.newHttpClient();
        Thread stopping = Thread.ofVirtual().start(node::close);
        await("not ready").atMost(NOTICE).until(() -> status(http, address + "/actuator/health/readiness") == 503);
        assertThat(status(http, address + "/verify")).as("and yet answers").isEqualTo(200);
        stopping.join();
        assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> status(http, address + "/verify"));
    }

    private static int status(HttpClient http, String address) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** The steps of the process wait where they write their paper, until the lock is given back. */
    private static Connection holdPapers(Map<String, Object> settings) throws Exception {
        Connection hold = DriverManager.getConnection(
                settings.get("spring.datasource.url").toString(),
                settings.get("spring.flyway.user").toString(),
                settings.get("spring.flyway.password").toString());
        hold.setAutoCommit(false);
        try (var statement = hold.createStatement()) {
            statement.execute("lock table paper in share row exclusive mode");
        }
        return hold;
    }

    private static void submit(Node node, Cast cast, int number) throws Exception {
        String body = Story.JSON.writeValueAsString(Map.of(
                "site", cast.site.id().toString(),
                "contact", Map.of("name", "Ada", "email", "ada@client.example", "phone", "+33 1 02 03 04 05"),
                "window", Story.window(),
                "data", Story.instruction("ERASE", "HERE", "CLEAR"),
                "note", "",
                "lines", List.of(Story.monitor("TWONODES" + number)),
                "submit", true));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(node.address() + "/api/v1/requests"))
                                .header("Authorization", "Bearer " + cast.tokens.get(Player.CLIENT))
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", UUID.randomUUID().toString())
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static int count(JdbcClient owner, String sql) {
        return owner.sql(sql).query(Integer.class).single();
    }
}
