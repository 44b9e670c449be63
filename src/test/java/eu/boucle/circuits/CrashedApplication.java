package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.Application;
import eu.boucle.support.OnlyWhatIsShipped;
import eu.boucle.support.RestartedPostgres;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Started processes of Boucle under load, of which one after another is killed and started again, on a database that
 * outlives them.
 */
final class CrashedApplication {

    private static final int CLIENTS = 4;
    private static final int FEWEST_ANSWERS = 8;
    private static final int MOST_ANSWERS = 40;
    private static final Duration START = Duration.ofMinutes(3);

    private final String name;
    private final Random random;
    private final Map<String, Object> database;
    private final @Nullable RestartedPostgres postgres;
    private final Path folder;
    private final List<Integer> ports = new ArrayList<>();
    private final List<Process> processes = new ArrayList<>();

    private CrashedApplication(
            String name,
            Random random,
            Path folder,
            Map<String, Object> database,
            @Nullable RestartedPostgres postgres,
            int nodes)
            throws IOException {
        this.name = name;
        this.random = random;
        this.folder = folder;
        this.database = database;
        this.postgres = postgres;
        for (int i = 0; i < nodes; i++) {
            try (ServerSocket free = new ServerSocket(0)) {
                ports.add(free.getLocalPort());
            }
        }
    }

    /** The shipped address of the trial mode, in a folder of its own. */
    static CrashedApplication onH2(Random random) throws IOException {
        Path folder = folder("h2");
        return new CrashedApplication(
                "H2",
                random,
                folder,
                Map.of(
                        "spring.datasource.url",
                        "jdbc:h2:file:" + folder.toAbsolutePath() + "/boucle;WRITE_DELAY=0",
                        "spring.datasource.username",
                        "boucle",
                        "spring.datasource.password",
                        ""),
                null,
                1);
    }

    static CrashedApplication onPostgres(Random random) throws IOException {
        Path folder = folder("postgresql");
        RestartedPostgres postgres = RestartedPostgres.start(folder);
        return new CrashedApplication("PostgreSQL", random, folder, postgres.settings(), postgres, 1);
    }

    /** Two nodes, of which the other goes on when one is killed. */
    static CrashedApplication onTwoNodes(Random random) throws IOException {
        Path folder = folder("two-nodes");
        RestartedPostgres postgres = RestartedPostgres.start(folder);
        return new CrashedApplication("PostgreSQL, one of two nodes", random, folder, postgres.settings(), postgres, 2);
    }

    private static Path folder(String name) throws IOException {
        return Files.createDirectories(Path.of("target", "crash", name + "-" + UUID.randomUUID()));
    }

    /** @param lost what was acknowledged and is not there; @param doubled what is there more than once */
    record Figures(
            String database,
            int kills,
            int databaseStops,
            int acknowledged,
            List<String> lost,
            List<String> doubled,
            Duration longestPause) {

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "killed, %s: %d kills, %d stops of the database, %d acknowledged, %d lost, %d doubled, longest pause %.1f s",
                    database,
                    kills,
                    databaseStops,
                    acknowledged,
                    lost.size(),
                    doubled.size(),
                    longestPause.toMillis() / 1000.0);
        }
    }

    /**
     * Kills a process (of several, any one, once all answer), and between two kills stops the database at once, as often
     * as asked, each time under load.
     */
    Figures run(int kills, int databaseStops) throws Exception {
        try {
            CrashClient.Record heard = new CrashClient.Record();
            underLoad(heard, kills, databaseStops);
            // One connection: H2 opens and closes its whole file with each.
            SingleConnectionDataSource source = new SingleConnectionDataSource(
                    database.get("spring.datasource.url").toString(),
                    database.get("spring.datasource.username").toString(),
                    database.get("spring.datasource.password").toString(),
                    true);
            try {
                JdbcClient jdbc = JdbcClient.create(source);
                new Invariants(jdbc).hold();
                return new Figures(
                        name,
                        kills,
                        databaseStops,
                        heard.acknowledged(),
                        heard.lost(jdbc),
                        heard.doubled(jdbc),
                        heard.longestPause());
            } finally {
                source.destroy();
            }
        } finally {
            if (postgres != null) {
                postgres.close();
            }
        }
    }

    private void underLoad(CrashClient.Record heard, int kills, int databaseStops) throws Exception {
        Cast cast = seed();
        ExecutorService clients =
                Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory());
        try {
            List<Future<?>> working = new ArrayList<>();
            for (int port : ports) {
                processes.add(start(port));
            }
            for (int i = 0; i < CLIENTS; i++) {
                working.add(clients.submit(new CrashClient(addresses(i), cast, heard)));
            }
            for (int i = 0; i < Math.max(kills, databaseStops); i++) {
                if (i < databaseStops && postgres != null) {
                    await(heard, working);
                    postgres.stopAtOnceAndStart();
                }
                if (i < kills) {
                    awaitAll();
                    await(heard, working);
                    int node = random.nextInt(ports.size());
                    processes.get(node).destroyForcibly().waitFor();
                    processes.set(node, start(ports.get(node)));
                }
            }
            await(heard, working);
            heard.end();
            for (Future<?> client : working) {
                client.get();
            }
        } catch (Exception | Error e) {
            clients.shutdownNow();
            throw e;
        } finally {
            clients.close();
            for (Process process : processes) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /** Until a random number of further answers came: the kill then meets what is under way behind the last of them. */
    private void await(CrashClient.Record heard, List<Future<?>> working) throws Exception {
        int more = FEWEST_ANSWERS + random.nextInt(MOST_ANSWERS - FEWEST_ANSWERS);
        while (!heard.more(more, Duration.ofSeconds(1))) {
            assertThat(processes).as("see " + folder).allMatch(Process::isAlive);
            for (Future<?> client : working) {
                if (client.isDone()) {
                    client.get();
                }
            }
        }
    }

    /** With two nodes, the one that is killed is never the only one: both answer before. */
    private void awaitAll() {
        if (ports.size() > 1) {
            ports.forEach(port -> Awaitility.await("node " + port + ", see " + folder)
                    .atMost(START)
                    .until(() -> answers(port)));
        }
    }

    private static boolean answers(int port) throws InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                                    HttpRequest.newBuilder(URI.create(address(port) + "/actuator/health/readiness"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** All nodes, from another one on for each client, as a proxy shares them out. */
    private List<String> addresses(int client) {
        List<String> all =
                new ArrayList<>(ports.stream().map(CrashedApplication::address).toList());
        Collections.rotate(all, client);
        return all;
    }

    private static String address(int port) {
        return "http://localhost:" + port;
    }

    /** People and their tokens, by the application's own use cases, before the process that will be killed. */
    private Cast seed() {
        Map<String, Object> settings = new HashMap<>(database);
        settings.put("server.port", 0);
        settings.put("camunda.bpm.job-execution.enabled", false);
        settings.put("spring.main.lazy-initialization", true);
        settings.put("spring.jmx.enabled", false);
        settings.put("boucle.data", folder.toString());
        try (var application = new SpringApplicationBuilder(Application.class)
                .initializers(context -> {
                    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("seed", settings));
                    context.getBeanFactory().registerSingleton("onlyWhatIsShipped", new OnlyWhatIsShipped());
                })
                .run()) {
            return new Cast(application);
        }
    }

    private Process start(int port) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                shipped(),
                Application.class.getName(),
                "--server.port=" + port,
                "--boucle.data=" + folder,
                "--spring.main.lazy-initialization=true",
                // Orphans of a killed process are taken up again after this time.
                "--camunda.bpm.job-execution.lock-time-in-millis=5000",
                "--camunda.bpm.job-execution.max-wait=500"));
        database.forEach((key, value) -> command.add("--" + key + "=" + value));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("application-" + port + ".log").toFile()))
                .start();
    }

    /** The class path without what belongs to tests. */
    private static String shipped() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
