package eu.boucle.circuits;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import eu.boucle.circuits.Cast.Player;
import eu.boucle.circuits.Story.Answer;
import eu.boucle.support.FailingDatabase;
import eu.boucle.support.FailingDatabase.Met;
import eu.boucle.support.FailingDatabase.Moment;
import eu.boucle.support.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * Fail every call in turn: the main job is told while each call to the database fails once, before it ran and after it
 * ran with the answer lost. A use case that failed has left nothing; made again with the same key it has one effect and
 * its first answer; after each use case and each step of the process the invariants hold.
 *
 * <p>Every call of everything takes many minutes. The profile {@code deep} does so ({@code boucle.fail-each} is 1);
 * {@code verify} tells the job a few times and takes each n-th call on H2, from one on that the use case's name decides,
 * and commits on both.
 */
class FailEveryCallTests {

    private static final int EACH = Integer.getInteger("boucle.fail-each", 25);
    private static final int MOST_TELLINGS = EACH == 1 ? 100 : 3;

    @ParameterizedTest
    @EnumSource
    void everyCallOfTheMainJobMayFail(Database database) {
        Faults faults = new Faults(database);
        Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
        Level before = root.getLevel();
        // Each cut cable would tell its whole stack.
        root.setLevel(Level.OFF);
        int tellings = 0;
        try {
            do {
                faults.begin();
                try (Story story = new Story("fail every call " + ++tellings, database)) {
                    faults.tell(story);
                }
            } while (!faults.openEnds().isEmpty() && tellings < MOST_TELLINGS);
        } finally {
            root.setLevel(before);
        }
        System.out.printf(
                "fail every call, %s: %d calls failed in %d tellings, %d of them commits, %d with the effect kept; not to their end: %s%n",
                database, faults.failed, tellings, faults.commits, faults.kept, faults.openEnds());
        assertThat(faults.failed).isGreaterThan(50);
        assertThat(faults.kept).as("effects whose answer was lost").isGreaterThan(10);
    }

    @Test
    void aBrokenRuleIsSeen() {
        Database.H2
                .application()
                .getBean(JdbcClient.class)
                .sql("select 1")
                .query(Integer.class)
                .single();
        Met met = FailingDatabase.during(2, false, Moment.BEFORE, () -> {
            try {
                Database.H2
                        .application()
                        .getBean(JdbcClient.class)
                        .sql("select 1")
                        .query(Integer.class)
                        .single();
            } catch (RuntimeException e) {
                assertThat(e).hasRootCauseMessage("the cable was cut at executeQuery");
            }
        });
        assertThat(met.call()).isEqualTo("executeQuery");
    }

    /** The points already tried of each use case, over all tellings on one database. */
    private static final class Faults {

        private final Database database;
        private final JdbcClient jdbc;
        private final ManagementService jobs;
        private final Invariants invariants;
        private final Map<String, Point> points = new HashMap<>();
        private int failed;
        private int commits;
        private int kept;
        private Story story;
        private final List<String> seen = new ArrayList<>();

        private Faults(Database database) {
            this.database = database;
            this.jdbc = TestDatabase.owner(database.application().getEnvironment());
            this.jobs = database.application().getBean(ManagementService.class);
            this.invariants = new Invariants(jdbc);
        }

        private void begin() {
            seen.clear();
        }

        /** The use cases of which not every call has had its turn. */
        private List<String> openEnds() {
            return points.entrySet().stream()
                    .filter(point -> !point.getValue().over)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }

        private void tell(Story told) {
            story = told;
            String disk = story.serial("D1");
            Map<String, Object> request = story.draft(
                    Story.instruction("ERASE", "HERE", "CLEAR"),
                    List.of(Story.server(story.serial("S1"), disk), Story.monitor(story.serial("M1"))));
            request.put("submit", true);
            String reference =
                    post("submit", Player.CLIENT, "/requests", request).text("reference");
            post("accept", Player.COMPLIANCE, "/requests/" + reference + "/accept", Map.of());
            List<JsonNode> assets = story.assets(reference);
            assertThat(assets).hasSize(2);
            String round = story.open(Player.WAREHOUSE, "TAGGING", reference);
            List<Map<String, Object>> scans = new ArrayList<>();
            List<String> tags = new ArrayList<>();
            for (JsonNode asset : assets) {
                tags.add(asset.path("tag").asString());
                scans.add(Map.of(
                        "id", UUID.randomUUID().toString(),
                        "code", asset.path("tag").asString(),
                        "serial", asset.path("serial").asString(),
                        "happenedAt", Instant.now().toString()));
            }
            Answer scanned = post("scan batch", Player.WAREHOUSE, "/scan-rounds/" + round + "/scans", scans);
            assertThat(scanned.json().get(0).path("answer").asString()).isEqualTo("ACCEPTED");
            assertThat(scanned.json().get(1).path("answer").asString()).isEqualTo("ACCEPTED");
            post("close round", Player.WAREHOUSE, "/scan-rounds/" + round + "/close", Map.of());
            Answer report = post("report intake", Player.WAREHOUSE, "/sanitization/reports", NwipeLog.erased(disk));
            assertThat(report.json().path("duplicateOf").isNull()).isTrue();
            assertThat(story.status(reference)).isEqualTo("READY");
            post("validate", Player.COMPLIANCE, "/requests/" + reference + "/validate-sanitization", Map.of());
            String run = post("plan run", Player.WAREHOUSE, "/pickups", plan(reference))
                    .text("reference");
            story.post(Player.PARTNER, "/pickups/" + run + "/confirm", Map.of()).expect(200);
            story.loaded(run, tags);
            post("handover", Player.WAREHOUSE, "/pickups/" + run + "/handover", story.handover(run));
            BigDecimal weight = story.estimated(run);
            post("reception", Player.PARTNER, "/pickups/" + run + "/reception", reception(weight));
            post(
                    "treatment",
                    Player.PARTNER,
                    "/pickups/" + run + "/treatment",
                    Story.treatment(weight, "R 4", "RECYCLAGE"));
            assertThat(story.status(reference)).isEqualTo("CLOSED");
            assertThat(story.certificates(reference))
                    .containsOnlyKeys("TAKE_BACK", "DATA_SANITIZATION", "WEEE_TREATMENT", "ROHS_STATEMENT");
        }

        private Map<String, Object> plan(String reference) {
            Map<String, Object> plan = new LinkedHashMap<>();
            plan.put("partnerSite", story.cast.partnerSite.value().toString());
            plan.put("window", Story.window());
            plan.put("requests", List.of(reference));
            plan.put("lithiumKg", 0.4);
            return plan;
        }

        private static Map<String, Object> reception(BigDecimal weight) {
            return Map.of("receivedAt", Instant.now().toString(), "weightKg", weight, "received", "ALL");
        }

        /** One use case over HTTP, then the steps of the process that follow. */
        private Answer post(String useCase, Player player, String path, Object body) {
            String key = UUID.randomUUID().toString();
            AtomicReference<Answer> last = new AtomicReference<>();
            everyCall(
                    useCase,
                    () -> last.set(story.send(player, "POST", path, body, key)),
                    () -> keptUnder(key),
                    () -> last.get().status() < 300,
                    () -> last.get().status() + " " + new String(last.get().bytes(), UTF_8));
            if (last.get().status() >= 300) {
                assertThat(last.get().status()).as(useCase).isGreaterThanOrEqualTo(500);
            }
            List<String> before = invariants.fingerprint();
            Answer again = story.send(player, "POST", path, body, key);
            assertThat(again.status())
                    .as(() -> useCase + " again: " + new String(again.bytes()))
                    .isBetween(200, 201);
            if (last.get().status() < 300) {
                assertThat(again.bytes()).isEqualTo(last.get().bytes());
            }
            assertThat(invariants.fingerprint()).as(useCase + " repeated").isEqualTo(before);
            steps(useCase);
            invariants.hold();
            return again;
        }

        /** Each step that waits, until none does. */
        private void steps(String useCase) {
            for (List<Job> due = due(); !due.isEmpty(); due = due()) {
                Job job = due.getFirst();
                String name = useCase + " › " + job.getProcessDefinitionKey() + " job " + seenBefore(useCase);
                everyCall(name, () -> execute(job), () -> gone(job), () -> gone(job), () -> "the step waits again");
            }
        }

        /** Whether a step failed is seen by what it left, as the job executor would. */
        private void execute(Job job) {
            try {
                jobs.executeJob(job.getId());
            } catch (RuntimeException expected) {
                assertThat(expected).isNotNull();
            }
        }

        private int seenBefore(String useCase) {
            seen.add(useCase);
            return (int) seen.stream().filter(useCase::equals).count();
        }

        private List<Job> due() {
            return jobs.createJobQuery()
                    .active()
                    .messages()
                    .orderByJobId()
                    .asc()
                    .list();
        }

        private boolean gone(Job job) {
            boolean gone = jobs.createJobQuery().jobId(job.getId()).count() == 0;
            if (!gone) {
                // The administrator's "try again": a cut cable is no reason to give a step up.
                jobs.setJobRetries(job.getId(), 3);
                jobs.setJobDuedate(job.getId(), null);
            }
            return gone;
        }

        private boolean keptUnder(String key) {
            return jdbc.sql("select count(*) from api_answer where idempotency_key = ? and status is not null")
                            .param(key)
                            .query(Integer.class)
                            .single()
                    == 1;
        }

        /**
         * Fails calls of this use case until one telling has its effect; the next telling goes on behind it.
         *
         * @param done whether the effect is in the database, whatever was answered
         * @param answer what was answered, for the message of a failure
         */
        private void everyCall(
                String name,
                Runnable attempt,
                BooleanSupplier done,
                BooleanSupplier answered,
                Supplier<String> answer) {
            Point point = points.computeIfAbsent(name, useCase -> new Point(database, useCase));
            while (true) {
                Moment moment = point.moment;
                List<String> before = invariants.fingerprint();
                Met met = FailingDatabase.during(point.at, point.commits, moment, attempt);
                boolean effect = done.getAsBoolean();
                if (!met.fired()) {
                    assertThat(effect && answered.getAsBoolean())
                            .as(() -> "%s, of whose %d calls none failed (the %d. was to, %s): effect %s, answered %s"
                                    .formatted(name, met.calls(), point.at, moment, effect, answer.get()))
                            .isTrue();
                    point.through();
                    return;
                }
                failed++;
                commits += met.commit() ? 1 : 0;
                if (effect) {
                    kept++;
                    point.next();
                    return;
                }
                assertThat(invariants.fingerprint())
                        .as("%s, %s call %d (%s)", name, moment, point.at, met.call())
                        .isEqualTo(before);
                point.next();
            }
        }
    }

    /** How far one use case was tried: each n-th call first, then each commit. */
    private static final class Point {

        private boolean commits;
        private boolean over;
        private Moment moment = Moment.BEFORE;
        private int at;

        private Point(Database database, String useCase) {
            commits = database == Database.POSTGRESQL && EACH > 1;
            at = commits ? 1 : 1 + Math.floorMod(useCase.hashCode(), EACH);
        }

        /** Before it ran, then after it ran, then the next one. */
        private void next() {
            if (moment == Moment.BEFORE) {
                moment = Moment.AFTER;
            } else {
                moment = Moment.BEFORE;
                at += commits ? 1 : EACH;
            }
        }

        private void through() {
            over = commits || EACH == 1;
            commits = true;
            moment = Moment.BEFORE;
            at = 1;
        }
    }
}
