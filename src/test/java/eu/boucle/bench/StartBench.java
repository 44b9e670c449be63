package eu.boucle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.support.TestDatabase;
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
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * (f) From the start of the JVM to the first healthy answer, and the processor time till then, beside a bare web
 * application: plain from the jar's layers, and as in the image, with an AOT cache of JDK 25. The schema is there already.
 */
class StartBench {

    private static final Path FOLDER = Path.of("target", "bench-start").toAbsolutePath();
    private static final int SLICES = 3;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final Map<String, Object> database = TestDatabase.freshPostgres();

    @Test
    void readyTime() throws Exception {
        Path jar = Path.of("target", "boucle-0.1.0-SNAPSHOT.jar");
        Assumptions.assumeTrue(Files.exists(jar), "the jar is made by ./mvnw -Pbench verify");
        run(List.of(
                "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination", FOLDER.toString(), "--force"));
        List<String> plain = List.of("-jar", FOLDER.resolve(jar.getFileName()).toString());
        List<String> bare = List.of("-cp", bareClassPath(), BareWeb.class.getName());
        ready(plain);
        compare("start, plain", plain, bare);
        if (Runtime.version().feature() >= 25) {
            Path cache = FOLDER.resolve("boucle.aot");
            List<String> training = new ArrayList<>(List.of("-XX:AOTCacheOutput=" + cache));
            training.addAll(plain);
            ready(training);
            assertThat(cache).exists();
            List<String> image = new ArrayList<>(List.of("-XX:AOTCache=" + cache));
            image.addAll(plain);
            compare("start, as in the image", image, bare);
        }
    }

    private void compare(String name, List<String> ours, List<String> bare) throws Exception {
        Comparison time = new Comparison(name, "s");
        List<Start> starts = new ArrayList<>();
        List<Start> bareStarts = new ArrayList<>();
        time.slices(
                SLICES,
                () -> {
                    starts.add(ready(ours));
                    return starts.getLast().seconds();
                },
                () -> {
                    bareStarts.add(ready(bare));
                    return bareStarts.getLast().seconds();
                });
        time.times(2);
        Comparison processor = new Comparison("  processor time", "s");
        processor.slices(
                1,
                () -> starts.getLast().processor(),
                () -> bareStarts.getLast().processor());
        processor.times(3);
    }

    private record Start(double seconds, double processor) {}

    private Start ready(List<String> arguments) throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(java(), "-Xmx512m"));
        command.addAll(arguments);
        command.add("--server.port=" + port);
        command.add("--boucle.data=" + FOLDER.resolve("data"));
        database.forEach((key, value) -> command.add("--" + key + "=" + value));
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("start.log").toFile())
                .start();
        try {
            while (!healthy(port)) {
                assertThat(process.isAlive())
                        .as("see target/bench-start/start.log")
                        .isTrue();
                assertThat(System.nanoTime() - start).isLessThan(TimeUnit.MINUTES.toNanos(3));
                process.waitFor(20, TimeUnit.MILLISECONDS);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double processor =
                    process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
            return new Start(seconds, processor);
        } finally {
            process.destroy();
            process.waitFor(60, TimeUnit.SECONDS);
            process.destroyForcibly();
        }
    }

    private boolean healthy(int port) throws InterruptedException {
        try {
            return http.send(
                                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health"))
                                            .timeout(Duration.ofSeconds(5))
                                            .build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static void run(List<String> arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(java()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertThat(process.waitFor()).isZero();
    }

    /** The frame's libraries and nothing of the service's own. */
    private static String bareClassPath() throws IOException {
        try (var libraries = Files.list(FOLDER.resolve("lib"))) {
            List<String> path =
                    new ArrayList<>(List.of(Path.of("target", "test-classes").toString()));
            libraries
                    .filter(library -> library.getFileName()
                            .toString()
                            .matches("(spring-(boot|boot-(autoconfigure|tomcat|web-server|servlet|webmvc|http-converter"
                                    + "|jackson|validation))|spring-(core|beans|context|aop|expression|web|webmvc)"
                                    + "|tomcat-embed-.*|jackson-.*|micrometer-(commons|observation)|commons-logging"
                                    + "|logback-.*|slf4j-api|log4j-.*|jul-to-slf4j|jspecify|jakarta.annotation-api"
                                    + "|snakeyaml)-[0-9].*\\.jar"))
                    .map(Path::toString)
                    .forEach(path::add);
            return String.join(File.pathSeparator, path);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
