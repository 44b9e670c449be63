package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.boucle.circuits.Cast.Player;
import eu.boucle.support.InstalledPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;

/** The README's backup, taken while people work and restored elsewhere, is the same system and goes on. */
class BackupTests {

    @Test
    void aBackupTakenUnderLoadAndRestoredElsewhereIsTheSameSystem(@TempDir Path folder) throws Exception {
        try (InstalledPostgres server = InstalledPostgres.start();
                InstalledPostgres otherServer = InstalledPostgres.start()) {
            String waiting;
            Story story;
            Path backup = folder.resolve("boucle.dump");
            try (ConfigurableApplicationContext here = Place.start(settings(server, "boucle"))) {
                Place place = () -> here;
                story = story("backup", place, new Cast(here));
                String disk = story.serial("D1");
                String done = story.accepted(
                        Story.instruction("ERASE", "HERE", "CLEAR"),
                        List.of(Story.server(story.serial("S1"), disk), Story.monitor(story.serial("M1"))));
                story.tagged(done);
                story.wiped(Player.WAREHOUSE, disk);
                story.validated(done);
                story.finished(done, story.departed(done));
                waiting = story.submitted(
                        Story.instruction("ERASE", "HERE", "CLEAR"), List.of(Story.monitor(story.serial("M2"))));
                backupUnderLoad(server, place, backup);
            }
            Map<String, Object> elsewhere = settings(otherServer, "elsewhere");
            otherServer.tool("postgres", "pg_restore", "--dbname=elsewhere", "--exit-on-error", backup.toString());
            JdbcClient restored = otherServer.administrator("elsewhere");
            new Invariants(restored).hold();
            statesAreWhatTheJournalSays(restored);
            papersAreWhatTheirHashesSay(restored);
            try (ConfigurableApplicationContext there = Place.start(elsewhere)) {
                goesOn(() -> there, story, waiting, restored);
                isNotReadyWhileItsDatabaseIsAway(() -> there, otherServer);
            }
        }
    }

    /** People ask for pickups before, while and after the backup is taken. */
    private static void backupUnderLoad(InstalledPostgres server, Place place, Path backup) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        try (ExecutorService people =
                new DelegatingSecurityContextExecutorService(Executors.newSingleThreadExecutor())) {
            Story busy = story("backup load", place, new Cast(place.application()));
            busy.accepted(Story.instruction("ERASE", "HERE", "CLEAR"), List.of(Story.monitor(busy.serial("L"))));
            Future<Integer> asked = people.submit(() -> {
                int requests = 0;
                while (!over.get()) {
                    busy.accepted(
                            Story.instruction("ERASE", "HERE", "CLEAR"),
                            List.of(Story.monitor(busy.serial("L" + requests++))));
                }
                return requests;
            });
            try {
                server.tool("boucle_owner", "pg_dump", "--format=custom", "--file=" + backup, "boucle");
            } finally {
                over.set(true);
            }
            assertThat(asked.get()).as("requests while the backup was taken").isPositive();
        }
    }

    /** The last event that names a state of the request or run, as RequestHandedOver names HANDED_OVER. */
    private static void statesAreWhatTheJournalSays(JdbcClient restored) {
        List<String> different = restored.sql("""
                        with milestone as (
                            select distinct on (subject) subject,
                                upper(regexp_replace(regexp_replace(kind, '^(Request|Run)', ''),
                                    '([a-z])([A-Z])', '\\1_\\2', 'g')) as state
                            from ledger_entry
                            where kind ~ '^Request(Submitted|Accepted|InPreparation|Ready|HandedOver|Treated|Closed)$'
                               or kind ~ '^Run(Planned|Proposed|Confirmed|Closed|HandedOver|WeighedIn|Treated)$'
                            order by subject, position desc)
                        select c.reference || ' is ' || c.status || ', its journal says ' || coalesce(m.state, 'nothing')
                        from (select id, reference, status from decommissioning_request
                              union all select id, reference, status from pickup_run) c
                        left join milestone m on m.subject = c.id
                        where m.state is distinct from c.status
                        """).query(String.class).list();
        assertThat(different).isEmpty();
        assertThat(count(restored, "select count(*) from decommissioning_request where status = 'CLOSED'"))
                .isOne();
        assertThat(count(restored, "select count(*) from pickup_run where status = 'TREATED'"))
                .isOne();
        assertThat(count(restored, "select count(*) from asset where state = 'RECYCLED'"))
                .isEqualTo(2);
    }

    private static void papersAreWhatTheirHashesSay(JdbcClient restored) {
        assertThat(count(restored, """
                select count(*) from paper p join paper_content c on c.paper_id = p.id
                where p.sha256 = encode(sha256(c.bytes), 'hex') and p.size = length(c.bytes)
                """))
                .isEqualTo(count(restored, "select count(*) from paper"))
                .isPositive();
        assertThat(count(restored, """
                select count(*) from certificate c join paper p on p.id = c.paper_id and p.sha256 = c.sha256
                """))
                .isEqualTo(count(restored, "select count(*) from certificate"))
                .isEqualTo(4);
    }

    /** The application started on it; a timer set before fires, and a request asked before is accepted. */
    private static void goesOn(Place place, Story story, String waiting, JdbcClient restored) {
        assertThat(count(restored, "select count(*) from process_case where late_work is not null"))
                .isZero();
        place.jobs().runUntil(Date.from(Instant.now().plus(Duration.ofDays(6))));
        assertThat(restored.sql("select late_work from process_case where reference = ?")
                        .param(waiting)
                        .query(String.class)
                        .single())
                .isEqualTo("reviewRequest");
        Story again = story("restored", place, story.cast);
        again.post(Player.COMPLIANCE, "/requests/" + waiting + "/accept", Map.of())
                .expect(200);
        assertThat(again.assets(waiting)).hasSize(1);
    }

    private static void isNotReadyWhileItsDatabaseIsAway(Place place, InstalledPostgres server) throws Exception {
        server.halt();
        assertThat(health(place, "readiness")).isEqualTo(503);
        assertThat(health(place, "liveness")).isEqualTo(200);
        server.begin();
        await("ready again").atMost(Duration.ofSeconds(30)).until(() -> health(place, "readiness") == 200);
    }

    private static int health(Place place, String question) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(place.address() + "/actuator/health/" + question))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static Story story(String name, Place place, Cast people) {
        return new Story(name, "INSTALLED", place.address(), place.jobs(), people);
    }

    private static Map<String, Object> settings(InstalledPostgres server, String database) {
        Map<String, Object> settings = new HashMap<>(server.database(database));
        settings.put("camunda.bpm.job-execution.enabled", false);
        return settings;
    }

    private static int count(JdbcClient database, String sql) {
        return database.sql(sql).query(Integer.class).single();
    }
}
